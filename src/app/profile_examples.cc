#include "app/profile_examples.h"

#include <algorithm>
#include <utility>

#include "app/scoring.h"
#include "base/text.h"
#include "intake/actual.h"
#include "intake/target_language.h"
#include "scoring/score_indicator.h"
#include "scoring/score_projects.h"

namespace jiheng::app {
namespace {

constexpr auto kHundred = Decimal::whole(100);

/// An indicator of a kind, read from its cells as a form's would be.
Result<Indicator> row_of(const Vocabulary& vocabulary, const ExampleCells& cells) {
  const auto role =
      cells.role.empty() ? CategoryRole::quantity : category_role_from_word(cells.role);
  const auto category = role ? vocabulary.frames.category(*role) : std::nullopt;
  if (!category) {
    return fail(ErrorCode::invalid_input, {"profile.bad_role", {cells.role}}, "role");
  }
  Indicator row;
  row.level1 = category->level1;
  row.level2 = category->level2;
  row.points = fold_cell(cells.points);
  row.score = fold_cell(cells.score);
  row.actual = fold_cell(cells.actual);
  intake::retype(row, {cells.comparator, cells.target, cells.measure}, vocabulary);
  return row;
}

/// Makes examples of one profile.
class Examples {
 public:
  Examples(const Vocabulary& vocabulary, const packs::ScoringProfile& profile,
           const scoring::Scheme& scheme)
      : vocabulary_(vocabulary), profile_(profile), scheme_(scheme) {}

  Result<ProfileExamples> make() {
    JH_TRY_DO(add_proportion());
    JH_TRY_DO(add_ceilings());
    JH_TRY_DO(add_days());
    JH_TRY_DO(add_assigned());
    JH_TRY_DO(add_levels());
    JH_TRY_DO(add_over());
    add_money();
    JH_TRY_DO(add_totals());
    return std::move(examples_);
  }

 private:
  Result<void> add(const std::string& section, const ExampleCells& cells,
                   const std::string& ending = {}) {
    JH_TRY(auto row, row_of(vocabulary_, cells));
    row.name = ending;
    examples_.rows.push_back({.section = section, .row = row, .score = scored(scheme_, row)});
    return {};
  }

  [[nodiscard]] Score scored(const scoring::Scheme& scheme, const Indicator& row) const {
    return scoring::score_indicator(scheme, row, intake::read_actual(row.actual, vocabulary_),
                                    std::nullopt);
  }

  Result<void> add_proportion() {
    for (const auto* actual : {"100", "88", ""}) {
      JH_TRY_DO(add("proportion",
                    {.comparator = "≥", .target = "100", .measure = "个", .actual = actual}));
    }
    if (profile_.proportion.pass > Decimal{}) {
      const auto below = profile_.proportion.pass.minus(Decimal::whole(1)).value_or(Decimal{});
      JH_TRY_DO(add("proportion", {.comparator = "≥",
                                   .target = "100",
                                   .measure = "个",
                                   .actual = below.to_shortest_string()}));
    }
    for (const auto* actual : {"96", "108"}) {
      JH_TRY_DO(add("proportion",
                    {.comparator = "＝", .target = "100", .measure = "个", .actual = actual}));
    }
    return add("proportion",
               {.comparator = "＞", .target = "100", .measure = "个", .actual = "100"});
  }

  /// By the profile's form for ≤ ＜, and by the other.
  Result<void> add_ceilings() {
    const ExampleCells cells{.comparator = "≤", .target = "60", .measure = "个", .actual = "70"};
    JH_TRY_DO(add("proportion", cells));
    const bool is_ratio = profile_.proportion.ceiling == packs::CeilingForm::ratio;
    auto other = profile_;
    other.proportion.ceiling = is_ratio ? packs::CeilingForm::linear : packs::CeilingForm::ratio;
    JH_TRY(const auto scheme, scheme_of(other, vocabulary_));
    JH_TRY(auto row, row_of(vocabulary_, cells));
    examples_.rows.push_back({.section = "proportion",
                              .variant = is_ratio ? "linear" : "ratio",
                              .row = row,
                              .score = scored(scheme, row)});
    return {};
  }

  Result<void> add_days() {
    for (const auto* actual : {"10月20日", "11月15日"}) {
      JH_TRY_DO(add("proportion", {.role = "timeliness", .target = "10月底前", .actual = actual}));
    }
    return {};
  }

  /// An example of each band and step of the methods that are assigned, to rows they are for.
  Result<void> add_assigned() {
    for (const auto& assignment : profile_.assignments) {
      ExampleCells cells{.role = assignment.roles.empty() ? "" : assignment.roles.front(),
                         .comparator = "≥",
                         .target = "95",
                         .measure = "%"};
      const auto ending = assignment.endings.empty() ? "" : assignment.endings.front();
      switch (assignment.method) {
        case packs::Method::satisfaction:
          JH_TRY_DO(add_bands("satisfaction", cells, profile_.satisfaction.bands));
          break;
        case packs::Method::stepped:
          cells.target = "100";
          JH_TRY_DO(add_bands("stepped", cells, profile_.stepped.bands));
          break;
        case packs::Method::deduction:
          cells = {.role = cells.role, .comparator = "≤", .target = "60", .measure = "万元"};
          cells.actual = "63";
          JH_TRY_DO(add("deduction", cells, ending));
          break;
        case packs::Method::direct:
          cells.target = "90";
          for (const auto* actual : {"95%", "85%"}) {
            cells.actual = actual;
            JH_TRY_DO(ending.empty() ? Result<void>{} : add("direct", cells, ending));
          }
          break;
        case packs::Method::proportion:
        case packs::Method::graded:
          break;
      }
    }
    return {};
  }

