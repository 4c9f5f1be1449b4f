#include "domain/library_indicator.h"

#include <algorithm>
#include <array>
#include <utility>

namespace jiheng {
namespace {

constexpr std::array<std::pair<Direction, std::string_view>, 4> kDirections{
    {{Direction::more, "more"},
     {Direction::less, "less"},
     {Direction::exact, "exact"},
     {Direction::words, "words"}}};

constexpr std::array<std::pair<ScoringMethod, std::string_view>, 4> kScoring{
    {{ScoringMethod::proportion, "proportion"},
     {ScoringMethod::satisfaction, "satisfaction"},
     {ScoringMethod::direct, "direct"},
     {ScoringMethod::grade, "grade"}}};

constexpr std::array<std::pair<LibraryLayer, std::string_view>, 3> kLayers{
    {{LibraryLayer::common, "common"},
     {LibraryLayer::sector, "sector"},
     {LibraryLayer::agency, "agency"}}};

// 数据来源 and 取值方式 of 财预〔2021〕101号.
constexpr std::array<std::string_view, 9> kSources{"统计部门统计", "权威机构调查", "部门统计年鉴",
                                                   "部门业务统计", "部门业务记录", "部门业务评判",
                                                   "问卷调查报告", "媒体舆论",     "其他"};
constexpr std::array<std::string_view, 5> kMethods{"直接证明法", "情况统计法", "情况说明法",
                                                   "问卷调查法", "趋势判断法"};

template <typename Value, std::size_t N>
std::string_view word_in(const std::array<std::pair<Value, std::string_view>, N>& words,
                         Value value) {
  return std::ranges::find(words, value, &std::pair<Value, std::string_view>::first)->second;
}

template <typename Value, std::size_t N>
std::optional<Value> value_in(const std::array<std::pair<Value, std::string_view>, N>& words,
                              std::string_view word) {
  const auto* found = std::ranges::find(words, word, &std::pair<Value, std::string_view>::second);
  return found == words.end() ? std::nullopt : std::optional(found->first);
}

using Data = packs::LibraryIndicatorData;

tl::unexpected<Error> unknown_word(const Data& data, std::string key, std::string word) {
  return fail(ErrorCode::invalid_input, {"packs.unknown_word", {std::move(key), std::move(word)}},
              data.where);
}

/// An indicator in words has no measure; every other one has a known one.
Result<Measure> measure_of(const Data& data, const Vocabulary& vocabulary) {
  auto measure = vocabulary.measures.understand(data.measure);
  const bool in_words = data.direction == word(Direction::words);
  if (in_words != data.measure.empty() || (!in_words && measure.kind == MeasureKind::unknown)) {
    return fail(ErrorCode::invalid_input, {"packs.unknown_measure", {data.measure}}, data.where);
  }
  return measure;
}

Result<void> check_words(const Data& data) {
  if (!data.source.empty() && std::ranges::find(kSources, data.source) == kSources.end()) {
    return unknown_word(data, "source", data.source);
  }
  if (!data.method.empty() && std::ranges::find(kMethods, data.method) == kMethods.end()) {
    return unknown_word(data, "method", data.method);
  }
  return {};
}

/// What the packs have of every indicator and an office may leave out.
Result<void> check_whole(const Data& data) {
  if (data.source.empty() || data.method.empty()) {
    return unknown_word(data, data.source.empty() ? "source" : "method", "");
  }
  return {};
}

}  // namespace

Result<LibraryIndicator> make_library_indicator(const Data& data, const Vocabulary& vocabulary) {
  const auto role = category_role_from_word(data.role);
  const auto direction = direction_from_word(data.direction);
  const auto scoring = scoring_method_from_word(data.scoring);
  if (!role) {
    return fail(ErrorCode::invalid_input, {"packs.unknown_role", {data.role}}, data.where);
  }
  if (!direction || !scoring) {
    return direction ? unknown_word(data, "scoring", data.scoring)
                     : unknown_word(data, "direction", data.direction);
  }
  JH_TRY_DO(check_words(data));
  LibraryIndicator indicator{.code = data.code,
                             .name = data.name,
                             .aliases = data.aliases,
                             .sector = data.sector,
                             .role = *role,
                             .direction = *direction,
                             .bounded = data.bounded,
                             .common = data.common,
                             .meaning = data.meaning,
                             .formula = data.formula,
                             .source = data.source,
                             .evidence = data.evidence,
                             .method = data.method,
                             .scoring = *scoring,
                             .agency = data.agency};
  JH_TRY(indicator.measured, measure_of(data, vocabulary));
  for (const auto& text : data.targets) {
    auto target = library_target(text);
    if (!target) {
      return unknown_word(data, "targets", text);
    }
    indicator.targets.push_back(*std::move(target));
  }
  return indicator;
}

std::string_view word(Direction direction) {
  return word_in(kDirections, direction);
}

std::optional<Direction> direction_from_word(std::string_view word) {
  return value_in(kDirections, word);
}

std::string_view word(ScoringMethod method) {
  return word_in(kScoring, method);
}

std::optional<ScoringMethod> scoring_method_from_word(std::string_view word) {
  return value_in(kScoring, word);
}

std::string to_string(const LibraryTarget& target) {
  return std::string(sign(target.comparator)) + " " + target.text;
}

std::optional<LibraryTarget> library_target(std::string_view text) {
  const auto blank = text.find(' ');
  const auto* found = std::ranges::find_if(kComparators, [&](Comparator comparator) {
    return sign(comparator) == text.substr(0, blank);
  });
  if (found == kComparators.end() || blank == std::string_view::npos) {
    return std::nullopt;
  }
  return LibraryTarget{.comparator = *found, .text = std::string(text.substr(blank + 1))};
}

std::string_view word(LibraryLayer layer) {
  return word_in(kLayers, layer);
}

std::optional<LibraryLayer> library_layer_from_word(std::string_view word) {
  return value_in(kLayers, word);
}

LibraryLayer layer_of(const LibraryIndicator& indicator) {
  if (!indicator.agency.empty()) {
    return LibraryLayer::agency;
  }
  return indicator.common ? LibraryLayer::common : LibraryLayer::sector;
}

std::span<const std::string_view> library_sources() {
  return kSources;
}

std::span<const std::string_view> library_methods() {
  return kMethods;
}

Result<void> check_library_indicator(const Data& data, const Vocabulary& vocabulary) {
  JH_TRY_DO(check_whole(data));
  JH_TRY_DO(make_library_indicator(data, vocabulary));
  return {};
}

Result<std::vector<LibraryIndicator>> make_library_indicators(const std::vector<Data>& data,
                                                              const Vocabulary& vocabulary) {
  std::vector<LibraryIndicator> indicators;
  indicators.reserve(data.size());
  for (const auto& one : data) {
    JH_TRY_DO(check_whole(one));
    JH_TRY(auto indicator, make_library_indicator(one, vocabulary));
    indicators.push_back(std::move(indicator));
  }
  return indicators;
}

}  // namespace jiheng
