#include "store/facts.h"

#include <array>

#include "store/approved_rows.h"
#include "store/comparisons.h"
#include "store/items.h"
#include "store/query.h"
#include "store/row_text.h"
#include "store/store.h"

namespace jiheng::store {
namespace {

constexpr std::array<std::string_view, 5> kColumns{"region_code", "version_id", "number", "kind",
                                                   "body"};
constexpr std::string_view kOfSameFilings =
    "WHERE p.region_code = ? AND p.agency_id <> ? AND p.year = ? AND p.indicators > 0 AND "
    "p.filing_id IN (SELECT q.filing_id FROM project q WHERE q.region_code = p.region_code AND "
    "q.agency_id = ? AND q.year = p.year)";
constexpr std::int64_t kDepartment = 2000;  // projects: no department has more

constexpr std::string_view kColumnsKind = "columns";
constexpr std::string_view kProjectKind = "project";
constexpr std::string_view kGoalKind = "goal";
constexpr std::string_view kEvaluationTextKind = "evaluation_text";
constexpr std::string_view kFundingKind = "funding";
constexpr std::string_view kFrameKind = "frame";
constexpr std::string_view kExecutionKind = "execution";
constexpr std::string_view kTotalKind = "total";
constexpr std::string_view kSecrecyKind = "secrecy";
constexpr std::string_view kDisclosedKind = "disclosed";

std::string body_of(const ProjectRecord& record) {
  Items items;
  items.add("place", encode(record.place));
  items.add_some("name", record.name);
  items.add_some("kind", record.kind);
  items.add_some("period", record.period);
  items.add_some("agency", record.agency);
  items.add_some("parent", record.parent_agency);
  items.add_some("executing", record.executing_agency);
  return items.text();
}

/// Where a fact stands, and of which agency's project it is one.
template <typename Fact>
Items of_project(const Fact& fact) {
  Items items;
  items.add("place", encode(fact.place));
  items.add_some("agency", fact.agency);
  items.add_some("project", fact.project);
  return items;
}

std::string body_of(const Goal& goal) {
  auto items = of_project(goal);
  items.add_flag("mid_term", goal.span == GoalSpan::mid_term);
  items.add_some("text", goal.text);
  return items.text();
}

std::string body_of(const EvaluationText& said) {
  auto items = of_project(said);
  items.add_flag("execution", said.part == EvaluationPart::execution);
  items.add_some("text", said.text);
  return items.text();
}

std::string body_of(const Funding& said) {
  auto items = of_project(said);
  items.add_some("block", said.block);
  items.add_some("column", said.column);
  items.add_some("source", said.source);
  items.add_number("year", said.year.value_or(0));
  items.add_some("amount", said.amount ? said.amount->to_string() : "");
  items.add_some("as_filed", said.as_filed);
  items.add_some("content", said.content);
  items.add_some("expected", said.expected);
  return items.text();
}

std::string body_of(const Execution& execution) {
  auto items = of_project(execution);
  items.add_some("budget", execution.budget ? execution.budget->to_string() : "");
  items.add_some("executed", execution.executed ? execution.executed->to_string() : "");
  items.add_flag("by_initial", execution.by_initial);
  items.add_some("points", execution.points);
  items.add_some("rate", execution.rate);
  items.add_some("score", execution.score);
  return items.text();
}

std::string body_of(const FiledTotal& total) {
  auto items = of_project(total);
  items.add_some("total", total.total);
  return items.text();
}

std::string body_of(const SecrecyMark& mark) {
  auto items = of_project(mark);
  items.add_some("text", mark.text);
  return items.text();
}

std::string text(const Items& items, std::string_view key) {
  return std::string(items.get(key));
}

std::optional<Decimal> number(const Items& items, std::string_view key) {
  const auto value = Decimal::parse(items.get(key));
  return value ? std::optional(*value) : std::nullopt;
}

ProjectRecord project_record(const Items& items) {
  return {.place = place(items.get("place")),
          .name = text(items, "name"),
          .kind = text(items, "kind"),
          .period = text(items, "period"),
          .agency = text(items, "agency"),
          .parent_agency = text(items, "parent"),
          .executing_agency = text(items, "executing")};
}

Goal goal(const Items& items) {
  return {.place = place(items.get("place")),
          .agency = text(items, "agency"),
          .project = text(items, "project"),
          .span = items.has("mid_term") ? GoalSpan::mid_term : GoalSpan::annual,
          .text = text(items, "text")};
}

EvaluationText evaluation_text(const Items& items) {
  return {.place = place(items.get("place")),
          .agency = text(items, "agency"),
          .project = text(items, "project"),
          .part = items.has("execution") ? EvaluationPart::execution : EvaluationPart::outcome,
          .text = text(items, "text")};
}

Funding funding(const Items& items) {
  Funding said{.place = place(items.get("place")),
               .agency = text(items, "agency"),
               .project = text(items, "project"),
               .block = text(items, "block"),
               .column = text(items, "column"),
               .source = text(items, "source"),
               .as_filed = text(items, "as_filed"),
               .content = text(items, "content"),
               .expected = text(items, "expected")};
  if (const int year = items.number("year"); year != 0) {
    said.year = year;
  }
  said.amount = number(items, "amount");
  return said;
}

Execution execution(const Items& items) {
  return {.agency = text(items, "agency"),
          .project = text(items, "project"),
          .place = place(items.get("place")),
          .by_initial = items.has("by_initial"),
          .budget = number(items, "budget"),
          .executed = number(items, "executed"),
          .points = text(items, "points"),
          .rate = text(items, "rate"),
          .score = text(items, "score")};
}

FiledTotal total(const Items& items) {
  return {.agency = text(items, "agency"),
          .project = text(items, "project"),
          .place = place(items.get("place")),
          .total = text(items, "total")};
}

SecrecyMark secrecy_mark(const Items& items) {
  return {.place = place(items.get("place")),
          .agency = text(items, "agency"),
          .project = text(items, "project"),
          .text = text(items, "text")};
}

void read_fact(std::string_view kind, const Items& items, ReviewFacts& facts) {
  if (kind == kProjectKind) {
    facts.projects.push_back(project_record(items));
  } else if (kind == kGoalKind) {
    facts.goals.push_back(goal(items));
  } else if (kind == kEvaluationTextKind) {
    facts.evaluation_texts.push_back(evaluation_text(items));
  } else if (kind == kFundingKind) {
    facts.funding.push_back(funding(items));
  } else if (kind == kExecutionKind) {
    facts.executions.push_back(execution(items));
  } else if (kind == kTotalKind) {
    facts.totals.push_back(total(items));
  } else if (kind == kSecrecyKind) {
    facts.secrecy.push_back(secrecy_mark(items));
  } else if (kind == kDisclosedKind) {
    facts.disclosed = true;
  } else if (kind == kFrameKind) {
    facts.frame = items.get("id");
  } else if (kind == kColumnsKind) {
    for (const auto& [name, value] : items.all()) {
      if (const auto column = column_from_word(name)) {
        facts.columns.set(static_cast<std::size_t>(*column));
      }
    }
  }
}

std::string encode_columns(const ReviewFacts& facts) {
  Items items;
  for (std::size_t i = 0; i < kColumnCount; ++i) {
    if (facts.columns.test(i)) {
      items.add(word(static_cast<Column>(i)), "1");
    }
  }
  return items.text();
}

std::string encode_disclosed(bool disclosed) {
  Items items;
  items.add_flag("disclosed", disclosed);
  return items.text();
}

std::string encode_frame(const std::string& frame) {
  Items items;
  items.add_some("id", frame);
  return items.text();
}

/// Counted before they are read: a whole region's filing is not sorted to be thrown away.
Result<bool> too_many_others(sql::Connection& connection, std::string_view region,
                             std::int64_t agency, std::int64_t year) {
  const auto count = "SELECT COUNT(*) FROM (SELECT 1 AS one FROM project p " +
                     std::string(kOfSameFilings) + " LIMIT ?) counted";
  JH_TRY(const auto others,
         connection.number(count, {region, agency, year, agency, kDepartment + 1}));
  return others > kDepartment;
}

Result<void> load_others(sql::Connection& connection, std::string_view region, std::int64_t agency,
                         ReviewFacts& facts) {
  const std::int64_t year = facts.year.value_or(0);
  JH_TRY(const auto too_many, too_many_others(connection, region, agency, year));
  if (too_many) {
    return {};
  }
  JH_TRY(const auto others,
         connection.prepare("SELECT a.name, p.name FROM project p JOIN agency a ON a.region_code = "
                            "p.region_code AND a.agency_id = p.agency_id " +
                            std::string(kOfSameFilings) + " ORDER BY p.filing_id, p.position"));
  JH_TRY_DO(others->run({region, agency, year, agency}));
  return for_each_row(*others, [&](const sql::Statement& row) {
    facts.others.push_back({std::string(row.text(0)), std::string(row.text(1))});
  });
}

/// The facts of the versions that hold rows of a year, of these agencies or of all.
Result<void> load_filed(sql::Connection& connection, std::string_view region,
                        const std::vector<std::int64_t>& agencies, ReviewFacts& facts) {
  Query query("SELECT f.kind, f.body FROM filing_fact f WHERE ");
  query.add("f.region_code = ?", region);
  query.add(" AND f.version_id IN (SELECT h.version_id FROM holding h WHERE ");
  query.add("h.region_code = f.region_code AND h.year = ?", std::int64_t{facts.year.value_or(0)});
  if (!agencies.empty()) {
    query.add_in(" AND h.agency_id IN", agencies);
  }
  query.add(") ORDER BY f.version_id, f.number");
  JH_TRY(const auto found, query.run(connection));
  return for_each_row(*found, [&](const sql::Statement& row) {
    read_fact(row.text(0), Items(row.text(1)), facts);
  });
}

}  // namespace

Result<void> save_facts(sql::Connection& connection, std::string_view region,
                        std::int64_t version_id, const ReviewFacts& facts) {
  std::int64_t number = 0;
  JH_TRY(const auto bulk, connection.bulk("filing_fact", kColumns));
  const auto save = [&](std::string_view kind, const std::string& body) -> Result<void> {
    return body.empty() ? Result<void>{}
                        : bulk->row({region, version_id, ++number, kind, std::string_view(body)});
  };
  JH_TRY_DO(save(kColumnsKind, encode_columns(facts)));
  JH_TRY_DO(save(kFrameKind, encode_frame(facts.frame)));
  JH_TRY_DO(save(kDisclosedKind, encode_disclosed(facts.disclosed)));
  for (const auto& record : facts.projects) {
    JH_TRY_DO(save(kProjectKind, body_of(record)));
  }
  for (const auto& one : facts.goals) {
    JH_TRY_DO(save(kGoalKind, body_of(one)));
  }
  for (const auto& said : facts.evaluation_texts) {
    JH_TRY_DO(save(kEvaluationTextKind, body_of(said)));
  }
  for (const auto& said : facts.funding) {
    JH_TRY_DO(save(kFundingKind, body_of(said)));
  }
  for (const auto& one : facts.executions) {
    JH_TRY_DO(save(kExecutionKind, body_of(one)));
  }
  for (const auto& one : facts.totals) {
    JH_TRY_DO(save(kTotalKind, body_of(one)));
  }
  for (const auto& mark : facts.secrecy) {
    JH_TRY_DO(save(kSecrecyKind, body_of(mark)));
  }
  return bulk->finish();
}

Result<ReviewFacts> load_facts(sql::Connection& connection, std::string_view region,
                               std::optional<std::int64_t> agency_id, std::int64_t year) {
  ReviewFacts facts{.year = static_cast<int>(year)};
  JH_TRY_DO(load_filed(connection, region,
                       agency_id ? std::vector{*agency_id} : std::vector<std::int64_t>{}, facts));
  if (agency_id) {
    JH_TRY_DO(load_others(connection, region, *agency_id, facts));
    JH_TRY_DO(load_comparisons(connection, region, *agency_id, year, facts));
  }
  JH_TRY_DO(load_past(connection, region, agency_id, year, facts.past));
  sort_past(facts.past);
  JH_TRY_DO(load_approved(connection, region, agency_id, year, facts.approved));
  return facts;
}

Result<void> load_past(sql::Connection& connection, std::string_view region,
                       std::optional<std::int64_t> agency_id, std::int64_t year,
                       std::vector<PastRow>& past) {
  Query query(
      "SELECT i.year, i.agency, i.project, i.name, i.typed, i.measured, r.actual FROM indicator i "
      "JOIN filed_row r ON r.region_code = i.region_code AND r.version_id = i.version_id AND "
      "r.position = i.position WHERE ");
  query.add("i.region_code = ?", region);
  if (agency_id) {
    query.add(" AND i.agency_id = ?", *agency_id);
  }
  query.add(" AND i.year >= ?", year - kPastYears);
  query.add(" AND i.year < ?", year);
  query.add(" AND i.is_current = 1 ORDER BY i.year, i.filing_id, i.position");
  JH_TRY(const auto found, query.run(connection));
  return for_each_row(*found, [&](const sql::Statement& row) {
    past.push_back({.year = static_cast<int>(row.integer(0)),
                    .agency = std::string(row.text(1)),
                    .project = std::string(row.text(2)),
                    .name = std::string(row.text(3)),
                    .typed = typed_target(row.text(4)),
                    .measured = measure(row.text(5)),
                    .actual = std::string(row.text(6))});
  });
}

Result<ReviewFacts> Store::review_facts(std::string_view region, int year,
                                        std::optional<std::int64_t> agency) {
  JH_TRY(const auto lease, pool_->lease());
  return load_facts(*lease, region, agency, year);
}

Result<ReviewFacts> Store::filed_facts(std::string_view region, int year,
                                       const std::vector<std::int64_t>& agencies) {
  JH_TRY(const auto lease, pool_->lease());
  ReviewFacts facts{.year = year};
  if (!agencies.empty()) {
    JH_TRY_DO(load_filed(*lease, region, agencies, facts));
  }
  return facts;
}

Result<std::vector<FiledDocument>> Store::filed_documents(std::string_view region, int year) {
  constexpr std::string_view kSelect =
      "SELECT DISTINCT d.document_id, d.name, f.body FROM holding h JOIN filing_version v ON "
      "v.region_code = h.region_code AND v.version_id = h.version_id JOIN document d ON "
      "d.region_code = v.region_code AND d.document_id = v.document_id LEFT JOIN filing_fact f ON "
      "f.region_code = v.region_code AND f.version_id = v.version_id AND f.kind = 'frame' "
      "WHERE h.region_code = ? AND h.year = ? ORDER BY d.document_id";
  JH_TRY(const auto lease, pool_->lease());
  JH_TRY(const auto found, lease->prepare(kSelect));
  JH_TRY_DO(found->run({region, std::int64_t{year}}));
  std::vector<FiledDocument> documents;
  JH_TRY_DO(for_each_row(*found, [&](const sql::Statement& row) {
    const auto frame = text(Items(row.text(2)), "id");
    const bool again = !documents.empty() && documents.back().id == row.integer(0);
    if (again) {
      documents.back().frame = frame;
    } else {
      documents.push_back({row.integer(0), std::string(row.text(1)), frame});
    }
  }));
  return documents;
}

Result<std::vector<PastRow>> Store::past_rows(std::string_view region, int year,
                                              std::optional<std::int64_t> agency) {
  JH_TRY(const auto lease, pool_->lease());
  std::vector<PastRow> past;
  JH_TRY_DO(load_past(*lease, region, agency, year, past));
  sort_past(past);
  return past;
}

}  // namespace jiheng::store
