#include "store/query.h"
#include "store/store.h"

namespace jiheng::store {
namespace {

// What was laid in one go says one time.
constexpr std::string_view kLast =
    "SELECT o.author, o.laid_at FROM overlay o JOIN indicator i ON i.region_code = o.region_code "
    "AND i.indicator_id = o.indicator_id WHERE o.region_code = ? AND o.rule = ? AND i.year = ? "
    "AND i.is_current = 1 GROUP BY o.author, o.laid_at HAVING "
    "COUNT(CASE WHEN o.undone = 0 THEN 1 END) > 0 ORDER BY o.laid_at DESC LIMIT 1";
constexpr std::string_view kStanding =
    "SELECT o.overlay_id, i.revision FROM overlay o JOIN indicator i ON i.region_code = "
    "o.region_code AND i.indicator_id = o.indicator_id WHERE o.region_code = ? AND o.rule = ? AND "
    "i.year = ? AND i.is_current = 1 AND o.laid_at = ? AND COALESCE(o.author, '') = COALESCE(?, "
    "'') "
    "AND o.undone = 0 ORDER BY o.overlay_id";
constexpr std::string_view kSuggestions =
    "SELECT COUNT(DISTINCT indicator_id) FROM finding WHERE region_code = ? AND year = ? AND rule "
    "= ? AND waiver_id IS NULL AND COALESCE(suggestion, '') <> ''";

}  // namespace

Result<std::optional<AppliedRule>> Store::last_applied(std::string_view region, int year,
                                                       std::string_view rule) {
  JH_TRY(const auto lease, pool_->lease());
  JH_TRY(const auto last, lease->prepare(kLast));
  JH_TRY_DO(last->run({region, rule, std::int64_t{year}}));
  JH_TRY(const bool exists, last->next());
  if (!exists) {
    return std::nullopt;
  }
  AppliedRule applied{.author = std::string(last->text(0)), .at_ms = last->integer(1)};
  JH_TRY(const auto found, lease->prepare(kStanding));
  JH_TRY_DO(found->run({region, rule, std::int64_t{year}, applied.at_ms, applied.author}));
  JH_TRY_DO(for_each_row(*found, [&](const sql::Statement& row) {
    applied.edits.push_back({row.integer(0), row.integer(1)});
  }));
  return std::optional(std::move(applied));
}

Result<std::int64_t> Store::count_suggestions(std::string_view region, int year,
                                              std::string_view rule) {
  JH_TRY(const auto lease, pool_->lease());
  JH_TRY(const auto found, lease->prepare(kSuggestions));
  JH_TRY_DO(found->run({region, std::int64_t{year}, rule}));
  JH_TRY_DO(found->next());
  return found->integer(0);
}

}  // namespace jiheng::store
