#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/decimal.h"
#include "base/result.h"
#include "packs/clause_settings.h"
#include "packs/pack_problems.h"

namespace jiheng::packs {

/// How an indicator is given its points.
enum class Method : std::uint8_t {
  direct,        // 直接: met or not
  proportion,    // 比例: as much of the points as of the target
  graded,        // 等级: by the level a person judges it to have
  satisfaction,  // 满意度: by the band the rate lies in
  stepped,       // 阶梯: by the band the degree of completion lies in
  deduction,     // 扣分: so much off for every part missed
};

[[nodiscard]] std::string_view word(Method method);
[[nodiscard]] std::optional<Method> method_from_word(std::string_view word);

/// What is left of the points of a ceiling (≤ ＜) that was passed: T ÷ A, or 1 − (A − T) ÷ T.
enum class CeilingForm : std::uint8_t { ratio, linear };

/// When ＝ is met: by reaching the value, by the very value, or near it.
enum class EqualForm : std::uint8_t { at_least, exact, tolerance };

/// from ≤ value < to; without `to` there is no end. What lies in it earns `share`.
///
/// Units   percent, all three. `where` is "path:line".
struct ShareBand {
  Decimal from{};
  std::optional<Decimal> to{};
  Decimal share{};
  std::string where{};
};

/// A level of the graded method: its score lies in from ≤ score < to; `to` 100 is included.
///
/// Shape   `takes` is what counts where no person has given a score; `words` are what an actual
///         value says of the level.
/// Units   percent of the points.
struct LevelSettings {
  std::string name;
  std::vector<std::string> words{};
  Decimal from{};
  Decimal to{};
  Decimal takes{};
  std::string where{};
};

/// 优 良 中 差: from ≤ total < to; without `to` there is no end.
struct GradeBand {
  std::string name;
  Decimal from{};
  std::optional<Decimal> to{};
  std::string where{};
};

/// While execution lies in from ≤ rate < to, the total is at most `total`.
///
/// Units   percent; points.
struct ExecutionCap {
  Decimal from{};
  std::optional<Decimal> to{};
  Decimal total{};
  std::string where{};
};

/// Which indicators a method is for: all that is said must hold, what is empty holds always.
///
/// Shape   the words of the domain: category roles, target kinds, comparators; `endings` of names.
struct Assignment {
  Method method{};
  std::vector<std::string> roles{};
  std::vector<std::string> kinds{};
  std::vector<std::string> comparators{};
  std::vector<std::string> endings{};
  std::string where{};
};

/// How many points each level-1 kind has, where a project has just these kinds.
struct KindPoints {
  std::optional<Decimal> cost{};
  std::optional<Decimal> output{};
  std::optional<Decimal> benefit{};
  std::optional<Decimal> satisfaction{};
  std::string where{};
};

struct ProportionSettings {
  CeilingForm ceiling{};
  EqualForm equal{};
  Decimal tolerance{};  // percent of the target
  Decimal pass{};       // percent: completion below it earns nothing
  bool strict{};        // ＞ and ＜ are not met by the target itself
  ClauseSettings clause{};
  ClauseSettings above_clause{};  // of ≤ ＜, and of more than enough; "" where `clause` says it all
  std::string where{};
};

struct GradedSettings {
  std::vector<LevelSettings> levels{};  // the best first
  ClauseSettings clause{};
};

struct SatisfactionSettings {
  std::vector<ShareBand> bands{};
  bool met_is_full{};  // a rate that meets its target has all points, whatever its band
  ClauseSettings clause{};
};

struct SteppedSettings {
  std::vector<ShareBand> bands{};
  ClauseSettings clause{};
};

/// For each `per` percent of the target that is missed, begun ones count, `off` percent of the
/// points; where the target is 0 or below, for each begun unit of the measure's base (元 of 万元),
/// of ratios for each percent.
struct DeductionSettings {
  Decimal per{};
  Decimal off{};
  ClauseSettings clause{};
  std::string where{};
};

/// At most `days` late earns `share` percent.
struct LateBand {
  Decimal days{};
  Decimal share{};
  std::string where{};
};

/// What done far beyond the target costs: from `from` percent of it, `points` and `share` percent
/// of the indicator's points, once, or again for each further `per` percent.
struct OverSettings {
  std::optional<Decimal> from{};
  Decimal points{};
  Decimal share{};
  std::optional<Decimal> per{};
  ClauseSettings clause{};
  std::string where{};
};

struct ExecutionSettings {
  Decimal points{};
  std::string where{};
  std::vector<ShareBand> bands{};  // none: in proportion
  ClauseSettings clause{};
  std::vector<ExecutionCap> caps{};
  ClauseSettings cap_clause{};
};

/// 评分办法: packs/scoring/*.toml after inheritance; every number of a score is in it.
///
/// Shape   `fraction_from`: a bare 0.88 beside a target in % of at least this is a part of the
///         whole, 88 %. `difference` is how far a filed score may be from the computed one.
struct ScoringProfile {  // NOLINT(clang-analyzer-optin.performance.Padding): as one reads
  std::string id;
  std::string title{};
  int version{};
  std::string inherits{};
  std::string path{};  // "path:line" of its id
  ClauseSettings clause{};
  int places{2};
  Decimal total{};
  Decimal fraction_from{};
  Decimal difference{};
  ExecutionSettings execution{};
  std::vector<Assignment> assignments{};
  ClauseSettings direct{};
  ProportionSettings proportion{};
  GradedSettings graded{};
  SatisfactionSettings satisfaction{};
  SteppedSettings stepped{};
  DeductionSettings deduction{};
  std::vector<LateBand> late{};
  OverSettings over{};
  std::vector<GradeBand> grades{};
  ClauseSettings grade_clause{};
  std::vector<KindPoints> kinds{};
  ClauseSettings kind_clause{};
};

/// The profile used when nobody names one.
inline constexpr std::string_view kDefaultScoringProfile = "national-2020";

/// Notes bands that overlap, leave gaps, do not begin at 0, end before the whole or whose limits
/// are reversed, shares that are none or fall while the result gets better, levels that do not hold
/// what they take, methods without what they need, and numbers that make no sense.
/// Errors  invalid_input at "path:line": `packs.band_reversed`, `packs.band_overlap`,
///         `packs.band_gap`, `packs.band_start`, `packs.band_end`, `packs.share_outside`,
///         `packs.share_falls`, `packs.takes_outside`, `packs.levels_unsorted`,
///         `packs.method_incomplete`, `packs.over_wrong`, `packs.deduction_wrong`,
///         `packs.above_total`, `packs.kinds_above_total`, `packs.grade_above_total`,
///         `packs.called_twice`, `packs.word_twice`, `packs.profile_incomplete`.
void check_profile(const ScoringProfile& profile, PackProblems& problems);

}  // namespace jiheng::packs
