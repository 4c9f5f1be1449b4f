#include "app/review.h"

#include "app/duplicates.h"
#include "app/facts.h"
#include "app/judging.h"
#include "report/csv.h"

namespace jiheng::app {
namespace {

report::ReviewedRows view_of(const Review& review) {
  return {.source = review.source,
          .title = review.title,
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

Review review_reading(Reading reading, const JudgingMeans& means) {
  const auto facts = facts_of(reading.intake, means.vocabulary);
  Review review{.source = std::move(reading.source),
                .title = std::move(reading.intake.title),
                .by = {means.pack.id, means.pack.version, facts.frame},
                .judged_by = judged_by_of(means.pack, facts.frame, means.vocabulary),
                .rows = std::move(reading.intake.indicators)};
  review.findings = findings_of(review.rows, facts, means);
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
  Review review{.source = {}, .title = std::to_string(year)};
  for (const auto& row : stored) {
    review.rows.push_back(row.row);
  }
  JH_TRY(auto facts, workspace.store.review_facts(region, year, agency));
  if (!agency) {
    JH_TRY(facts.copies, copies_among(review.rows, workspace.vocabulary));
  }
  review.by = {judged_by.id, judged_by.version, facts.frame};
  review.judged_by = judged_by_of(judged_by, facts.frame, workspace.vocabulary);
  JH_TRY(const auto profile, ReadyProfile::make(workspace.library, workspace.vocabulary));
  review.findings =
      findings_of(review.rows, facts, {profile->scheme(), judged_by, workspace.vocabulary});
  JH_TRY_DO(workspace.store.mark_waived(region, year, stored, review.findings));
  review.set_aside = static_cast<std::size_t>(std::erase_if(
      review.findings, [](const Finding& finding) { return finding.waiver.has_value(); }));
  return review;
}

std::string review_header(ReviewFormat format, bool bom) {
  if (format != ReviewFormat::csv) {
    return "";
  }
  return (bom ? std::string(report::kBom) : std::string()) + report::review_csv_header();
}

std::string review_lines(const Review& review, ReviewFormat format,
                         const packs::Catalogue& catalogue, packs::Language language) {
  const report::ReviewWords words{catalogue, language};
  switch (format) {
    case ReviewFormat::csv:
      return report::review_csv(view_of(review), words);
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
