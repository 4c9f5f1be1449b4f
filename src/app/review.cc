#include "app/review.h"

#include <algorithm>
#include <iterator>
#include <unordered_map>
#include <utility>

#include "app/facts.h"
#include "app/judging.h"
#include "app/year_comparison.h"
#include "report/csv.h"

namespace jiheng::app {
namespace {

report::ReviewedRows view_of(const Review& review) {
  return {.source = review.source,
          .title = review.title,
          .edited = review.edited,
          .sources = review.sources,
          .source_of = review.source_of,
          .by = review.by,
          .judged_by = review.judged_by,
          .rows = review.rows,
          .findings = review.findings};
}

std::vector<Text> judged_by_of(const packs::RulePack& pack, const std::string& frame,
                               const Vocabulary& vocabulary) {
  std::vector<Text> said{{"report.judged_by", {pack.title, pack.id, std::to_string(pack.version)}}};
  if (const auto* known = vocabulary.frames.named(frame)) {
    said.push_back({known->verified ? "report.frame" : "report.frame_unverified", {known->title}});
  }
  return said;
}

/// Findings by the id of their row.
using FindingsOf = std::unordered_map<std::int64_t, std::vector<Finding>>;

struct JudgedAgencies {
  FindingsOf findings{};
  std::string frame{};  // of the last that has one
  HeldProjects held{};
  bool any_approved{};

  void add_held(const store::AgencyRows& agency) {
    const auto more = held_projects(agency.facts.approved, agency.rows);
    held.all += more.all;
    held.without.insert(held.without.end(), more.without.begin(), more.without.end());
    any_approved = any_approved || !agency.facts.approved.empty();
  }
};

/// Judges an agency at a time, as filing and judging anew do. A whole year is looked at as it
/// stands now; for one agency counts what the last look at its year found.
Result<JudgedAgencies> judged_agencies(const Workspace& workspace, const store::AgencyOrYear& of,
                                       const JudgingMeans& means) {
  JH_TRY(const auto region, region_of(workspace));
  std::vector<store::AgencyRows> agencies;
  JH_TRY_DO(workspace.store.each_agency(region, of, [&](store::AgencyRows rows) {
    agencies.push_back(std::move(rows));
    return Result<void>{};
  }));
  if (!of.agency) {
    JH_TRY(auto comparison, YearComparison::make(means));
    for (const auto& one : agencies) {
      comparison.add(one.rows, one.facts);
    }
    const FoundComparisons found(std::move(comparison).found());
    for (auto& one : agencies) {
      found.put_on(one.facts, one.rows.empty() ? "" : one.rows.front().agency);
    }
  }
  JudgedAgencies judged;
  for (const auto& one : agencies) {
    for (auto& finding : findings_of(one.rows, one.facts, means)) {
      judged.findings[one.stored[finding.row].id].push_back(std::move(finding));
    }
    judged.add_held(one);
    judged.frame = one.facts.frame.empty() ? judged.frame : one.facts.frame;
  }
  return judged;
}

std::vector<Finding> in_order_of(const std::vector<store::StoredIndicator>& rows,
                                 FindingsOf& found) {
  std::vector<Finding> findings;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    for (auto& finding : found[rows[i].id]) {
      finding.row = i;
      findings.push_back(std::move(finding));
    }
  }
  return findings;
}

}  // namespace

void SeverityCounts::add(const std::vector<Finding>& findings) {
  for (const auto& finding : findings) {
    switch (finding.severity) {
      case Severity::error:
        ++errors;
        break;
      case Severity::warning:
        ++warnings;
        break;
      case Severity::hint:
        ++hints;
        break;
    }
  }
}

Review review_reading(Reading reading, const JudgingMeans& means,
                      const std::vector<ApprovedRow>& approved) {
  auto facts = facts_of(reading.intake, means.vocabulary);
  facts.approved = approved;
  Review review{.source = std::move(reading.source),
                .title = std::move(reading.intake.title),
                .by = {means.pack.id, means.pack.version, facts.frame},
                .judged_by = judged_by_of(means.pack, facts.frame, means.vocabulary),
                .rows = std::move(reading.intake.indicators)};
  review.findings = findings_of(review.rows, facts, means);
  if (!approved.empty()) {
    review.held = held_projects(approved, review.rows);
  }
  return review;
}