  /// At the lower end of each band.
  Result<void> add_bands(const std::string& section, ExampleCells cells,
                         const std::vector<packs::ShareBand>& bands) {
    for (const auto& band : bands) {
      cells.actual = band.from.to_shortest_string() + "%";
      JH_TRY_DO(add(section, cells));
    }
    return {};
  }

  Result<void> add_levels() {
    const ExampleCells cells{.role = "social_benefit", .comparator = "定性", .target = "健全"};
    for (const auto& level : profile_.graded.levels) {
      auto judged = cells;
      judged.actual = level.words.empty() ? level.name : level.words.front();
      JH_TRY_DO(add("graded", judged));
      judged.score = "7";
      JH_TRY_DO(add("graded", judged));
    }
    return {};
  }

  Result<void> add_over() {
    if (!profile_.over.from) {
      return {};
    }
    const auto below = profile_.over.from->minus(Decimal::whole(1)).value_or(Decimal{});
    for (const auto& actual : {below, *profile_.over.from}) {
      JH_TRY_DO(add("over", {.comparator = "≥",
                             .target = "100",
                             .measure = "个",
                             .actual = actual.to_shortest_string()}));
    }
    return {};
  }

  [[nodiscard]] static Execution spent(const Decimal& executed) {
    return {.budget = kHundred, .executed = executed};
  }

  void add_money() {
    std::vector<Decimal> amounts{Decimal::whole(105), Decimal::whole(88)};
    for (const auto& band : profile_.execution.bands) {
      amounts.push_back(band.from);
    }
    for (const auto& executed : amounts) {
      examples_.money.push_back({.section = "execution",
                                 .execution = spent(executed),
                                 .score = scoring::score_execution(scheme_, spent(executed))});
    }
  }

  /// A project a person has judged to have so many points, with so much executed.
  Result<void> add_total(const Decimal& judged, const Decimal& points,
                         const std::optional<Decimal>& rate) {
    auto by_person = profile_;
    by_person.assignments = {{.method = packs::Method::graded}};
    if (!rate) {
      by_person.execution.points = Decimal{};  // the points judged are those of everything
    }
    JH_TRY(const auto scheme, scheme_of(by_person, vocabulary_));
    JH_TRY(const auto row, row_of(vocabulary_, {.comparator = "定性",
                                                .target = "健全",
                                                .actual = "由人评定",
                                                .points = points.to_shortest_string(),
                                                .score = judged.to_shortest_string()}));
    const auto actual = intake::read_actual(row.actual, vocabulary_);
    const auto execution = spent(rate.value_or(Decimal{}));
    auto projects = scoring::score_projects(
        scheme,
        {.rows = {&row, 1}, .actuals = {&actual, 1}, .executions = {&execution, rate ? 1U : 0U}});
    examples_.totals.push_back(
        {.total = judged, .execution_rate = rate, .score = std::move(projects.front())});
    return {};
  }

  Result<void> add_totals() {
    const auto rest = profile_.total.minus(profile_.execution.points).value_or(Decimal{});
    for (const auto& cap : profile_.execution.caps) {
      JH_TRY_DO(add_total(rest, rest, cap.from));
    }
    for (const auto& grade : profile_.grades) {
      JH_TRY_DO(add_total(grade.from, profile_.total, std::nullopt));
      const auto below = grade.from.minus(Decimal::of(1, profile_.places)).value_or(Decimal{});
      if (!below.is_negative()) {
        JH_TRY_DO(add_total(below, profile_.total, std::nullopt));
      }
    }
    return {};
  }

  const Vocabulary& vocabulary_;
  const packs::ScoringProfile& profile_;
  const scoring::Scheme& scheme_;
  ProfileExamples examples_{};
};

}  // namespace

Result<ProfileExamples> profile_examples(const Workspace& workspace,
                                         const packs::ScoringProfile& profile) {
  JH_TRY(const auto scheme, scheme_of(profile, workspace.vocabulary));
  return Examples(workspace.vocabulary, profile, scheme).make();
}

Result<ProfileExample> asked_example(const Workspace& workspace,
                                     const packs::ScoringProfile& profile,
                                     const ExampleCells& cells) {
  JH_TRY(const auto scheme, scheme_of(profile, workspace.vocabulary));
  JH_TRY(auto row, row_of(workspace.vocabulary, cells));
  const auto actual = intake::read_actual(row.actual, workspace.vocabulary);
  auto score = scoring::score_indicator(scheme, row, actual, std::nullopt);
  return ProfileExample{.row = std::move(row), .score = std::move(score)};
}

}  // namespace jiheng::app
