#include "report/library_matches.h"

#include <array>

#include "report/csv.h"
#include "report/typed_json.h"

namespace jiheng::report {
namespace {

constexpr std::array<std::string_view, 12> kNames{"source",    "place",    "agency", "project",
                                                  "indicator", "code",     "name",   "confidence",
                                                  "by",        "spelling", "role",   "measure"};
constexpr std::size_t kOfRow = 5;  // the rest is of the entry

using Cells = std::array<std::string, kNames.size()>;

void put_entry(Cells& cells, const LibraryMatch& match, std::span<const LibraryIndicator> library) {
  const auto& entry = library[match.entry];
  auto at = cells.begin() + kOfRow;
  for (const auto& cell :
       {entry.code, entry.name, std::to_string(match.confidence), std::string(word(match.by)),
        match.spelling, std::string(word(match.role)), std::string(word(match.measure))}) {
    *at++ = cell;
  }
}

}  // namespace

std::string matches_csv_header() {
  return csv_line(kNames);
}

std::string matches_csv(const MatchedRows& matched) {
  std::string text;
  for (std::size_t i = 0; i < matched.rows.size(); ++i) {
    const auto& row = matched.rows[i];
    Cells cells{matched.source, to_string(row.place), row.agency, row.project, row.name};
    if (matched.matches[i].empty()) {
      text += csv_line(std::span<const std::string>(cells));
    }
    for (const auto& match : matched.matches[i]) {
      put_entry(cells, match, matched.library);
      text += csv_line(std::span<const std::string>(cells));
    }
  }
  return text;
}

std::string matches_jsonl(const MatchedRows& matched) {
  std::string text;
  for (std::size_t i = 0; i < matched.rows.size(); ++i) {
    const auto& row = matched.rows[i];
    Json json{{"source", matched.source}, {"place", to_string(row.place)},
              {"agency", row.agency},     {"project", row.project},
              {"indicator", row.name},    {"matches", Json::array()}};
    for (const auto& match : matched.matches[i]) {
      const auto& entry = matched.library[match.entry];
      json["matches"].push_back({{"code", entry.code},
                                 {"name", entry.name},
                                 {"confidence", match.confidence},
                                 {"by", word(match.by)},
                                 {"spelling", match.spelling},
                                 {"role", word(match.role)},
                                 {"measure", word(match.measure)}});
    }
    text += json.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
  }
  return text;
}

}  // namespace jiheng::report
