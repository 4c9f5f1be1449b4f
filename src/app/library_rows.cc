#include "app/library_rows.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <optional>
#include <utility>

#include "app/library_draft.h"
#include "base/text.h"

namespace jiheng::app {
namespace {

using Json = nlohmann::json;

constexpr std::size_t kMostRows = 20'000;
constexpr std::size_t kHeadWithin = 20;  // rows of a sheet before its head
constexpr std::string_view kLearned = "learned";

bool is_member(std::string_view name) {
  return name == kLearned || std::ranges::find(kLibraryMembers, name) != kLibraryMembers.end();
}

// Members whose texts are words of a closed list, and how the texts of packs/text call them.
struct WordList {
  std::string_view member;
  std::string_view kind;
  std::array<std::string_view, 10> words;
};

constexpr std::array<WordList, 6> kWordLists{
    {{"role",
      "role",
      {"cost", "quantity", "quality", "timeliness", "economic_benefit", "social_benefit",
       "ecological_benefit", "sustained_benefit", "satisfaction", "other"}},
     {"direction", "direction", {"more", "less", "exact", "words"}},
     {"scoring", "scoring", {"proportion", "satisfaction", "direct", "grade"}},
     {"bounded", "flag", {"true", "false"}},
     {"common", "flag", {"true", "false"}},
     {"retired", "flag", {"true", "false"}}}};

/// What tables of indicators call members, beside the names that exports write.
constexpr std::array<std::pair<std::string_view, std::string_view>, 6> kOtherHeads{
    {{"单位", "measure"},
     {"度量单位", "measure"},
     {"二级指标", "role"},
     {"三级指标", "name"},
     {"指标名称", "name"},
     {"别名", "aliases"}}};

/// Reads names and words as either language or the data writes them.
class Speller {
 public:
  explicit Speller(const packs::Catalogue& catalogue) : catalogue_(catalogue) {}

  /// The member a head names.
  [[nodiscard]] std::optional<std::string> member(std::string_view head) const {
    const auto key = search_key(head);
    const auto names = [&](std::string_view member) {
      return key == search_key(member) || is_called(key, "column", member);
    };
    const auto* found = std::ranges::find_if(kLibraryMembers, names);
    if (found != kLibraryMembers.end()) {
      return std::string(*found);
    }
    if (names(kLearned)) {
      return std::string(kLearned);
    }
    const auto* other = std::ranges::find_if(
        kOtherHeads, [&](const auto& one) { return key == search_key(one.first); });
    return other == kOtherHeads.end() ? std::nullopt : std::optional(std::string(other->second));
  }

  /// The data word a cell means; the cell's own text where it means none.
  [[nodiscard]] std::string word(std::string_view member, std::string_view text) const {
    const auto* list = std::ranges::find(kWordLists, member, &WordList::member);
    auto key = search_key(text);
    if (list == kWordLists.end() || key.empty()) {
      return std::string(trim(text));
    }
    // 数量指标 of a table of indicators is 数量.
    constexpr std::string_view kIndicator = "指标";
    if (member == "role" && key.ends_with(kIndicator)) {
      key.erase(key.size() - kIndicator.size());
    }
    const auto* found = std::ranges::find_if(list->words, [&](std::string_view word) {
      return !word.empty() && (key == search_key(word) || is_called(key, list->kind, word));
    });
    return std::string(found == list->words.end() ? trim(text) : *found);
  }

 private:
  [[nodiscard]] bool is_called(std::string_view key, std::string_view kind,
                               std::string_view word) const {
    const Text text{"report.library_" + std::string(kind) + "_" + std::string(word)};
    return key == search_key(catalogue_.render(packs::Language::zh, text)) ||
           key == search_key(catalogue_.render(packs::Language::en, text));
  }

