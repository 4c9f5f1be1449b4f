#include "store/money_layouts.h"

#include <array>

#include "base/text.h"
#include "store/query.h"
#include "store/writing.h"

namespace jiheng::store {
namespace {

constexpr std::string_view kNotRead = "-";
constexpr std::array<std::string_view, 2> kKeys{"region_code", "layout"};
constexpr std::array<std::string_view, 4> kValues{"columns", "measure", "author", "made_at"};
constexpr std::string_view kFind =
    "SELECT columns, measure FROM money_layout WHERE region_code = ? AND layout = ?";

}  // namespace

Result<void> MoneyLayouts::remember(std::string_view region, const MoneyLayout& layout,
                                    std::string_view author) {
  JH_TRY(auto writing, Writing::begin(parts_.pool, region));
  std::string columns;
  for (const auto& column : layout.columns) {
    columns.append(columns.empty() ? "" : "\n").append(column.empty() ? kNotRead : column);
  }
  const auto sql = (*writing).dialect().upsert("money_layout", kKeys, kValues);
  JH_TRY_DO((*writing).execute(
      sql, {region, layout.layout, columns, layout.measure, author, parts_.clock.now_ms()}));
  return writing.commit();
}

Result<std::optional<MoneyLayout>> MoneyLayouts::find(std::string_view region,
                                                      std::string_view layout) {
  JH_TRY(const auto lease, parts_.pool.lease());
  JH_TRY(const auto found, lease->prepare(kFind));
  JH_TRY_DO(found->run({region, layout}));
  JH_TRY(const bool exists, found->next());
  if (!exists) {
    return std::nullopt;
  }
  MoneyLayout known{.layout = std::string(layout), .measure = std::string(found->text(1))};
  for (const auto column : split(found->text(0), '\n')) {
    known.columns.emplace_back(column == kNotRead ? "" : column);
  }
  return known;
}

}  // namespace jiheng::store