Result<Review> review_year(const Workspace& workspace, int year, std::optional<std::int64_t> agency,
                           std::string_view pack) {
  JH_TRY(const auto region, region_of(workspace));
  JH_TRY(const auto judged_by, pack.empty() ? pack_of(workspace, region, year).map(&YearPack::pack)
                                            : workspace.library.rule_pack(pack));
  std::vector<store::StoredIndicator> stored;
  JH_TRY_DO(workspace.store.each_indicator(
      {.region = region, .year = year, .agency = agency}, store::IndicatorSort::document, false,
      [&](const store::StoredIndicator& row) { stored.push_back(row); }));
  if (stored.empty()) {
    return fail(ErrorCode::not_found, {"review.no_rows", {std::to_string(year)}});
  }
  Review review{.source = {}, .title = std::to_string(year), .edited = true};
  JH_TRY(const auto sources, YearSources::load(workspace, region, year));
  review.rows.reserve(stored.size());
  for (const auto& row : stored) {
    sources.add(row.document_id, review);
    review.rows.push_back(row.row);
  }
  JH_TRY(const auto profile, ReadyProfile::make(workspace.library, workspace.vocabulary));
  JH_TRY(auto judged, judged_agencies(workspace, {.year = year, .agency = agency},
                                      {profile->scheme(), judged_by, workspace.vocabulary}));
  review.by = {judged_by.id, judged_by.version, judged.frame};
  review.judged_by = judged_by_of(judged_by, judged.frame, workspace.vocabulary);
  if (judged.any_approved) {
    review.held = std::move(judged.held);
  }
  review.findings = in_order_of(stored, judged.findings);
  JH_TRY_DO(workspace.store.mark_waived(region, year, stored, review.findings));
  review.set_aside = static_cast<std::size_t>(std::erase_if(
      review.findings, [](const Finding& finding) { return finding.waiver.has_value(); }));
  return review;
}

Result<YearSources> YearSources::load(const Workspace& workspace, const std::string& region,
                                      int year) {
  YearSources sources;
  JH_TRY(sources.documents_, workspace.store.filed_documents(region, year));
  return sources;
}

void YearSources::add(std::int64_t document_id, Review& review) const {
  if (review.sources.empty()) {
    std::ranges::transform(documents_, std::back_inserter(review.sources),
                           [](const store::FiledDocument& one) {
                             return report::RowSource{one.name, one.frame};
                           });
    // Of a document that is gone meanwhile nothing is known.
    review.sources.emplace_back();
  }
  const auto found =
      std::ranges::lower_bound(documents_, document_id, {}, &store::FiledDocument::id);
  const bool known = found != documents_.end() && found->id == document_id;
  review.source_of.push_back(known ? static_cast<std::size_t>(found - documents_.begin())
                                   : documents_.size());
}

std::string review_header(ReviewFormat format, report::CsvFor reader) {
  if (format != ReviewFormat::csv) {
    return "";
  }
  return std::string(report::opening(reader)) + report::review_csv_header();
}

std::string review_lines(const Review& review, ReviewFormat format,
                         const packs::Catalogue& catalogue, packs::Language language,
                         report::CsvFor reader) {
  const report::ReviewWords words{catalogue, language};
  switch (format) {
    case ReviewFormat::csv:
      return report::review_csv(view_of(review), words, reader);
    case ReviewFormat::json:
      return report::review_json(view_of(review), words);
    case ReviewFormat::text:
      return report::review_text(view_of(review), words);
    case ReviewFormat::xlsx:
      break;
  }
  return "";
}

Result<std::string> review_workbook(const std::vector<Review>& reviews,
                                    const packs::Catalogue& catalogue, packs::Language language) {
  std::vector<report::ReviewedRows> views;
  views.reserve(reviews.size());
  for (const auto& review : reviews) {
    views.push_back(view_of(review));
  }
  return report::review_xlsx(views, {catalogue, language});
}

}  // namespace jiheng::app
