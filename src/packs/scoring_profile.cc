#include "packs/scoring_profile.h"

#include <algorithm>
#include <array>
#include <map>
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

Error wrong(std::string key, std::vector<std::string> args, std::string where) {
  return {ErrorCode::invalid_input, {std::move(key), std::move(args)}, std::move(where)};
}

void check_share(const Decimal& share, const std::string& where, PackProblems& problems) {
  if (share.is_negative() || share > kWhole) {
    problems.add(wrong("packs.share_outside", {share.to_string()}, where));
  }
}

/// Bands of shares: the better the result, the more it earns.
void check_shares(const std::vector<ShareBand>& bands, PackProblems& problems) {
  check_limits(limits_of(bands), kWhole, problems);
  auto sorted = bands;
  std::ranges::stable_sort(sorted, {}, &ShareBand::from);
  for (std::size_t i = 0; i < sorted.size(); ++i) {
    check_share(sorted[i].share, sorted[i].where, problems);
    if (i > 0 && sorted[i].share < sorted[i - 1].share) {
      problems.add(wrong("packs.share_falls", {sorted[i].share.to_string(), sorted[i - 1].where},
                         sorted[i].where));
    }
  }
}

/// Notes a name that stands twice, where it does the second time.
class Once {
 public:
  Once(std::string key, PackProblems& problems) : key_(std::move(key)), problems_(problems) {}

  void add(const std::string& name, const std::string& where) {
    const auto [first, is_new] = first_.try_emplace(name, where);
    if (!is_new) {
      problems_.add(wrong(key_, {name, first->second}, where));
    }
  }

 private:
  std::string key_;
  PackProblems& problems_;
  std::map<std::string, std::string> first_{};
};

void check_words(const std::vector<LevelSettings>& levels, PackProblems& problems) {
  Once names("packs.called_twice", problems);
  Once words("packs.word_twice", problems);
  for (const auto& level : levels) {
    names.add(level.name, level.where);
    for (const auto& word : level.words) {
      words.add(word, level.where);
    }
  }
}

void check_levels(const std::vector<LevelSettings>& levels, PackProblems& problems) {
  auto limits = limits_of(levels);
  for (auto& limit : limits) {
    if (limit.to == kWhole) {
      limit.to = std::nullopt;  // all points belong to the best level
    }
  }
  check_limits(std::move(limits), kWhole, problems);
  check_words(levels, problems);
  for (const auto& level : levels) {
    check_share(level.to, level.where, problems);
    const bool top = level.to == kWhole;
    const bool inside =
        level.takes >= level.from && (top ? level.takes <= level.to : level.takes < level.to);
    if (!inside) {
      problems.add(wrong("packs.takes_outside",
                         {level.takes.to_string(), level.from.to_string(), level.to.to_string()},
                         level.where));
    }
  }
  for (std::size_t i = 1; i < levels.size(); ++i) {
    if (levels[i].from > levels[i - 1].from) {
      problems.add(wrong("packs.levels_unsorted", {levels[i].name}, levels[i].where));
    }
  }
}

void check_late(const std::vector<LateBand>& late, PackProblems& problems) {
  for (std::size_t i = 0; i < late.size(); ++i) {
    check_share(late[i].share, late[i].where, problems);
    if (!(late[i].days > Decimal{}) || (i > 0 && late[i].days <= late[i - 1].days)) {
      problems.add(wrong("packs.band_reversed",
                         {i > 0 ? late[i - 1].days.to_string() : "0", late[i].days.to_string()},
                         late[i].where));
    }
    if (i > 0 && late[i].share > late[i - 1].share) {
      problems.add(wrong("packs.share_falls", {late[i - 1].share.to_string(), late[i - 1].where},
                         late[i].where));
    }
  }
}

bool takes_off(const DeductionSettings& deduction) {
  return deduction.per > Decimal{} && deduction.off > Decimal{};
}

/// One number of the two, or more than all points. A profile that takes nothing off has neither.
bool is_wrong(const DeductionSettings& deduction) {
  const bool nothing = deduction.per.is_zero() && deduction.off.is_zero();
  return (!nothing && !takes_off(deduction)) || deduction.off > kWhole;
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
        return !takes_off(profile.deduction);
      case Method::direct:
      case Method::proportion:
      case Method::graded:
        return false;
    }
    return false;
  };
  for (const auto& assignment : profile.assignments) {
    if (lacks(assignment.method)) {
      problems.add(wrong("packs.method_incomplete", {std::string(word(assignment.method))},
                         assignment.where));
    }
  }
}

/// What doing too well costs.
void check_over(const OverSettings& over, PackProblems& problems) {
  if ((over.from && *over.from <= kWhole) || (over.per && !(*over.per > Decimal{}))) {
    problems.add(wrong("packs.over_wrong", {}, over.where));
  }
  check_share(over.share, over.where, problems);
}

Decimal sum_of(const KindPoints& kinds) {
  Decimal sum;
  for (const auto& points : {kinds.cost, kinds.output, kinds.benefit, kinds.satisfaction}) {
    sum = sum.plus(points.value_or(Decimal{})).value_or(sum);
  }
  return sum;
}

/// Points nobody could ever have beside the total.
void check_total(const ScoringProfile& profile, PackProblems& problems) {
  const auto check = [&](std::string_view key, const Decimal& points, const std::string& where) {
    if (points > profile.total) {
      problems.add(wrong(std::string(key), {points.to_string(), profile.total.to_string()}, where));
    }
  };
  check("packs.above_total", profile.execution.points, profile.execution.where);
  for (const auto& kinds : profile.kinds) {
    check("packs.kinds_above_total", sum_of(kinds), kinds.where);
  }
  for (const auto& grade : profile.grades) {
    check("packs.grade_above_total", grade.from, grade.where);
  }
}

/// Numbers that can only be slips of the pen.
void check_numbers(const ScoringProfile& profile, PackProblems& problems) {
  check_share(profile.proportion.pass, profile.proportion.where, problems);
  check_share(profile.proportion.tolerance, profile.proportion.where, problems);
  if (is_wrong(profile.deduction)) {
    problems.add(wrong("packs.deduction_wrong",
                       {profile.deduction.per.to_string(), profile.deduction.off.to_string()},
                       profile.deduction.where));
  }
  Once grades("packs.called_twice", problems);
  for (const auto& grade : profile.grades) {
    grades.add(grade.name, grade.where);
  }
  check_total(profile, problems);
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
  check_shares(profile.execution.bands, problems);
  check_shares(profile.satisfaction.bands, problems);
  check_shares(profile.stepped.bands, problems);
  check_levels(profile.graded.levels, problems);
  check_limits(limits_of(profile.grades), profile.total, problems);
  check_limits(limits_of(profile.execution.caps), std::nullopt, problems);
  check_late(profile.late, problems);
  check_methods(profile, problems);
  check_over(profile.over, problems);
  check_numbers(profile, problems);
  if (profile.grades.empty() || profile.graded.levels.empty() || !(profile.total > Decimal{})) {
    problems.add(wrong("packs.profile_incomplete", {profile.id}, profile.path));
  }
}

}  // namespace jiheng::packs
