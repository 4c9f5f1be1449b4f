#include "intake/row_keys.h"

#include <array>
#include <unordered_map>

#include "base/hash.h"
#include "base/text.h"
#include "domain/correction.h"

namespace jiheng::intake {
namespace {

constexpr std::size_t kDigits = 32;
constexpr std::array kColumns{Column::agency, Column::project, Column::level1,
                              Column::level2, Column::name,    Column::comparator,
                              Column::target, Column::measure, Column::points};

std::string cells_of(const TableRow& row) {
  std::string cells;
  for (const auto column : kColumns) {
    cells += search_key(row.cells[column]) + "\n";
  }
  return cells;
}

}  // namespace

const std::string& RowKeys::of(std::size_t row) {
  if (keys_.empty()) {
    std::unordered_map<std::string, std::size_t> seen;
    keys_.reserve(table_.rows.size());
    for (const auto& one : table_.rows) {
      auto cells = cells_of(one);
      const auto before = seen[cells]++;
      cells += before == 0 ? "" : std::to_string(before);
      keys_.push_back(row_key(table_.layout, sha256(cells).substr(0, kDigits)));
    }
  }
  return keys_[row];
}

}  // namespace jiheng::intake
