#include "packs/scoring_profile.h"

#include <algorithm>
#include <array>
#include <utility>

#include "packs/band_limits.h"

namespace jiheng::packs {
namespace {

constexpr std::array<std::pair<std::string_view, Method>, 6> kMethods{
    {{"direct", Method::direct},
     {"proportion", Method::proportion},
     {"graded", Method::graded},
     {"satisfaction", Method::satisfaction},
     {"stepped", Method::stepped},
     {"deduction", Method::deduction}}};

constexpr auto kWhole = Decimal::whole(100);

tl::unexpected<Error> wrong(std::string key, std::vector<std::string> args, std::string where) {
  return fail(ErrorCode::invalid_input, {std::move(key), std::move(args)}, std::move(where));
}

Result<void> check_share(const Decimal& share, const std::string& where) {
  if (share.is_negative() || share > kWhole) {
    return wrong("packs.share_outside", {share.to_string()}, where);
  }
  return {};
}

/// Bands of shares: the better the result, the more it earns.
Result<void> check_shares(const std::vector<ShareBand>& bands) {
  JH_TRY_DO(check_limits(limits_of(bands), kWhole));
  auto sorted = bands;
  std::ranges::stable_sort(sorted, {}, &ShareBand::from);
  for (std::size_t i = 0; i < sorted.size(); ++i) {
    JH_TRY_DO(check_share(sorted[i].share, sorted[i].where));
    if (i > 0 && sorted[i].share < sorted[i - 1].share) {
      return wrong("packs.share_falls", {sorted[i].share.to_string(), sorted[i - 1].where},
                   sorted[i].where);
    }
  }
  return {};
}

Result<void> check_levels(const std::vector<LevelSettings>& levels) {
  auto limits = limits_of(levels);
  for (auto& limit : limits) {
    if (limit.to == kWhole) {
      limit.to = std::nullopt;  // all points belong to the best level
    }
  }
  JH_TRY_DO(check_limits(std::move(limits), kWhole));
  for (const auto& level : levels) {
    JH_TRY_DO(check_share(level.to, level.where));
    const bool top = level.to == kWhole;
    const bool inside =
        level.takes >= level.from && (top ? level.takes <= level.to : level.takes < level.to);
    if (!inside) {
      return wrong("packs.takes_outside",
                   {level.takes.to_string(), level.from.to_string(), level.to.to_string()},
                   level.where);
    }
  }
  for (std::size_t i = 1; i < levels.size(); ++i) {
    if (levels[i].from > levels[i - 1].from) {
      return wrong("packs.levels_unsorted", {levels[i].name}, levels[i].where);
    }
  }
  return {};
}

Result<void> check_late(const std::vector<LateBand>& late) {
  for (std::size_t i = 0; i < late.size(); ++i) {
    JH_TRY_DO(check_share(late[i].share, late[i].where));
    if (!(late[i].days > Decimal{}) || (i > 0 && late[i].days <= late[i - 1].days)) {
      return wrong("packs.band_reversed",
                   {i > 0 ? late[i - 1].days.to_string() : "0", late[i].days.to_string()},
                   late[i].where);
    }
    if (i > 0 && late[i].share > late[i - 1].share) {
      return wrong("packs.share_falls", {late[i - 1].share.to_string(), late[i - 1].where},
                   late[i].where);
    }
  }
  return {};
}

bool makes_no_deduction(const DeductionSettings& deduction) {
  return !(deduction.per > Decimal{}) || !(deduction.off > Decimal{}) || deduction.off > kWhole;
}

/// What the methods of the assignments need.
void check_methods(const ScoringProfile& profile, PackProblems& problems) {
  const auto lacks = [&](Method method) {
    switch (method) {
      case Method::satisfaction:
        return profile.satisfaction.bands.empty();
      case Method::stepped:
        return profile.stepped.bands.empty();
      case Method::deduction:
        return profile.deduction.where.empty();
      case Method::direct:
      case Method::proportion:
      case Method::graded:
        return false;
    }
    return false;
  };
  for (const auto& assignment : profile.assignments) {
    if (lacks(assignment.method)) {
      problems.add(Result<void>(wrong("packs.method_incomplete",
                                      {std::string(word(assignment.method))}, assignment.where)));
    }
  }
}

/// What doing too well costs.
Result<void> check_over(const OverSettings& over) {
  if ((over.from && *over.from <= kWhole) || (over.per && !(*over.per > Decimal{}))) {
    return wrong("packs.over_wrong", {}, over.where);
  }
  return check_share(over.share, over.where);
}

/// Numbers that can only be slips of the pen.
void check_numbers(const ScoringProfile& profile, PackProblems& problems) {
  problems.add(check_share(profile.proportion.pass, profile.proportion.where));
  problems.add(check_share(profile.proportion.tolerance, profile.proportion.where));
  if (!profile.deduction.where.empty() && makes_no_deduction(profile.deduction)) {
    problems.add(
        Result<void>(wrong("packs.deduction_wrong",
                           {profile.deduction.per.to_string(), profile.deduction.off.to_string()},
                           profile.deduction.where)));
  }
  if (profile.execution.points > profile.total) {
    problems.add(Result<void>(wrong(
        "packs.above_total", {profile.execution.points.to_string(), profile.total.to_string()},
        profile.execution.where)));
  }
}

}  // namespace

std::string_view word(Method method) {
  return std::ranges::find(kMethods, method, &decltype(kMethods)::value_type::second)->first;
}

std::optional<Method> method_from_word(std::string_view word) {
  const auto* found = std::ranges::find(kMethods, word, &decltype(kMethods)::value_type::first);
  return found == kMethods.end() ? std::nullopt : std::optional(found->second);
}

void check_profile(const ScoringProfile& profile, PackProblems& problems) {
  problems.add(check_shares(profile.execution.bands));
  problems.add(check_shares(profile.satisfaction.bands));
  problems.add(check_shares(profile.stepped.bands));
  problems.add(check_levels(profile.graded.levels));
  problems.add(check_limits(limits_of(profile.grades), profile.total));
  problems.add(check_limits(limits_of(profile.execution.caps), std::nullopt));
  problems.add(check_late(profile.late));
  check_methods(profile, problems);
  problems.add(check_over(profile.over));
  check_numbers(profile, problems);
  if (profile.grades.empty() || profile.graded.levels.empty() || !(profile.total > Decimal{})) {
    problems.add(Result<void>(wrong("packs.profile_incomplete", {profile.id}, profile.path)));
  }
}

}  // namespace jiheng::packs
