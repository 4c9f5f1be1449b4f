#include "app/judging.h"
#include "app/listed_projects.h"
#include "app/review.h"

namespace jiheng::app {
namespace {

/// Takes over a row with those of its findings that are asked for.
void add_row(const store::StoredIndicator& row, const store::ProjectFilter& filter,
             const YearSources& sources, Review& review) {
  const auto before = review.findings.size();
  for (const auto& finding : row.findings) {
    const bool wanted = (filter.rule.empty() || finding.rule == filter.rule) &&
                        (!filter.severity || finding.severity == *filter.severity);
    if (!wanted) {
      continue;
    }
    if (finding.waiver) {
      ++review.set_aside;
      continue;
    }
    review.findings.push_back(finding);
    review.findings.back().row = review.rows.size();
  }
  if (review.findings.size() > before) {
    sources.add(row.document_id, review);
    review.rows.push_back(row.row);
  }
}

}  // namespace

Result<Review> kept_review(const Workspace& workspace, store::ProjectFilter filter) {
  JH_TRY(filter.region, region_of(workspace));
  JH_TRY(const auto judged_by, pack_of(workspace, filter.region, filter.year));
  JH_TRY(const auto projects, listed_projects(workspace, filter));
  const auto year = std::to_string(filter.year);
  const auto& pack = judged_by.pack;
  Review review{
      .source = year,
      .title = year,
      .edited = true,
      .by = {pack.id, pack.version, {}},
      .judged_by = {{"report.judged_by", {pack.title, pack.id, std::to_string(pack.version)}}}};
  JH_TRY(const auto sources, YearSources::load(workspace, filter.region, filter.year));
  JH_TRY_DO(workspace.store.each_indicator({.region = filter.region,
                                            .year = filter.year,
                                            .agency = filter.agency,
                                            .severity = filter.severity,
                                            .rule = filter.rule},
                                           store::IndicatorSort::document, false,
                                           [&](const store::StoredIndicator& row) {
                                             if (projects.contains(row.project_id)) {
                                               add_row(row, filter, sources, review);
                                             }
                                           }));
  return review;
}

Result<ExportedFile> findings_file(const Workspace& workspace, store::ProjectFilter filter,
                                   ReviewFormat format, packs::Language language) {
  const auto year = std::to_string(filter.year);
  const auto& catalogue = workspace.library.catalogue;
  const auto name = [&](std::string_view ending) {
    return catalogue.render(language, {"report.findings"}) + "-" + year + std::string(ending);
  };
  JH_TRY(const auto review, kept_review(workspace, std::move(filter)));
  switch (format) {
    case ReviewFormat::xlsx: {
      JH_TRY(auto bytes, review_workbook({review}, catalogue, language));
      return ExportedFile{std::move(bytes),
                          "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                          name(".xlsx")};
    }
    case ReviewFormat::csv:
      return ExportedFile{
          review_header(format, report::CsvFor::spreadsheets) +
              review_lines(review, format, catalogue, language, report::CsvFor::spreadsheets),
          "text/csv; charset=utf-8", name(".csv")};
    case ReviewFormat::json:
      return ExportedFile{review_lines(review, format, catalogue, language),
                          "application/x-ndjson; charset=utf-8", name(".jsonl")};
    case ReviewFormat::text:
      break;
  }
  return fail(ErrorCode::invalid_input, {"review.file_format"});
}

}  // namespace jiheng::app