  const packs::Catalogue& catalogue_;
};

using Heads = std::vector<std::optional<std::string>>;  // the member of each column

/// The members that a row of heads names; nothing when it is no head.
std::optional<Heads> heads_of(const document::Row& row, const Speller& speller) {
  Heads heads;
  std::size_t named = 0;
  bool has_name = false;
  for (const auto& cell : row.cells) {
    heads.push_back(speller.member(cell.text));
    named += heads.back() ? 1 : 0;
    has_name = has_name || heads.back() == "name";
  }
  return has_name && named > 1 ? std::optional(std::move(heads)) : std::nullopt;
}

Result<LibraryRow> row_of(const document::Row& row, const Heads& heads, const Speller& speller) {
  LibraryRow read{.where = to_string(row.place)};
  for (std::size_t i = 0; i < heads.size(); ++i) {
    if (heads[i]) {
      const auto text = i < row.cells.size() ? std::string_view(row.cells[i].text) : "";
      read.cells.try_emplace(
          *heads[i], LibraryCell{speller.word(*heads[i], text), to_string(cell_place(row, i))});
    }
  }
  return read;
}

bool is_blank(const LibraryRow& row) {
  return std::ranges::all_of(row.cells, [](const auto& cell) { return cell.second.text.empty(); });
}

/// Heads that name nothing an entry has.
void note_ignored(const document::Row& row, const Heads& heads, std::vector<std::string>& ignored) {
  for (std::size_t i = 0; i < heads.size(); ++i) {
    const auto head = std::string(trim(row.cells[i].text));
    if (!heads[i] && !head.empty() && std::ranges::find(ignored, head) == ignored.end()) {
      ignored.push_back(head);
    }
  }
}

Result<LibraryContent> content_of(const document::Document& document, const Speller& speller) {
  LibraryContent content;
  bool has_head = false;
  for (const auto& sheet : document.sheets) {
    std::optional<Heads> heads;
    std::size_t before = 0;
    for (const auto& row : sheet.rows) {
      if (!heads) {
        heads = heads_of(row, speller);
        has_head = has_head || heads;
        if (heads) {
          note_ignored(row, *heads, content.ignored);
        }
        if (!heads && ++before == kHeadWithin) {
          break;
        }
        continue;
      }
      JH_TRY(auto read, row_of(row, *heads, speller));
      if (!is_blank(read)) {
        content.rows.push_back(std::move(read));
      }
    }
  }
  if (!has_head) {
    return fail(ErrorCode::invalid_input, {"library.no_head"});
  }
  return content;
}

/// A member of an object as one text.
Result<std::string> text_of(const Json& value, const std::string& where) {
  if (value.is_string()) {
    return value.get<std::string>();
  }
  if (value.is_boolean()) {
    return std::string(value.get<bool>() ? "true" : "false");
  }
  if (value.is_null()) {
    return std::string();
  }
  const bool is_list = value.is_array() && std::ranges::all_of(value, [](const Json& item) {
                         return item.is_string();
                       });
  if (!is_list) {
    return fail(ErrorCode::invalid_input, {"library.json_not_a_text"}, where);
  }
  std::string all;
  for (const auto& item : value) {
    all.append(all.empty() ? "" : "；").append(item.get<std::string>());
  }
  return all;
}

Result<LibraryRow> row_of(const Json& object, const std::string& where, const Speller& speller) {
  if (!object.is_object()) {
    return fail(ErrorCode::invalid_input, {"library.json_not_a_list"}, where);
  }
  LibraryRow row{.where = where};
  for (const auto& [name, value] : object.items()) {
    auto place = where;
    place.append(".").append(name);
    if (!is_member(name)) {
      return fail(ErrorCode::invalid_input, {"library.unknown_member", {name}}, place);
    }
    JH_TRY(const auto text, text_of(value, place));
    row.cells.try_emplace(name, LibraryCell{speller.word(name, text), place});
  }
  return row;
}

Result<std::vector<LibraryRow>> rows_of_json(std::string_view bytes, const Speller& speller) {
  Json json;
  try {
    json = Json::parse(bytes);
  } catch (const Json::parse_error& error) {
    return fail(ErrorCode::invalid_input, {"library.bad_json", {std::to_string(error.byte)}});
  }
  const auto& list = json.is_object() && json.contains("indicators") ? json["indicators"] : json;
  if (!list.is_array()) {
    return fail(ErrorCode::invalid_input, {"library.json_not_a_list"});
  }
  std::vector<LibraryRow> rows;
  for (const auto& object : list) {
    JH_TRY(auto row, row_of(object, "indicators[" + std::to_string(rows.size()) + "]", speller));
    rows.push_back(std::move(row));
  }
  return rows;
}

/// JSON begins with a bracket, and no table does.
bool looks_like_json(std::string_view bytes) {
  constexpr std::string_view kMark = "\xEF\xBB\xBF";
  bytes.remove_prefix(bytes.starts_with(kMark) ? kMark.size() : 0);
  const auto text = bytes.substr(std::min(bytes.find_first_not_of(" \t\r\n"), bytes.size()));
  return text.starts_with('{') || text.starts_with('[');
}

}  // namespace

Result<LibraryContent> read_library_file(std::string_view name, std::string_view bytes,
                                         const document::ContentReader& reader,
                                         const packs::Catalogue& catalogue) {
  const Speller speller(catalogue);
  LibraryContent content;
  if (looks_like_json(bytes)) {
    JH_TRY(content.rows, rows_of_json(bytes, speller));
  } else {
    JH_TRY(const auto document, document::read(name, bytes, {}, reader));
    JH_TRY(content, content_of(document, speller));
  }
  if (content.rows.empty()) {
    return fail(ErrorCode::invalid_input, {"library.no_rows"});
  }
  if (content.rows.size() > kMostRows) {
    return fail(ErrorCode::invalid_input, {"library.too_many_rows", {std::to_string(kMostRows)}});
  }
  return content;
}

}  // namespace jiheng::app
