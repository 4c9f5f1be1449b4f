#include <array>
#include <map>

#include "app/library.h"
#include "http/attachment.h"
#include "http/json_body.h"
#include "http/library_json.h"
#include "http/parameters.h"
#include "http/routes.h"
#include "http/sent_document.h"

namespace jiheng::http {
namespace {

// In the order of app::LibrarySort.
constexpr std::array<std::string_view, 6> kSorts{"document", "code",  "name",
                                                 "sector",   "level", "learned"};
constexpr std::array<std::string_view, 2> kOrders{"asc", "desc"};
constexpr std::array<std::string_view, 4> kLayers{"", "common", "sector", "agency"};
constexpr std::array<std::string_view, 3> kFormats{"xlsx", "json", "csv"};
constexpr std::array<std::string_view, 3> kMediaTypes{
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "application/json",
    "text/csv; charset=utf-8"};

const Frames& frames(const Services& services) {
  return services.workspace.vocabulary.frames;
}

/// The entries that the request's filter leaves, in its order.
Result<std::vector<app::LibraryEntry>> listed(const Request& request, const Services& services,
                                              const app::OfficeLibrary& library) {
  JH_TRY(const auto layer, choice_parameter(request, "layer", kLayers));
  JH_TRY(const auto sort, choice_parameter(request, "sort", kSorts));
  JH_TRY(const auto order, choice_parameter(request, "order", kOrders));
  app::LibraryFilter filter{.layer = library_layer_from_word(kLayers.at(layer)),
                            .sector = text_parameter(request, "sector"),
                            .level1 = text_parameter(request, "level1"),
                            .level2 = text_parameter(request, "level2"),
                            .words = text_parameter(request, "q")};
  JH_TRY(filter.own, flag_parameter(request, "own"));
  JH_TRY(filter.retired, flag_parameter(request, "retired"));
  return app::matching(library, filter, static_cast<app::LibrarySort>(sort), order == 1,
                       frames(services));
}

/// How many entries of the whole library are in each sector, and at each level.
void add_choices(Json& json, const app::OfficeLibrary& library, const Frames& frames) {
  std::map<std::string, std::int64_t> sectors;
  std::map<CategoryRole, std::int64_t> roles;
  for (const auto& entry : library.entries) {
    ++sectors[entry.indicator.sector];
    ++roles[entry.indicator.role];
  }
  json["sectors"] = Json::array();
  json["levels"] = Json::array();
  for (const auto& [name, entries] : sectors) {
    if (!name.empty()) {
      json["sectors"].push_back({{"name", name}, {"entries", entries}});
    }
  }
  for (const auto& [role, entries] : roles) {
    const auto category = frames.category(role);
    if (category) {
      json["levels"].push_back(
          {{"level1", category->level1}, {"level2", category->level2}, {"entries", entries}});
    }
  }
}

Result<Response> list(const Request& request, const Services& services) {
  JH_TRY(const auto library, app::office_library(services.workspace));
  JH_TRY(auto entries, listed(request, services, library));
  JH_TRY(const auto limit, limit_parameter(request));
  JH_TRY(const auto page,
         app::page_of(std::move(entries), text_parameter(request, "cursor"), limit));
  auto json = page_json(page, [&](const app::LibraryEntry& entry) {
    return library_entry_json(entry, frames(services));
  });
  add_choices(json, library, frames(services));
  const auto region = app::region_to_write(services.workspace, "");
  json["region"] = region ? *region : "";
  json["may"] = {{"add", true}};
  return answer(json);
}

Result<Response> export_file(const Request& request, const Services& services) {
  JH_TRY(const auto format, choice_parameter(request, "format", kFormats));
  JH_TRY(const auto library, app::office_library(services.workspace));
  JH_TRY(const auto entries, listed(request, services, library));
  std::vector<LibraryIndicator> indicators;
  indicators.reserve(entries.size());
  for (const auto& entry : entries) {
    indicators.push_back(entry.indicator);
  }
  constexpr std::array kAs{app::LibraryFormat::xlsx, app::LibraryFormat::json,
                           app::LibraryFormat::csv};
  JH_TRY(auto bytes, app::library_file(indicators, kAs.at(format),
                                       services.workspace.library.catalogue, request.language));
  return attachment("library-" + library.region + "." + std::string(kFormats.at(format)),
                    std::string(kMediaTypes.at(format)), std::move(bytes));
}

Result<Response> get_entry(const std::string& code, const Services& services) {
  JH_TRY(const auto page, app::library_entry(services.workspace, code));
  return answer(library_entry_page_json(page, frames(services)));
}

std::string code_of(const Request& request) {
  return std::string(request.parameters.get("code").value_or(""));
}

/// A draft of the members that the body has, laid over what is there.
Result<app::LibraryDraft> draft_of(const JsonBody& body, app::LibraryDraft draft) {
  for (const auto member : app::kLibraryMembers) {
    if (!body.has(member)) {
      continue;
    }
    if (member == "bounded" || member == "common" || member == "retired") {
      JH_TRY(const bool flag, body.flag(member));
      app::set_member(draft, member, flag ? "true" : "false");
    } else if (member == "aliases" || member == "targets") {
      JH_TRY(const auto texts, body.texts(member));
      std::string all;
      for (const auto& text : texts) {
        all += text + ";";
      }
      app::set_member(draft, member, all);
    } else {
      JH_TRY(const auto text, body.text(member));
      app::set_member(draft, member, text);
    }
  }
  return draft;
}

Result<JsonBody> entry_body(const Request& request) {
  return JsonBody::parse(
      request, {"region",   "seen",      "code",    "name",    "aliases", "sector",  "role",
                "measure",  "direction", "bounded", "common",  "meaning", "formula", "source",
                "evidence", "method",    "scoring", "targets", "agency",  "retired"});
}

Result<Response> add(const Request& request, const Services& services) {
  JH_TRY(const auto body, entry_body(request));
  app::LibraryEdit edit;
  JH_TRY(edit.region, body.optional_text("region"));
  JH_TRY(edit.draft, draft_of(body, {}));
  JH_TRY(const auto code, app::keep_entry(services.workspace, edit));
  return get_entry(code, services);
}

Result<Response> change(const Request& request, const Services& services) {
  JH_TRY(const auto body, entry_body(request));
  JH_TRY(const auto page, app::library_entry(services.workspace, code_of(request)));
  app::LibraryEdit edit;
  JH_TRY(edit.seen, body.number("seen"));
  JH_TRY(edit.region, body.optional_text("region"));
  JH_TRY(edit.draft, draft_of(body, app::draft_of(page.entry.indicator)));
  edit.draft.data.code = page.entry.indicator.code;
  JH_TRY_DO(app::keep_entry(services.workspace, edit));
  return get_entry(code_of(request), services);
}

Result<Response> import(const Request& request, const Services& services) {
  JH_TRY(const auto body, JsonBody::parse(request, {"name", "content", "dry_run", "region"}));
  JH_TRY(const auto sent, sent_document(body));
  app::LibraryFile file{.name = sent.name, .bytes = sent.bytes, .stop = request.gone};
  JH_TRY(file.dry_run, body.flag("dry_run"));
  JH_TRY(file.region, body.optional_text("region"));
  JH_TRY(const auto imported, app::import_library(services.workspace, file));
  const Speech say{services.workspace.library.catalogue, request.language};
  return answer(library_import_json(imported, file.dry_run, say));
}

}  // namespace

void add_library_routes(Router& router, const Services& services) {
  router.add(Method::get, "/api/v1/library",
             [services](const Request& request) { return list(request, services); });
  router.add(Method::get, "/api/v1/library/exports",
             [services](const Request& request) { return export_file(request, services); });
  router.add(Method::post, "/api/v1/library/imports",
             [services](const Request& request) { return import(request, services); });
  router.add(Method::post, "/api/v1/library/entries",
             [services](const Request& request) { return add(request, services); });
  router.add(Method::get, "/api/v1/library/entries/{code}",
             [services](const Request& request) { return get_entry(code_of(request), services); });
  router.add(Method::post, "/api/v1/library/entries/{code}/versions",
             [services](const Request& request) { return change(request, services); });
}

}  // namespace jiheng::http
