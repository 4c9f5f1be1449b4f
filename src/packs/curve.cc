#include "packs/curve.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

#include "base/date.h"
#include "base/text.h"

namespace jiheng::packs {
namespace {

constexpr std::array<std::pair<std::string_view, CurveShape>, 3> kShapes{
    {{"straight", CurveShape::straight},
     {"milestones", CurveShape::milestones},
     {"quarters", CurveShape::quarters}}};

constexpr std::size_t kQuarters = 4;
constexpr auto kWhole = Decimal::whole(100);
// A leap year: a milestone may stand on the 29th of February.
constexpr int kLeapYear = 2024;

tl::unexpected<Error> wrong(std::string key, std::string point) {
  return fail(ErrorCode::invalid_input, {std::move(key), {std::move(point)}});
}

std::optional<int> two_digits(std::string_view text) {
  int value = 0;
  const auto [rest, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  return error == std::errc() && rest == text.data() + text.size() ? std::optional(value)
                                                                   : std::nullopt;
}

std::optional<Decimal> share_of(std::string_view text) {
  auto number = trim(text);
  number.remove_suffix(number.ends_with('%') ? 1 : 0);
  const auto share = Decimal::parse(trim(number));
  return share ? std::optional(*share) : std::nullopt;
}

/// Where the day of a milestone ends and its share begins.
struct ReadDay {
  std::optional<int> month{};
  std::optional<int> day{};
  std::string_view rest{};
};

/// 06-30: …
ReadDay dashed_day(std::string_view point, std::size_t dash) {
  const auto colon = point.find(':');
  if (colon == std::string_view::npos || colon < dash) {
    return {};
  }
  return {.month = two_digits(trim(point.substr(0, dash))),
          .day = two_digits(trim(point.substr(dash + 1, colon - dash - 1))),
          .rest = point.substr(colon + 1)};
}

/// 6月30日: …; 6月 and 6月底 are the end of the month, and need no colon.
ReadDay worded_day(std::string_view point, std::size_t at) {
  constexpr std::string_view kMonth = "月";
  constexpr std::string_view kDay = "日";
  constexpr int kCommonYear = 2023;
  constexpr int kDecember = 12;
  ReadDay read{.month = two_digits(trim(point.substr(0, at)))};
  auto rest = trim(point.substr(at + kMonth.size()));
  if (!read.month || *read.month < 1 || *read.month > kDecember) {
    return {};
  }
  if (const auto day = rest.find(kDay); day != std::string_view::npos) {
    read.day = two_digits(trim(rest.substr(0, day)));
    rest = trim(rest.substr(day + kDay.size()));
  } else {
    read.day =
        static_cast<int>(static_cast<unsigned>(last_day_of_month(kCommonYear, *read.month).day()));
    for (const std::string_view end : {"底", "末"}) {
      rest.remove_prefix(rest.starts_with(end) ? end.size() : 0);
    }
    rest = trim(rest);
  }
  rest.remove_prefix(rest.starts_with(':') ? 1 : 0);
  read.rest = rest;
  return read;
}

Result<Milestone> milestone_of(const std::string& point) {
  const auto folded = fold(point);
  const auto dash = folded.find('-');
  const auto month = folded.find("月");
  const auto read = month != std::string::npos  ? worded_day(folded, month)
                    : dash != std::string::npos ? dashed_day(folded, dash)
                                                : ReadDay{};
  const auto share = share_of(read.rest);
  const int in_month = read.month.value_or(0);  // no date has a month or a day 0
  const int on_day = read.day.value_or(0);
  if (!share || !make_date(kLeapYear, in_month, on_day)) {
    return wrong("packs.curve_point", point);
  }
  return Milestone{in_month, on_day, *share};
}

Result<void> check_share(const Decimal& share, const Decimal& before, const std::string& point) {
  if (share.is_negative() || share > kWhole || share < before) {
    return wrong("packs.curve_order", point);
  }
  return {};
}

Result<Curve> with_milestones(const std::vector<std::string>& points) {
  Curve curve{.shape = CurveShape::milestones};
  for (const auto& point : points) {
    JH_TRY(const auto milestone, milestone_of(point));
    if (!curve.milestones.empty()) {
      const auto& before = curve.milestones.back();
      if (std::pair(before.month, before.day) >= std::pair(milestone.month, milestone.day)) {
        return wrong("packs.curve_order", point);
      }
      JH_TRY_DO(check_share(milestone.share, before.share, point));
    } else {
      JH_TRY_DO(check_share(milestone.share, Decimal{}, point));
    }
    curve.milestones.push_back(milestone);
  }
  return curve;
}

Result<Curve> with_quarters(const std::vector<std::string>& points) {
  Curve curve{.shape = CurveShape::quarters};
  if (points.size() != kQuarters) {
    return wrong("packs.curve_quarters", std::to_string(points.size()));
  }
  for (const auto& point : points) {
    const auto share = share_of(fold(point));
    if (!share) {
      return wrong("packs.curve_point", point);
    }
    JH_TRY_DO(
        check_share(*share, curve.quarters.empty() ? Decimal{} : curve.quarters.back(), point));
    curve.quarters.push_back(*share);
  }
  return curve;
}

}  // namespace

std::string_view word(CurveShape shape) {
  return std::ranges::find(kShapes, shape, &decltype(kShapes)::value_type::second)->first;
}

std::optional<CurveShape> curve_shape_from_word(std::string_view word) {
  const auto* found = std::ranges::find(kShapes, word, &decltype(kShapes)::value_type::first);
  return found == kShapes.end() ? std::nullopt : std::optional(found->second);
}

Result<Curve> make_curve(CurveShape shape, const std::vector<std::string>& points) {
  if (shape == CurveShape::straight && !points.empty()) {
    return fail(ErrorCode::invalid_input, {"packs.curve_straight"});
  }
  if (shape == CurveShape::milestones && points.empty()) {
    return fail(ErrorCode::invalid_input, {"packs.curve_points"});
  }
  switch (shape) {
    case CurveShape::milestones:
      return with_milestones(points);
    case CurveShape::quarters:
      return with_quarters(points);
    case CurveShape::straight:
      break;
  }
  return Curve{};
}

std::vector<std::string> points_of(const Curve& curve) {
  std::vector<std::string> points;
  for (const auto& milestone : curve.milestones) {
    points.push_back(fmt::format("{:02}-{:02}: {}", milestone.month, milestone.day,
                                 milestone.share.to_shortest_string()));
  }
  for (const auto& share : curve.quarters) {
    points.push_back(share.to_shortest_string());
  }
  return points;
}

}  // namespace jiheng::packs
