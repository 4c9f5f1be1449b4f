#include "report/review_rows.h"

#include <array>

#include "report/row_text.h"
#include "report/suggestion_text.h"
#include "report/typed_json.h"

namespace jiheng::report {
namespace {

constexpr std::array<std::string_view, 15> kNames{
    "source",     "place",           "agency", "project",      "indicator",
    "rule",       "severity",        "field",  "message",      "clause",
    "suggestion", "clause_verified", "pack",   "pack_version", "frame"};

constexpr std::string_view kVerified = "clause_verified";
constexpr std::string_view kVersion = "pack_version";

/// What nobody cites is neither verified nor unverified.
std::string verified_word(const Finding& finding) {
  return finding.clause.empty() ? "" : finding.clause_verified ? "true" : "false";
}

std::array<std::string, kNames.size()> values_of(const ReviewedRows& reviewed,
                                                 const Finding& finding, const ReviewWords& words) {
  const auto& row = reviewed.rows[finding.row];
  const auto origin = reviewed.origin_of(finding.row);
  return {origin.document,
          to_string(place_of(finding, row)),
          row.agency,
          row.project,
          is_of_project(finding) ? std::string() : row.name,
          finding.rule,
          std::string(word(finding.severity)),
          std::string(word(finding.column)),
          words.catalogue.render(words.language, finding.message),
          finding.clause,
          describe(finding.suggestion),
          verified_word(finding),
          reviewed.by.pack,
          std::to_string(reviewed.by.version),
          origin.frame};
}

std::string lines_of(std::span<const Text> said, const ReviewWords& words) {
  std::string text;
  for (const auto& line : said) {
    text += words.catalogue.render(words.language, line) + "\n";
  }
  return text;
}

}  // namespace

std::string review_csv_header() {
  return csv_line(kNames);
}

std::string review_csv(const ReviewedRows& reviewed, const ReviewWords& words, CsvFor reader) {
  std::string text;
  for (const auto& finding : reviewed.findings) {
    const auto values = values_of(reviewed, finding, words);
    text += csv_line({values.begin(), values.end()}, reader);
  }
  return text;
}

std::string review_json(const ReviewedRows& reviewed, const ReviewWords& words) {
  std::string text;
  for (const auto& finding : reviewed.findings) {
    const auto values = values_of(reviewed, finding, words);
    Json json = Json::object();
    for (std::size_t i = 0; i < kNames.size(); ++i) {
      json[std::string(kNames.at(i))] = values.at(i);
    }
    json[std::string(kVerified)] = finding.clause_verified;
    json[std::string(kVersion)] = reviewed.by.version;
    json["changes"] = Json::array();
    for (const auto& change : finding.suggestion) {
      json["changes"].push_back({{"field", word(change.field)}, {"after", change.after}});
    }
    text += json.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
  }
  return text;
}

std::string review_text(const ReviewedRows& reviewed, const ReviewWords& words) {
  const auto say = [&](const Text& text) { return words.catalogue.render(words.language, text); };
  std::string text = reviewed.source + "\n" + lines_of(reviewed.judged_by, words);
  const std::string* agency = nullptr;
  const std::string* project = nullptr;
  const Indicator* indicator = nullptr;
  for (const auto& finding : reviewed.findings) {
    const auto& row = reviewed.rows[finding.row];
    if (agency == nullptr || *agency != row.agency || *project != row.project) {
      text += "\n" + project_text(row) + "\n";
      agency = &row.agency;
      project = &row.project;
    }
    if (!is_of_project(finding) && indicator != &row) {
      text += "  " + place_text(row.place, words) + "  " + row.level2 + " · " + row.name + "  " +
              target_text(row) + "\n";
      indicator = &row;
    }
    text += "    " + say({"report.severity_" + std::string(word(finding.severity))}) + "  " +
            say(finding.message) + "  [" + finding.rule + "]\n";
    if (!finding.suggestion.empty()) {
      text += "          " +
              say({"report.suggestion", {suggestion_text(finding.suggestion, words)}}) + "\n";
    }
    if (!finding.clause.empty()) {
      text += "          " +
              say({finding.clause_verified ? "report.clause" : "report.clause_unverified",
                   {finding.clause}}) +
              "\n";
    }
  }
  if (reviewed.findings.empty()) {
    const auto* said = reviewed.rows.empty() ? "report.nothing_to_review" : "report.nothing_found";
    text += "\n  " + say({said}) + "\n";
  }
  return text + "\n";
}

}  // namespace jiheng::report
