// Keeping what a person typed into a self-evaluation.
#include <algorithm>
#include <array>
#include <unordered_map>
#include <utility>

#include "app/self_evaluation.h"
#include "base/text.h"
#include "domain/cell_number.h"

namespace jiheng::app {
namespace {

constexpr int kCentScale = 2;
constexpr std::size_t kLongestCell = 500;    // characters
constexpr std::size_t kLongestText = 2'000;  // of a reason and of the words about the project

Result<void> check_length(const std::string& text, std::size_t most, const std::string& where) {
  if (length(text) > most) {
    return fail(ErrorCode::invalid_input, {"evaluation.too_long", {std::to_string(most)}}, where);
  }
  return {};
}

Result<void> check_number(const std::string& text, const std::string& where) {
  const auto number = number_in(text);
  if (!text.empty() && (!number || number->is_negative())) {
    return fail(ErrorCode::invalid_input, {"evaluation.not_a_number", {text}}, where);
  }
  return {};
}

Result<void> check(const TypedCells& typed, const Indicator& row) {
  JH_TRY_DO(check_number(fold_cell(typed.points.value_or("")), row.name));
  JH_TRY_DO(check_number(fold_cell(typed.score.value_or("")), row.name));
  JH_TRY_DO(check_length(typed.value.value_or(""), kLongestCell, row.name));
  return check_length(typed.reason.value_or(""), kLongestText, row.name);
}

using Living = std::unordered_map<std::int64_t, store::Assessment>;

Result<Living> living_assessments(const Workspace& workspace, const std::string& region,
                                  std::int64_t project) {
  JH_TRY(const auto all, store::Assessments(workspace.store).of_project(region, project));
  Living living;
  for (const auto& one : all) {
    living.insert_or_assign(one.assessment.indicator_id, one.assessment.said);
  }
  return living;
}

/// What is typed over what a person said before.
store::Assessment merged(store::Assessment said, const TypedCells& typed) {
  const auto put = [](const std::optional<std::string>& text, std::string& kept) {
    kept = text ? fold_cell(*text) : kept;
  };
  put(typed.points, said.points);
  put(typed.score, said.score);
  said.reason = typed.reason ? as_written(*typed.reason) : said.reason;
  return said;
}

/// Whether what a person typed is to be kept: another value, or the one of an earlier day said
/// anew.
bool is_news(const std::string& value, const EvaluatedRow& row, Date day) {
  return fold_cell(value) != row.stored.row.actual ||
         (row.reached.units == 0 && older_than_form(row, day));
}

/// 元, exact to the 分; nothing for a blank cell.
Result<std::optional<Decimal>> typed_amount(const std::string& text, const std::string& where) {
  const auto amount = trim(text);
  if (amount.empty()) {
    return std::nullopt;
  }
  const auto number = Decimal::parse(amount);
  const auto cents = number ? number->rounded(kCentScale) : number;
  if (!cents || *cents != *number || number->is_negative()) {
    return fail(ErrorCode::invalid_input, {"evaluation.bad_amount", {text}}, where);
  }
  return *number;
}

/// The total as it was typed, where that is another than is known, or was said of an earlier day.
Result<std::optional<store::NewMoney>> money_to_keep(const Workspace& workspace,
                                                     const SelfEvaluation& shown,
                                                     const TypedMoney& typed) {
  const bool has_total = !shown.money.empty() && shown.money.front().money.source.empty();
  const auto known = has_total ? shown.money.front().money : ProjectMoney{};
  auto said = known;
  said.as_of = shown.day;
  const std::array parts{std::pair(&typed.initial, &ProjectMoney::initial),
                         std::pair(&typed.adjusted, &ProjectMoney::adjusted),
                         std::pair(&typed.executed, &ProjectMoney::executed)};
  bool differs = false;
  for (const auto& [text, part] : parts) {
    JH_TRY(said.*part, typed_amount(*text, shown.project));
    differs = differs || said.*part != known.*part;
  }
  const bool older = has_total && older_than_form(shown.money.front(), shown.day);
  if (!differs && !older) {
    return std::nullopt;
  }
  if (differs && older && said.executed == known.executed) {
    said.executed.reset();  // a new budget does not make it the execution of this day
  }
  return store::NewMoney{.project_id = shown.project_id,
                         .said = said,
                         .origin = ReportOrigin::entered,
                         .author = workspace.user};
}

Result<store::NewSelfEvaluation> to_keep(const Workspace& workspace, const SelfEvaluation& shown,
                                         const std::vector<TypedCells>& typed,
                                         const Living& living) {
  store::NewSelfEvaluation kept{
      .project_id = shown.project_id, .seen = {}, .author = workspace.user};
  for (const auto& cells : typed) {
    const auto row = std::ranges::find(shown.rows, cells.indicator_id,
                                       [](const EvaluatedRow& one) { return one.stored.id; });
    if (row == shown.rows.end()) {
      return fail(ErrorCode::not_found, {"store.no_indicator"});
    }
    JH_TRY_DO(check(cells, row->stored.row));
    if (cells.value && is_news(*cells.value, *row, shown.day)) {
      kept.actuals.push_back({.indicator_id = cells.indicator_id,
                              .said = {.as_of = shown.day, .value = fold_cell(*cells.value)},
                              .origin = ReportOrigin::entered,
                              .author = workspace.user});
    }
    const auto before = living.find(cells.indicator_id);
    const auto said = before == living.end() ? store::Assessment{} : before->second;
    auto now = merged(said, cells);
    if (now != said) {
      kept.assessments.push_back({.indicator_id = cells.indicator_id,
                                  .said = std::move(now),
                                  .origin = ReportOrigin::entered,
                                  .author = workspace.user});
    }
  }
  return kept;
}

}  // namespace

Result<SelfEvaluation> save_self_evaluation(const Workspace& workspace,
                                            const EvaluationRequest& request,
                                            const std::string& seen) {
  const EvaluationRequest untyped{
      .project_id = request.project_id, .profile = request.profile, .day = request.day};
  JH_TRY(const auto shown, self_evaluation(workspace, untyped));
  JH_TRY(const auto region, region_of(workspace));
  JH_TRY(const auto living, living_assessments(workspace, region, request.project_id));
  JH_TRY(auto kept, to_keep(workspace, shown, request.typed, living));
  kept.seen = seen;
  if (request.money) {
    JH_TRY(auto money, money_to_keep(workspace, shown, *request.money));
    if (money) {
      kept.moneys.push_back(*std::move(money));
    }
  }
  if (request.words) {
    store::EvaluationWords words{as_written(request.words->outcome),
                                 as_written(request.words->execution)};
    // What a document brought may be longer than what is typed here, and is not typed again.
    if (words != shown.words) {
      JH_TRY_DO(check_length(words.outcome, kLongestText, shown.project));
      JH_TRY_DO(check_length(words.execution, kLongestText, shown.project));
      kept.words = std::move(words);
    }
  }
  JH_TRY_DO(store::SelfEvaluations(workspace.store).save(region, kept));
  return self_evaluation(workspace, untyped);
}

}  // namespace jiheng::app
