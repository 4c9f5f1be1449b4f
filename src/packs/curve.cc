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

Result<Milestone> milestone_of(const std::string& point) {
  const auto colon = point.find(':');
  const auto day = std::string_view(point).substr(0, colon);
  const auto dash = day.find('-');
  if (colon == std::string::npos || dash == std::string_view::npos) {
    return wrong("packs.curve_point", point);
  }
  const auto month = two_digits(trim(day.substr(0, dash)));
  const auto day_of_month = two_digits(trim(day.substr(dash + 1)));
  const auto share = Decimal::parse(trim(std::string_view(point).substr(colon + 1)));
  if (!month || !day_of_month || !share || !make_date(kLeapYear, *month, *day_of_month)) {
    return wrong("packs.curve_point", point);
  }
  return Milestone{*month, *day_of_month, *share};
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
    const auto share = Decimal::parse(trim(point));
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
  if (points.empty() != (shape == CurveShape::straight)) {
    return wrong("packs.curve_points", std::string(word(shape)));
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
