#pragma once

#include <nlohmann/json.hpp>
#include <string>

#include "app/browse.h"
#include "app/corrections.h"
#include "app/rule_list.h"
#include "app/source.h"
#include "http/message.h"

// Values as the schemas of api/openapi.yaml: one function a schema.
namespace jiheng::http {

using Json = nlohmann::ordered_json;

/// Sentences in the reader's language.
struct Speech {
  const packs::Catalogue& catalogue;
  packs::Language language;

  [[nodiscard]] std::string operator()(const Text& text) const {
    return catalogue.render(language, text);
  }

  /// With what is to be done next on a page.
  [[nodiscard]] std::string with_next(const Text& text) const {
    return catalogue.render_with_next(language, text, "http");
  }

  /// What a rule is called.
  [[nodiscard]] std::string rule_title(const std::string& rule) const {
    return (*this)({"rule." + rule + ".title"});
  }

  /// What a person changes so that the rule is content.
  [[nodiscard]] std::string rule_fix(const std::string& rule) const {
    return (*this)({"rule." + rule + ".fix"});
  }
};

/// How many new rows, and how many vanished ones, a report names when not all are asked for.
inline constexpr std::size_t kNamedRows = 100;

/// An answer; bytes that are no UTF-8 become U+FFFD.
[[nodiscard]] Response answer(const Json& json);

/// Ids are strings: 64 bits do not fit a JavaScript number.
[[nodiscard]] Json id_json(std::int64_t id);
[[nodiscard]] Json counts_json(const store::Counts& counts);
[[nodiscard]] Json pack_json(const packs::RulePack& pack);
[[nodiscard]] Json change_json(const Change& change);
[[nodiscard]] Json waiver_json(const Waiver& waiver);
[[nodiscard]] Json finding_json(const Finding& finding, const Speech& say);
[[nodiscard]] Json overlay_json(const store::Overlay& overlay);
[[nodiscard]] Json indicator_json(const store::StoredIndicator& indicator, const Speech& say);
[[nodiscard]] Json project_summary_json(const store::ProjectSummary& project);
[[nodiscard]] Json frame_json(const Frame& frame);
[[nodiscard]] Json project_json(const store::StoredProject& project,
                                const app::ProjectFrames& frames, const packs::Library& library,
                                const Speech& say);
[[nodiscard]] Json agency_json(const store::AgencyCount& agency);
[[nodiscard]] Json import_json(const store::Import& import, const Speech& say);
/// Names new and vanished rows, the first `kNamedRows` of each or all.
[[nodiscard]] Json import_report_json(const app::ImportReport& report, const Speech& say,
                                      bool all_rows);
/// Adds what an import report says of layouts and remembered rows.
void add_remembered(Json& json, const app::ImportReport& report);
[[nodiscard]] Json doubtful_row_json(const DoubtfulRow& row, const Speech& say);
[[nodiscard]] Json doubt_page_json(const app::DoubtPage& page, const Speech& say);
[[nodiscard]] Json correction_json(const store::Correction& correction);
[[nodiscard]] Json page_picture_json(const document::PageSizes& sizes,
                                     const document::Picture& picture);
[[nodiscard]] Json document_lines_json(const app::DocumentLines& lines);
[[nodiscard]] Json document_json(const store::StoredDocument& document, int pages);
[[nodiscard]] Json document_pages_json(const store::StoredDocument& document, int from,
                                       const app::SourcePages& pages);
[[nodiscard]] Json document_rows_json(const store::StoredDocument& document,
                                      const app::SourceRows& rows);
[[nodiscard]] Json rule_json(const app::RuleView& rule, const std::string& page, const Speech& say);
[[nodiscard]] Json overview_json(const app::OverviewPage& page, int year, const Speech& say);

/// The page of a list: items, next, total, total_is_exact.
template <typename Item, typename ToJson>
[[nodiscard]] Json page_json(const store::Page<Item>& page, ToJson to_json) {
  Json json{{"items", Json::array()},
            {"next", nullptr},
            {"total", page.total},
            {"total_is_exact", page.total_is_exact}};
  for (const auto& item : page.items) {
    json["items"].push_back(to_json(item));
  }
  if (!page.next.empty()) {
    json["next"] = page.next;
  }
  return json;
}

}  // namespace jiheng::http
