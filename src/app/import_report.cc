#include "app/import_report.h"

#include <array>
#include <nlohmann/json.hpp>

#include "app/remembered_json.h"

namespace jiheng::app {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::array kRepairs{Repair::comparator_glued, Repair::comparator_from_words,
                              Repair::cell_split,       Repair::filled_down,
                              Repair::lines_joined,     Repair::corrected};

constexpr std::array kOutcomes{FilingOutcome::new_filing, FilingOutcome::new_version,
                               FilingOutcome::same_document};

Json json_of(const Text& text) {
  return {{"key", text.key}, {"args", text.args}};
}

Text text_of(const Json& json) {
  return {.key = json.at("key"), .args = json.at("args").get<std::vector<std::string>>()};
}

Field field_of(const Json& json) {
  return field_from_word(json.get<std::string>()).value_or(Field::level3);
}

Json json_of(const ChangedCell& cell) {
  return {{"agency", cell.agency},     {"project", cell.project}, {"name", cell.name},
          {"field", word(cell.field)}, {"before", cell.before},   {"after", cell.after}};
}

Json json_of(const ConflictingCell& cell) {
  return {{"agency", cell.agency},     {"project", cell.project}, {"name", cell.name},
          {"field", word(cell.field)}, {"filed", cell.filed},     {"edited", cell.edited}};
}

Json json_of(const NamedRow& row) {
  return {{"agency", row.agency},
          {"project", row.project},
          {"name", row.name},
          {"place", row.place},
          {"document", row.document_id}};
}

/// Reports of older programs have no such list.
std::vector<NamedRow> rows_of(const Json& json, const char* name) {
  std::vector<NamedRow> rows;
  for (const auto& row : json.value(name, Json::array())) {
    rows.push_back({.agency = row.at("agency"),
                    .project = row.at("project"),
                    .name = row.at("name"),
                    .place = row.at("place"),
                    .document_id = row.at("document")});
  }
  return rows;
}

Json json_of(const ReportChanges& changes) {
  Json json{{"new", changes.added},     {"unchanged", changes.unchanged},
            {"gone", changes.gone},     {"carried", changes.carried},
            {"changed", Json::array()}, {"conflicts", Json::array()}};
  for (const auto& cell : changes.changed) {
    json["changed"].push_back(json_of(cell));
  }
  for (const auto& cell : changes.conflicts) {
    json["conflicts"].push_back(json_of(cell));
  }
  for (const auto& row : changes.added_rows) {
    json["new_rows"].push_back(json_of(row));
  }
  for (const auto& row : changes.gone_rows) {
    json["gone_rows"].push_back(json_of(row));
  }
  return json;
}

ReportChanges changes_of(const Json& json) {
  ReportChanges changes{.added = json.at("new"),
                        .unchanged = json.at("unchanged"),
                        .gone = json.at("gone"),
                        .carried = json.at("carried"),
                        .added_rows = rows_of(json, "new_rows"),
                        .gone_rows = rows_of(json, "gone_rows")};
  for (const auto& cell : json.at("changed")) {
    changes.changed.push_back({.agency = cell.at("agency"),
                               .project = cell.at("project"),
                               .name = cell.at("name"),
                               .field = field_of(cell.at("field")),
                               .before = cell.at("before"),
                               .after = cell.at("after")});
  }
  for (const auto& cell : json.at("conflicts")) {
    changes.conflicts.push_back({.agency = cell.at("agency"),
                                 .project = cell.at("project"),
                                 .name = cell.at("name"),
                                 .field = field_of(cell.at("field")),
                                 .filed = cell.at("filed"),
                                 .edited = cell.at("edited")});
  }
  return changes;
}

Json json_of(const ReportNote& note) {
  return {{"place", note.place},
          {"line", note.line},
          {"fate", note.fate},
          {"reason", json_of(note.reason)},
          {"text", note.text}};
}

ReportNote note_of(const Json& json) {
  return {.place = json.at("place"),
          .line = json.at("line"),
          .fate = json.at("fate"),
          .reason = text_of(json.at("reason")),
          .text = json.at("text")};
}

Json json_of(const ReportTable& table) {
  return {{"table", table.table},
          {"first", table.first},
          {"last", table.last},
          {"columns", table.columns},
          {"indicators", table.indicators}};
}

ReportTable table_of(const Json& json) {
  return {.table = json.at("table"),
          .first = json.at("first"),
          .last = json.at("last"),
          .columns = json.at("columns").get<std::vector<std::string>>(),
          .indicators = json.at("indicators")};
}

/// The lists of a report, which `plain` leaves out.
void add_lists(Json& json, const ImportReport& report) {
  for (const auto& agency : report.agencies) {
    json["agencies"].push_back(
        {{"name", agency.name}, {"projects", agency.projects}, {"indicators", agency.indicators}});
  }
  for (const auto& [repair, rows] : report.repairs) {
    json["repairs"][std::string(word(repair))] = rows;
  }
  for (const auto& table : report.tables) {
    json["tables"].push_back(json_of(table));
  }
  for (const auto& note : report.notes) {
    json["notes"].push_back(json_of(note));
  }
  for (const auto& notice : report.notices) {
    json["notices"].push_back({{"message", json_of(notice.message)}, {"place", notice.place}});
  }
}

Json plain(const ImportReport& report) {
  return {{"outcome", word(report.outcome)},
          {"version", report.version},
          {"name", report.name},
          {"format", report.format},
          {"encoding", report.encoding},
          {"title", report.title},
          {"frame", report.frame},
          {"year", report.year},
          {"region", report.region},
          {"form", report.form},
          {"agency", report.agency},
          {"hash", report.hash},
          {"rows", report.rows},
          {"projects", report.projects},
          {"indicators", report.indicators},
          {"repeated", report.repeated},
          {"doubtful", report.doubtful},
          {"unread", report.unread},
          {"remembered", report.remembered},
          {"layouts", kept_json(report.layouts)},
          {"remembered_rows", kept_json(report.remembered_rows)},
          {"agencies", Json::array()},
          {"repairs", Json::object()},
          {"tables", Json::array()},
          {"notes", Json::array()},
          {"notices", Json::array()},
          {"findings",
           {{"error", report.findings.error},
            {"warning", report.findings.warning},
            {"hint", report.findings.hint}}},
          {"changes", json_of(report.changes)}};
}

void read_lists(const Json& json, ImportReport& report) {
  for (const auto& agency : json.at("agencies")) {
    report.agencies.push_back({.name = agency.at("name"),
                               .projects = agency.at("projects"),
                               .indicators = agency.at("indicators")});
  }
  const auto& repairs = json.at("repairs");
  for (const auto repair : kRepairs) {
    if (const auto rows = repairs.find(word(repair)); rows != repairs.end()) {
      report.repairs[repair] = *rows;
    }
  }
  for (const auto& table : json.at("tables")) {
    report.tables.push_back(table_of(table));
  }
  for (const auto& note : json.at("notes")) {
    report.notes.push_back(note_of(note));
  }
  for (const auto& notice : json.at("notices")) {
    report.notices.push_back(
        {.message = text_of(notice.at("message")), .place = notice.at("place")});
  }
}

ImportReport report_of(const Json& json) {
  const auto& findings = json.at("findings");
  ImportReport report{
      .outcome = filing_outcome_from_word(json.at("outcome").get<std::string>())
                     .value_or(FilingOutcome::new_filing),
      .version = json.at("version"),
      .name = json.at("name"),
      .hash = json.value("hash", ""),  // reports kept before it was known do without
      .format = json.at("format"),
      .encoding = json.at("encoding"),
      .title = json.at("title"),
      .frame = json.value("frame", ""),
      .year = json.at("year"),
      .region = json.at("region"),
      .form = json.at("form"),
      .agency = json.value("agency", ""),
      .rows = json.at("rows"),
      .projects = json.at("projects"),
      .indicators = json.at("indicators"),
      .repeated = json.at("repeated"),
      .doubtful = json.at("doubtful"),
      .unread = json.at("unread"),
      .remembered = json.value("remembered", std::int64_t{0}),
      .findings = {findings.at("error"), findings.at("warning"), findings.at("hint")},
      .changes = changes_of(json.at("changes"))};
  read_lists(json, report);
  read_kept(json, report.layouts);
  read_kept(json, report.remembered_rows);
  return report;
}

}  // namespace

