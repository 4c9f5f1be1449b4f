#include "app/waiving.h"

#include <array>

#include "app/judging.h"
#include "base/date.h"
#include "base/text.h"
#include "report/csv.h"

namespace jiheng::app {
namespace {

constexpr std::size_t kLongestReason = 500;  // characters
constexpr std::array<std::string_view, 11> kColumns{"year",   "agency", "project", "indicator",
                                                    "rule",   "kind",   "reason",  "message",
                                                    "author", "at",     "ended_at"};

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
  JH_TRY(const auto hooks, hooks_of(workspace, region));
  return workspace.store.waive(region,
                               {.indicator_id = aside.indicator,
                                .revision = aside.revision,
                                .rule = aside.rule,
                                .kind = aside.kind,
                                .reason = reason,
                                .author = workspace.user},
                               hooks);
}

Result<void> take_back_waiver(const Workspace& workspace, std::int64_t waiver) {
  JH_TRY(const auto region, region_of(workspace));
  JH_TRY(const auto hooks, hooks_of(workspace, region));
  return workspace.store.end_waiver(region, waiver, workspace.user, hooks);
}

Result<std::vector<StoredWaiver>> list_waivers(const Workspace& workspace, int year,
                                               std::string_view rule, bool ended) {
  JH_TRY(const auto region, region_of(workspace));
  return workspace.store.list_waivers(
      {.region = region, .year = year, .rule = std::string(rule), .ended = ended});
}

Result<std::string> waivers_csv(const Workspace& workspace, int year, std::string_view rule,
                                bool ended, packs::Language language) {
  JH_TRY(const auto waivers, list_waivers(workspace, year, rule, ended));
  std::string text = report::csv_line(kColumns);
  for (const auto& one : waivers) {
    const std::array<std::string, kColumns.size()> values{
        std::to_string(year),
        one.agency,
        one.project,
        one.indicator,
        one.rule,
        std::string(word(one.waiver.kind)),
        one.waiver.reason,
        workspace.library.catalogue.render(language, one.message),
        one.waiver.author,
        iso_time(one.waiver.at_ms),
        one.living ? "" : iso_time(one.ended_at_ms)};
    text += report::csv_line(std::span<const std::string>(values));
  }
  return text;
}

}  // namespace jiheng::app
