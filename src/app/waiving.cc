#include "app/waiving.h"

#include <array>

#include "app/judging.h"
#include "base/date.h"
#include "base/text.h"
#include "report/csv.h"

namespace jiheng::app {
namespace {

constexpr std::size_t kLongestReason = 500;  // characters
constexpr std::array<std::string_view, 12> kColumns{"year",   "agency", "project",  "indicator",
                                                    "rule",   "kind",   "reason",   "message",
                                                    "author", "at",     "ended_at", "lapsed"};

std::string line_of(const StoredWaiver& one, int year, const packs::Catalogue& catalogue,
                    packs::Language language) {
  const std::array<std::string, kColumns.size()> values{std::to_string(year),
                                                        one.agency,
                                                        one.project,
                                                        one.indicator,
                                                        one.rule,
                                                        std::string(word(one.waiver.kind)),
                                                        one.waiver.reason,
                                                        catalogue.render(language, one.message),
                                                        one.waiver.author,
                                                        iso_time(one.waiver.at_ms),
                                                        one.living ? "" : iso_time(one.ended_at_ms),
                                                        one.lapsed ? "true" : ""};
  return report::csv_line(std::span<const std::string>(values));
}

/// The pack that judges the row's year.
Result<packs::RulePack> pack_over(const Workspace& workspace, std::string_view region,
                                  std::int64_t indicator) {
  JH_TRY(const auto row, workspace.store.indicator(region, indicator));
  JH_TRY(const auto project, workspace.store.project(region, row.project_id));
  JH_TRY(auto judged_by, pack_of(workspace, region, project.summary.year));
  return std::move(judged_by.pack);
}

}  // namespace

Result<std::int64_t> set_aside(const Workspace& workspace, const Aside& aside) {
  const auto reason = std::string(trim(aside.reason));
  if (reason.empty()) {
    return fail(ErrorCode::invalid_input, {"waiving.no_reason"});
  }
  if (length(reason) > kLongestReason) {
    return fail(ErrorCode::invalid_input,
                {"waiving.reason_too_long", {std::to_string(kLongestReason)}});
  }
  JH_TRY(const auto region, region_of(workspace));
  JH_TRY(const auto pack, pack_over(workspace, region, aside.indicator));
  JH_TRY(const auto hooks, hooks_of(workspace, region));
  return workspace.store.waive(region,
                               {.indicator_id = aside.indicator,
                                .revision = aside.revision,
                                .rule = aside.rule,
                                .of_project = aside.of_project,
                                .kind = aside.kind,
                                .reason = reason,
                                .author = workspace.user,
                                .pack_id = pack.id,
                                .pack_version = pack.version},
                               hooks);
}

Result<void> take_back_waiver(const Workspace& workspace, std::int64_t waiver) {
  JH_TRY(const auto region, region_of(workspace));
  JH_TRY(const auto hooks, hooks_of(workspace, region));
  return workspace.store.end_waiver(region, waiver, workspace.user, hooks);
}

Result<store::Page<StoredWaiver>> list_waivers(const Workspace& workspace, WaiverFilter filter,
                                               const ListPart& part) {
  JH_TRY(filter.region, region_of(workspace));
  return workspace.store.list_waivers(filter, part.cursor, part.limit);
}

Result<std::string> waivers_csv(const Workspace& workspace, int year, std::string_view rule,
                                bool ended, packs::Language language) {
  std::string text = report::csv_line(kColumns);
  ListPart part;
  do {
    JH_TRY(const auto page,
           list_waivers(workspace,
                        {.region = {}, .year = year, .rule = std::string(rule), .ended = ended},
                        part));
    for (const auto& one : page.items) {
      text += line_of(one, year, workspace.library.catalogue, language);
    }
    part.cursor = page.next;
  } while (!part.cursor.empty());
  return text;
}

}  // namespace jiheng::app
