// Documents as the source view shows them.
#include "app/box_json.h"
#include "http/base64.h"
#include "http/json.h"
#include "http/json_body.h"

namespace jiheng::http {
namespace {

constexpr std::string_view word(document::Merged merged) {
  switch (merged) {
    case document::Merged::no:
      return "no";
    case document::Merged::first:
      return "first";
    case document::Merged::below:
      return "below";
    case document::Merged::beside:
      return "beside";
  }
  return "";
}

Json held_json(const store::PlacedRow& row) {
  return {{"id", id_json(row.indicator_id)},
          {"project_id", id_json(row.project_id)},
          {"name", row.name}};
}

Json stretch_json(const store::StoredDocument& document, int total, int from) {
  return {{"document_id", id_json(document.id)},
          {"name", document.name},
          {"format", document.format},
          {"total", total},
          {"from", from}};
}

}  // namespace

Json document_json(const store::StoredDocument& document, int pages) {
  return {{"id", id_json(document.id)},
          {"name", document.name},
          {"format", document.format},
          {"hash", document.hash},
          {"pages", pages},
          {"view", app::word(app::source_view(document.format))}};
}

Json document_pages_json(const store::StoredDocument& document, int from,
                         const app::SourcePages& pages) {
  auto json = stretch_json(document, pages.total, from);
  json["pages"] = Json::array();
  for (const auto& page : pages.pages) {
    Json entry{{"number", page.size.number},
               {"width", app::points_json(page.size.width)},
               {"height", app::points_json(page.size.height)},
               {"rows", Json::array()}};
    for (const auto& row : page.rows) {
      auto held = held_json(row);
      held["boxes"] = app::boxes_json(row.boxes);
      entry["rows"].push_back(std::move(held));
    }
    json["pages"].push_back(std::move(entry));
  }
  return json;
}

Json page_picture_json(const document::PageSizes& sizes, const document::Picture& picture) {
  const auto& page = sizes.pages.front();
  return {{"number", page.number},
          {"total", sizes.total},
          {"width", app::points_json(page.width)},
          {"height", app::points_json(page.height)},
          {"content", encode_base64(picture.png)}};
}

Json document_rows_json(const store::StoredDocument& document, const app::SourceRows& rows) {
  auto json = stretch_json(document, rows.total, rows.from);
  json["wanted"] = rows.wanted;
  json["rows"] = Json::array();
  for (const auto& shown : rows.rows) {
    const auto& place = shown.row.place;
    Json entry{{"number", shown.number}, {"sheet", place.sheet},   {"table", place.table},
               {"row", place.row},       {"cells", Json::array()}, {"indicators", Json::array()}};
    for (const auto& cell : shown.row.cells) {
      entry["cells"].push_back({{"text", cell.text}, {"merged", word(cell.merged)}});
    }
    for (const auto& row : shown.indicators) {
      auto held = held_json(row);
      held["cell"] = row.place.cell;
      entry["indicators"].push_back(std::move(held));
    }
    if (!shown.fate.empty()) {
      entry["fate"] = shown.fate;
    }
    json["rows"].push_back(std::move(entry));
  }
  return json;
}

}  // namespace jiheng::http
