#include "http/parameters.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <limits>

#include "base/text.h"
#include "domain/target.h"

namespace jiheng::http {
namespace {

constexpr std::size_t kLongestQuery = 200;
constexpr Bounds kYears{1990, 2100};
constexpr Bounds kIds{1, std::numeric_limits<std::int64_t>::max()};
constexpr Bounds kLimits{1, 200};
constexpr std::int64_t kUsualLimit = 50;

// In the order of the enumerations of store/listing.h.
constexpr std::array<std::string_view, 5> kProjectSorts{"document", "name", "agency", "indicators",
                                                        "findings"};
constexpr std::array<std::string_view, 9> kIndicatorSorts{
    "document", "agency", "project", "level", "name", "comparator", "target", "kind", "findings"};
constexpr std::array<std::string_view, 2> kOrders{"asc", "desc"};

constexpr std::array kTargetKinds{TargetKind::text, TargetKind::number,   TargetKind::range,
                                  TargetKind::date, TargetKind::duration, TargetKind::frequency,
                                  TargetKind::grade};

std::optional<TargetKind> kind_from_word(std::string_view text) {
  const auto* found =
      std::ranges::find(kTargetKinds, text, [](TargetKind kind) { return word(kind); });
  return found == kTargetKinds.end() ? std::nullopt : std::optional(*found);
}

tl::unexpected<Error> wrong(std::string_view name, std::string_view value) {
  return fail(ErrorCode::invalid_input,
              {"http.parameter_wrong", {std::string(name), std::string(value)}}, std::string(name));
}

/// A word of a closed list, by its parser.
template <typename Parse>
auto word_parameter(const Request& request, std::string_view name, Parse parse)
    -> Result<decltype(parse(std::string_view{}))> {
  const auto text = text_parameter(request, name);
  const auto value = parse(text);
  if (!text.empty() && !value) {
    return wrong(name, text);
  }
  return value;
}

Result<std::string> query_parameter(const Request& request) {
  auto text = text_parameter(request, "q");
  if (length(text) > kLongestQuery) {
    return wrong("q", text.substr(0, kLongestQuery));
  }
  return text;
}

template <typename Sort>
Result<store::Stretch<Sort>> order(const Request& request,
                                   std::span<const std::string_view> sorts) {
  JH_TRY(const auto sort, choice_parameter(request, "sort", sorts));
  JH_TRY(const auto direction, choice_parameter(request, "order", kOrders));
  return store::Stretch<Sort>{.sort = static_cast<Sort>(sort), .descending = direction == 1};
}

}  // namespace

std::string text_parameter(const Request& request, std::string_view name) {
  return std::string(request.query.get(name).value_or(""));
}

Result<std::optional<std::int64_t>> number_parameter(const Request& request, std::string_view name,
                                                     Bounds bounds) {
  const auto text = text_parameter(request, name);
  if (text.empty()) {
    return std::nullopt;
  }
  std::int64_t number = 0;
  const auto* last = text.data() + text.size();
  const auto [end, error] = std::from_chars(text.data(), last, number);
  if (error != std::errc{} || end != last || number < bounds.least || number > bounds.most) {
    return wrong(name, text);
  }
  return number;
}

Result<std::optional<bool>> flag_parameter(const Request& request, std::string_view name) {
  const auto text = text_parameter(request, name);
  if (text.empty()) {
    return std::nullopt;
  }
  if (text != "true" && text != "false") {
    return wrong(name, text);
  }
  return text == "true";
}

Result<std::size_t> choice_parameter(const Request& request, std::string_view name,
                                     std::span<const std::string_view> words,
                                     std::size_t fallback) {
  const auto text = text_parameter(request, name);
  if (text.empty()) {
    return fallback;
  }
  const auto found = std::ranges::find(words, text);
  if (found == words.end()) {
    return wrong(name, text);
  }
  return static_cast<std::size_t>(found - words.begin());
}

Result<int> optional_year_parameter(const Request& request) {
  JH_TRY(const auto year, number_parameter(request, "year", kYears));
  return static_cast<int>(year.value_or(0));
}

Result<int> year_parameter(const Request& request) {
  JH_TRY(const int year, optional_year_parameter(request));
  if (year == 0) {
    return fail(ErrorCode::invalid_input, {"http.parameter_missing", {"year"}}, "year");
  }
  return year;
}

Result<std::int64_t> limit_parameter(const Request& request) {
  JH_TRY(const auto limit, number_parameter(request, "limit", kLimits));
  return limit.value_or(kUsualLimit);
}

Result<store::ProjectFilter> project_filter(const Request& request) {
  store::ProjectFilter filter{.region = {}, .rule = text_parameter(request, "rule")};
  JH_TRY(filter.year, year_parameter(request));
  JH_TRY(filter.agency, number_parameter(request, "agency", kIds));
  JH_TRY(filter.severity, word_parameter(request, "severity", severity_from_word));
  const auto findings = text_parameter(request, "findings");
  if (!findings.empty() && findings != "any") {
    return fail(ErrorCode::invalid_input, {"http.parameter_wrong", {"findings", findings}},
                "findings");
  }
  filter.any_finding = !findings.empty();
  JH_TRY(filter.query, query_parameter(request));
  return filter;
}

Result<store::IndicatorFilter> indicator_filter(const Request& request) {
  store::IndicatorFilter filter{.region = {},
                                .level1 = text_parameter(request, "level1"),
                                .level2 = text_parameter(request, "level2"),
                                .rule = text_parameter(request, "rule")};
  JH_TRY(filter.year, year_parameter(request));
  JH_TRY(filter.agency, number_parameter(request, "agency", kIds));
  JH_TRY(filter.project, number_parameter(request, "project", kIds));
  JH_TRY(filter.kind, word_parameter(request, "kind", kind_from_word));
  filter.no_comparator = text_parameter(request, "comparator") == "none";
  if (!filter.no_comparator) {
    JH_TRY(filter.comparator, word_parameter(request, "comparator", comparator_from_symbol));
  }
  JH_TRY(filter.measurable, flag_parameter(request, "measurable"));
  JH_TRY(filter.severity, word_parameter(request, "severity", severity_from_word));
  JH_TRY(filter.query, query_parameter(request));
  return filter;
}

Result<store::Stretch<store::ProjectSort>> project_order(const Request& request) {
  return order<store::ProjectSort>(request, kProjectSorts);
}

Result<store::Stretch<store::IndicatorSort>> indicator_order(const Request& request) {
  return order<store::IndicatorSort>(request, kIndicatorSorts);
}

}  // namespace jiheng::http
