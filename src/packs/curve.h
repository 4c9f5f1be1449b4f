#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/decimal.h"
#include "base/result.h"

namespace jiheng::packs {

/// How the year's target comes due.
enum class CurveShape : std::uint8_t {
  straight,    // 按月均衡: the same every day of a month, a twelfth every month
  milestones,  // 按节点: from its day on so much, and no more until the next one
  quarters,    // 按季度: so much by the end of each quarter, evenly within it
};

[[nodiscard]] std::string_view word(CurveShape shape);
[[nodiscard]] std::optional<CurveShape> curve_shape_from_word(std::string_view word);

/// A day of the budget year and the share of the target that is due from it on.
///
/// Units   percent, cumulative.
struct Milestone {
  int month{};
  int day{};
  Decimal share{};

  friend bool operator==(const Milestone&, const Milestone&) = default;
};

/// 应完成进度: which share of the target is due by a day.
///
/// Shape   `milestones` by day; `quarters` are four; both empty for the other shapes.
struct Curve {
  CurveShape shape{};
  std::vector<Milestone> milestones{};
  std::vector<Decimal> quarters{};

  friend bool operator==(const Curve&, const Curve&) = default;
};

/// Reads a curve from its shape and its points, "03-31: 20" of milestones, "25" of quarters. A
/// milestone may also be "6月30日: 50%" or, for the end of a month, "6月 50".
/// Errors  invalid_input `packs.curve_point` (a point that is none), `packs.curve_order` (days that
///         do not follow each other, shares that fall or leave 0 to 100), `packs.curve_quarters`
///         (not four), `packs.curve_points` (milestones without points), `packs.curve_straight` (a
///         straight curve with).
[[nodiscard]] Result<Curve> make_curve(CurveShape shape, const std::vector<std::string>& points);

/// The points `make_curve` reads.
[[nodiscard]] std::vector<std::string> points_of(const Curve& curve);

}  // namespace jiheng::packs
