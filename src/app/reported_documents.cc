#include "app/reported_documents.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <utility>

#include "app/cell_places.h"
#include "app/extract.h"
#include "app/form_money.h"
#include "app/known_projects.h"
#include "app/self_evaluation.h"
#include "app/unpacking.h"
#include "base/text.h"
#include "domain/cell_number.h"
#include "intake/actual.h"
#include "report/evaluation_form.h"
#include "scoring/quantities.h"

namespace jiheng::app {
namespace {

constexpr std::array<std::string_view, 4> kMatches{"matched", "no_project", "no_indicator",
                                                   "ambiguous"};
constexpr int kDecember = 12;
constexpr std::array<std::string_view, 4> kFields{"value", "points", "score", "reason"};

/// One reading of a document against what is known.
struct Comparing {
  const Workspace& workspace;
  const ReportedRequest& request;
  const intake::Intake& intake;
  const packs::ScoringProfile& profile;
  std::map<std::int64_t, const SelfEvaluation*> known{};
  store::NewStatements kept{};
};

bool same_kind(const std::string& filed, const std::string& known) {
  const auto key = search_key(filed);
  const auto other = search_key(known);
  return key.empty() || other.starts_with(key) || key.starts_with(other);
}

/// The indicator a row of the document means.
std::vector<const EvaluatedRow*> rows_like(const SelfEvaluation& known, const Indicator& row) {
  std::vector<const EvaluatedRow*> named;
  for (const auto& one : known.rows) {
    if (search_key(one.stored.row.name) == search_key(row.name)) {
      named.push_back(&one);
    }
  }
  const auto narrow = [&](const auto& fits) {
    std::vector<const EvaluatedRow*> fitting;
    std::ranges::copy_if(named, std::back_inserter(fitting), fits);
    named = named.size() > 1 && !fitting.empty() ? fitting : named;
  };
  narrow([&](const EvaluatedRow* one) {
    return same_kind(row.level1, one->stored.row.level1) &&
           same_kind(row.level2, one->stored.row.level2);
  });
  narrow([&](const EvaluatedRow* one) {
    return search_key(report::form_target(one->stored.row)) == search_key(report::form_target(row));
  });
  return named;
}

bool same_number(const std::string& said, const std::optional<Decimal>& known) {
  const auto number = number_in(said);
  return number && known && *number == *known;
}

/// Whether two values mean one thing: 97 %, and 0.97 of a percent cell, as scoring reads them
/// beside the row's target.
bool says_the_same(const Actual& actual, const Actual& reached, const Indicator& row,
                   const packs::ScoringProfile& profile) {
  if (std::holds_alternative<TextTarget>(actual.typed)) {
    return actual.text == reached.text;
  }
  if (actual.typed == reached.typed && actual.measured == reached.measured) {
    return true;
  }
  scoring::Steps quiet(false);
  const auto said = scoring::in_one_measure(row, actual, profile, quiet);
  const auto known = scoring::in_one_measure(row, reached, profile, quiet);
  const auto in_base = [](const scoring::Quantities& held) {
    return held.actual.times(held.units).value_or(held.actual);
  };
  return said && known && in_base(*said) == in_base(*known);
}

void compare_value(Comparing& comparing, const Indicator& row, const EvaluatedRow& known,
                   ReportedRow& line) {
  const auto actual = intake::read_actual(row.actual, comparing.workspace.vocabulary);
  const bool alike =
      says_the_same(actual, known.reached.actual, known.stored.row, comparing.profile);
  if (actual.text == known.stored.row.actual || alike) {
    return;
  }
  const auto place = cell_of(comparing.intake, row, Column::actual);
  line.changes.push_back({ReportedField::value, known.stored.row.actual, actual.text, place});
  comparing.kept.actuals.push_back(
      {.indicator_id = known.stored.id,
       .said = {.as_of = *comparing.request.day, .value = actual.text},
       .origin = comparing.request.filed ? ReportOrigin::filed : ReportOrigin::workbook,
       .place = place,
       .note = comparing.request.name,
       .author = comparing.workspace.user});
}

void compare_assessment(Comparing& comparing, const Indicator& row, const EvaluatedRow& known,
                        ReportedRow& line) {
  const auto spelled = [](const std::optional<Decimal>& number) {
    return number ? number->to_shortest_string() : std::string();
  };
  store::Assessment said;
  const auto take = [&](ReportedField field, const std::string& before, const std::string& after,
                        std::string& cell) {
    cell = after;
    constexpr std::array kColumns{Column::actual, Column::points, Column::score, Column::reason};
    line.changes.push_back(
        {field, before, after,
         cell_of(comparing.intake, row, kColumns.at(static_cast<std::size_t>(field)))});
  };
  // What the profile proposes nobody has said: a form that states it says it.
  if (number_in(row.points) &&
      (known.points_proposed || !same_number(row.points, known.score.points))) {
    take(ReportedField::points, known.points_proposed ? "" : spelled(known.score.points),
         row.points, said.points);
  }
  const bool computed = same_number(row.score, known.score.score);
  const bool judged = same_number(row.score, number_in(known.stored.row.score));
  const bool differs = number_in(row.score) && !computed && !judged;
  if (differs && known.score.method == packs::Method::graded) {
    take(ReportedField::score, spelled(known.score.score), row.score, said.score);
  } else if (differs) {
    line.other_score = ReportedChange{ReportedField::score, spelled(known.score.score), row.score,
                                      cell_of(comparing.intake, row, Column::score)};
  }
  if (!row.reason.empty() && search_key(row.reason) != search_key(known.stored.row.reason)) {
    take(ReportedField::reason, known.stored.row.reason, row.reason, said.reason);
  }
  if (said != store::Assessment{}) {
    comparing.kept.assessments.push_back(
        {.indicator_id = known.stored.id,
         .said = said,
         .origin = comparing.request.filed ? ReportOrigin::filed : ReportOrigin::workbook,
         .author = comparing.workspace.user});
  }
}

void compare(Comparing& comparing, const Indicator& row, ReportedRow& line) {
  const auto* project = comparing.known.at(line.project_id);
  const auto rows = rows_like(*project, row);
  if (rows.size() != 1) {
    line.match = rows.empty() ? RowMatch::no_indicator : RowMatch::ambiguous;
    return;
  }
  const auto& known = *rows.front();
  line.match = RowMatch::matched;
  line.indicator_id = known.stored.id;
  line.target = report::form_target(row);
  line.current_target = report::form_target(known.stored.row);
  if (search_key(line.target) == search_key(line.current_target) ||
      (row.typed == known.stored.row.typed && row.measured == known.stored.row.measured &&
       row.comparator == known.stored.row.comparator)) {
    line.current_target = line.target;
  }
  line.blank = row.actual.empty();
  if (!line.blank) {
    compare_value(comparing, row, known, line);
  }
  compare_assessment(comparing, row, known, line);
}

/// The amounts a form states over those that are known; nothing where none is news.
std::optional<ProjectMoney> news(const ProjectMoney& before, const ProjectMoney& said) {
  auto after = before;
  after.as_of = said.as_of;
  after.source = said.source;
  bool differs = false;
  for (const auto part : {&ProjectMoney::initial, &ProjectMoney::adjusted, &ProjectMoney::executed,
                          &ProjectMoney::expected}) {
    if (said.*part && said.*part != after.*part) {
      after.*part = said.*part;
      differs = true;
    }
  }
  return differs ? std::optional(after) : std::nullopt;
}

/// The projects a document speaks of, by agency and name as it spells them.
using SpokenOf = std::map<std::pair<std::string, std::string>, std::int64_t>;

void compare_money(Comparing& comparing, const intake::Intake& intake, const SpokenOf& projects,
                   ReportedDocument& document) {
  for (const auto& [named, id] : projects) {
    const auto* known = comparing.known.at(id);
    for (const auto& said :
         money_of(intake.funding, named.first, named.second, *comparing.request.day)) {
      const auto line = std::ranges::find(
          known->money, said.source, [](const EvaluatedMoney& one) { return one.money.source; });
      const auto before = line == known->money.end() ? ProjectMoney{} : line->money;
      auto after = news(before, said);
      if (!after) {
        continue;
      }
      document.moneys.push_back({id, known->project, before, *after});
      const bool older =
          line != known->money.end() && older_than_form(*line, *comparing.request.day);
      if (older && !said.executed) {
        after->executed.reset();  // a new budget does not make it the execution of this day
      }
      comparing.kept.moneys.push_back(
          {.project_id = id,
           .said = *after,
           .origin = comparing.request.filed ? ReportOrigin::filed : ReportOrigin::workbook,
           .document_name = comparing.request.name,
           .author = comparing.workspace.user});
    }
  }
}

void find_unread_money(const Comparing& comparing, const SpokenOf& projects,
                       ReportedDocument& document) {
  for (const auto& [named, id] : projects) {
    for (const auto* cell : unread_money(comparing.intake.funding, named.first, named.second)) {
      document.unread_moneys.push_back({id, comparing.known.at(id)->project,
                                        money_source(cell->source).value_or(""), cell->column,
                                        cell->as_filed, to_string(cell->place)});
    }
  }
}

/// A blank field says nothing: what a person wrote before stays.
void compare_texts(Comparing& comparing, const intake::Intake& intake, const SpokenOf& projects,
                   ReportedDocument& document) {
  for (const auto& [named, id] : projects) {
    const auto* known = comparing.known.at(id);
    auto words = known->words;
    for (const auto& said : intake.evaluation_texts) {
      auto& kept = said.part == EvaluationPart::outcome ? words.outcome : words.execution;
      const bool own = said.agency == named.first && said.project == named.second;
      if (own && !said.text.empty() && search_key(said.text) != search_key(kept)) {
        document.texts.push_back(
            {id, known->project, said.part, kept, said.text, to_string(said.place)});
        kept = said.text;
      }
    }
    if (words != known->words) {
      comparing.kept.words.push_back({id, std::move(words), comparing.workspace.user});
    }
  }
}

void count(ReportedDocument& document) {
  for (const auto& row : document.rows) {
    const bool matched = row.match == RowMatch::matched;
    document.matched += matched ? 1U : 0U;
    document.changed += matched && !row.changes.empty() ? 1U : 0U;
    document.same += matched && row.changes.empty() && !row.blank ? 1U : 0U;
    document.blank += matched && row.changes.empty() && row.blank ? 1U : 0U;
    document.other_target += matched && row.target != row.current_target ? 1U : 0U;
    document.ambiguous += row.match == RowMatch::ambiguous ? 1U : 0U;
    document.unmatched +=
        row.match == RowMatch::no_project || row.match == RowMatch::no_indicator ? 1U : 0U;
  }
}

Result<Reading> read_request(const Workspace& workspace, const ReportedRequest& request,
                             const std::string& region) {
  JH_TRY(const bool archive, is_archive(workspace, request.bytes, request.stop));
  if (archive) {
    return fail(ErrorCode::invalid_input, {"filing.is_archive"}, request.name);
  }
  JH_TRY(const auto corrections, workspace.store.living_corrections(region));
  JH_TRY(auto reading, read_document(request.name, request.bytes,
                                     {.vocabulary = workspace.vocabulary,
                                      .reader = workspace.readers.reader(request.stop),
                                      .corrections = &corrections}));
  if (request.stop.stop_requested()) {
    return fail(ErrorCode::unavailable, {"document.given_up"}, request.name);
  }
  if (reading.intake.indicators.empty()) {
    return fail(ErrorCode::invalid_input, {"actuals.no_rows"}, request.name);
  }
  return reading;
}

/// The projects a row means: of those asked for, where somebody asked for one.
std::vector<std::int64_t> projects_of(const ReportedRow& line, const ReportedRequest& request,
                                      const KnownProjects& known) {
  if (request.project != 0 && line.project.empty()) {
    return {request.project};
  }
  std::vector<std::int64_t> ids;
  for (const auto* found : known.find(line.agency, line.project)) {
    if (request.project == 0 || request.project == found->id) {
      ids.push_back(found->id);
    }
  }
  return ids;
}

ReportedRow line_of(const Indicator& row, const ReportedRequest& request,
                    const KnownProjects& known) {
  ReportedRow line{.place = to_string(row.place),
                   .agency = row.agency.empty() ? request.agency : row.agency,
                   .project = row.project,
                   .name = row.name};
  const auto ids = projects_of(line, request, known);
  line.match = ids.size() == 1 ? RowMatch::matched
               : ids.empty()   ? RowMatch::no_project
                               : RowMatch::ambiguous;
  line.project_id = ids.size() == 1 ? ids.front() : 0;
  return line;
}

/// What a person said before and the document does not speak of stays said.
Result<void> merge_assessments(const Workspace& workspace, const std::string& region,
                               const std::vector<std::int64_t>& projects,
                               std::vector<store::NewAssessment>& kept) {
  JH_TRY(const auto living, store::Assessments(workspace.store).of_projects(region, projects));
  for (auto& one : kept) {
    const auto before = std::ranges::find(living, one.indicator_id, [](const auto& stored) {
      return stored.assessment.indicator_id;
    });
    if (before == living.end()) {
      continue;
    }
    for (const auto part :
         {&store::Assessment::points, &store::Assessment::score, &store::Assessment::reason}) {
      auto& text = one.said.*part;
      text = text.empty() ? before->assessment.said.*part : text;
    }
  }
  return {};
}

}  // namespace

std::string_view word(RowMatch match) {
  return kMatches.at(static_cast<std::size_t>(match));
}

std::string_view word(ReportedField field) {
  return kFields.at(static_cast<std::size_t>(field));
}

Result<ReportedDocument> report_document(const Workspace& workspace, const ReportedRequest& asked) {
  auto request = asked;
  request.day = request.day.value_or(last_day_of_month(request.year, kDecember));
  JH_TRY(const auto region, region_of(workspace));
  JH_TRY(const auto reading, read_request(workspace, request, region));
  JH_TRY(const auto projects, KnownProjects::load(workspace, region, request.year));
  ReportedDocument document{.name = request.name,
                            .hash = reading.hash,
                            .format = std::string(document::word(reading.format)),
                            .title = reading.intake.title,
                            .year = request.year,
                            .day = *request.day,
                            .dry_run = request.dry_run};
  SpokenOf spoken_of;
  std::set<std::int64_t> ids;
  for (const auto& row : reading.intake.indicators) {
    document.rows.push_back(line_of(row, request, projects));
    if (const auto id = document.rows.back().project_id; id != 0) {
      spoken_of.try_emplace({row.agency, row.project}, id);
      ids.insert(id);
    }
  }
  const std::vector<std::int64_t> all(ids.begin(), ids.end());
  JH_TRY(const auto known,
         self_evaluations(workspace, request.year, all, request.profile, request.day));
  JH_TRY(const auto profile,
         workspace.library.scoring_profile(request.profile.empty() ? packs::kDefaultScoringProfile
                                                                   : request.profile));
  Comparing comparing{
      .workspace = workspace, .request = request, .intake = reading.intake, .profile = profile};
  for (const auto& one : known) {
    comparing.known.emplace(one.project_id, &one);
  }
  for (std::size_t i = 0; i < document.rows.size(); ++i) {
    if (document.rows[i].project_id != 0) {
      compare(comparing, reading.intake.indicators[i], document.rows[i]);
    }
  }
  compare_money(comparing, reading.intake, spoken_of, document);
  find_unread_money(comparing, spoken_of, document);
  compare_texts(comparing, reading.intake, spoken_of, document);
  count(document);
  if (!request.dry_run) {
    JH_TRY_DO(merge_assessments(workspace, region, all, comparing.kept.assessments));
    JH_TRY_DO(store::SelfEvaluations(workspace.store).keep(region, comparing.kept));
  }
  return document;
}

}  // namespace jiheng::app
