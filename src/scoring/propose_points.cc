#include "scoring/propose_points.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

namespace jiheng::scoring {
namespace {

using Kind = std::optional<Decimal> packs::KindPoints::*;

constexpr std::array<std::pair<std::string_view, Kind>, 4> kKinds{
    {{"成本", &packs::KindPoints::cost},
     {"产出", &packs::KindPoints::output},
     {"效益", &packs::KindPoints::benefit},
     {"满意度", &packs::KindPoints::satisfaction}}};

/// The rows of each kind; nothing when some row is of none.
using RowsByKind = std::array<std::vector<std::size_t>, kKinds.size()>;

std::optional<RowsByKind> rows_by_kind(std::span<const Indicator> rows) {
  RowsByKind by_kind;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const auto* kind = std::ranges::find_if(
        kKinds, [&](const auto& known) { return rows[i].level1.starts_with(known.first); });
    if (kind == kKinds.end()) {
      return std::nullopt;
    }
    by_kind.at(static_cast<std::size_t>(kind - kKinds.begin())).push_back(i);
  }
  return by_kind;
}

bool fits(const packs::KindPoints& points, const RowsByKind& by_kind) {
  for (std::size_t i = 0; i < kKinds.size(); ++i) {
    if ((points.*kKinds.at(i).second).has_value() == by_kind.at(i).empty()) {
      return false;
    }
  }
  return true;
}

/// Divides `whole` over `rows`.
Result<void> divide(const Decimal& whole, const std::vector<std::size_t>& rows, int places,
                    std::vector<Decimal>& points) {
  JH_TRY(const auto share,
         whole.divided_by(Decimal::whole(static_cast<std::int64_t>(rows.size())), places));
  auto rest = whole;
  for (const auto row : rows) {
    points[row] = row == rows.back() ? rest : share;
    JH_TRY(rest, rest.minus(share));
  }
  return {};
}

}  // namespace

std::optional<std::vector<Decimal>> propose_points(std::span<const Indicator> rows,
                                                   const packs::ScoringProfile& profile) {
  const auto by_kind = rows_by_kind(rows);
  if (!by_kind || rows.empty()) {
    return std::nullopt;
  }
  const auto known = std::ranges::find_if(
      profile.kinds, [&](const packs::KindPoints& points) { return fits(points, *by_kind); });
  if (known == profile.kinds.end()) {
    return std::nullopt;
  }
  std::vector<Decimal> points(rows.size());
  for (std::size_t i = 0; i < kKinds.size(); ++i) {
    const auto& whole = (*known).*kKinds.at(i).second;
    if (whole && !divide(*whole, by_kind->at(i), profile.places, points)) {
      return std::nullopt;
    }
  }
  return points;
}

}  // namespace jiheng::scoring
