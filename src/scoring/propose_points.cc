#include "scoring/propose_points.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "domain/cell_number.h"

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

using Whole = std::array<Decimal, kKinds.size()>;

/// What the profile gives each kind, scaled where that and execution are not its total.
Result<Whole> wholes_of(const packs::KindPoints& points, const packs::ScoringProfile& profile) {
  Whole wholes;
  Decimal sum;
  std::size_t last = 0;
  for (std::size_t i = 0; i < kKinds.size(); ++i) {
    if (const auto& whole = points.*kKinds.at(i).second) {
      wholes.at(i) = *whole;
      last = i;
      JH_TRY(sum, sum.plus(*whole));
    }
  }
  JH_TRY(const auto room, profile.total.minus(profile.execution.points));
  if (sum == room || !(sum > Decimal{})) {
    return wholes;
  }
  auto rest = room;
  for (std::size_t i = 0; i < kKinds.size(); ++i) {
    JH_TRY(const auto part, wholes.at(i).times(room));
    JH_TRY(const auto share, part.divided_by(sum, profile.places));
    wholes.at(i) = i == last ? rest : share;
    JH_TRY(rest, rest.minus(wholes.at(i)));
  }
  return wholes;
}

/// Divides what the stated points of `rows` leave of `whole` over the others.
Result<void> divide(std::span<const Indicator> all, const std::vector<std::size_t>& rows,
                    Decimal whole, int places, std::vector<std::optional<Decimal>>& points) {
  std::vector<std::size_t> silent;
  for (const auto row : rows) {
    const auto stated = number_in(all[row].points);
    if (all[row].points.empty()) {
      silent.push_back(row);
    } else if (!stated) {
      return {};  // nobody can tell what is left
    } else {
      JH_TRY(whole, whole.minus(*stated));
    }
  }
  if (silent.empty() || !(whole > Decimal{})) {
    return {};
  }
  JH_TRY(const auto share,
         whole.divided_by(Decimal::whole(static_cast<std::int64_t>(silent.size())), places));
  auto rest = whole;
  for (const auto row : silent) {
    points[row] = row == silent.back() ? rest : share;
    JH_TRY(rest, rest.minus(share));
  }
  return {};
}

}  // namespace

std::vector<std::optional<Decimal>> propose_points(std::span<const Indicator> rows,
                                                   const packs::ScoringProfile& profile) {
  std::vector<std::optional<Decimal>> points(rows.size());
  const auto by_kind = rows_by_kind(rows);
  if (!by_kind || rows.empty()) {
    return points;
  }
  const auto known = std::ranges::find_if(
      profile.kinds, [&](const packs::KindPoints& one) { return fits(one, *by_kind); });
  if (known == profile.kinds.end()) {
    return points;
  }
  const auto wholes = wholes_of(*known, profile);
  for (std::size_t i = 0; wholes && i < kKinds.size(); ++i) {
    // What leaves 128 bits has no proposal.
    static_cast<void>(divide(rows, by_kind->at(i), wholes->at(i), profile.places, points));
  }
  return points;
}

}  // namespace jiheng::scoring