std::string_view word(FilingOutcome outcome) {
  switch (outcome) {
    case FilingOutcome::new_filing:
      return "new";
    case FilingOutcome::new_version:
      return "new_version";
    case FilingOutcome::same_document:
      return "same_document";
  }
  return "";
}

std::optional<FilingOutcome> filing_outcome_from_word(std::string_view text) {
  for (const auto outcome : kOutcomes) {
    if (word(outcome) == text) {
      return outcome;
    }
  }
  return std::nullopt;
}

Text sentence_of(const ImportReport& report) {
  const std::string kind = report.dry_run ? "import.would_be." : "import.is.";
  return {.key = kind + std::string(word(report.outcome)),
          .args = {std::to_string(report.indicators), std::to_string(report.repeated),
                   std::to_string(report.unread), std::to_string(report.version)}};
}

Text sentence_of(const store::Import& import) {
  return sentence_of(ImportReport{
      .outcome = import.version > 1 ? FilingOutcome::new_version : FilingOutcome::new_filing,
      .version = import.version,
      .indicators = import.indicators,
      .repeated = import.repeated,
      .unread = import.unread});
}

std::string stored_form(const ImportReport& report) {
  auto json = plain(report);
  add_lists(json, report);
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

Result<ImportReport> from_stored_form(std::string_view text) {
  try {
    return report_of(Json::parse(text));
  } catch (const Json::exception&) {
    return fail(ErrorCode::unavailable, {"import.report_unreadable"});
  }
}

}  // namespace jiheng::app
