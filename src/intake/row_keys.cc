#include "intake/row_keys.h"

#include <string_view>
#include <utility>

#include "base/hash.h"
#include "base/text.h"
#include "domain/correction.h"

namespace jiheng::intake {
namespace {

constexpr std::size_t kDigits = 32;

void put_size(std::size_t size, std::string& bytes) {
  for (; size > 0x7F; size >>= 7U) {
    bytes.push_back(static_cast<char>((size & 0x7FU) | 0x80U));
  }
  bytes.push_back(static_cast<char>(size));
}

std::size_t take_size(std::string_view& bytes) {
  std::size_t size = 0;
  for (unsigned shift = 0;; shift += 7) {
    const auto byte = static_cast<unsigned char>(bytes.front());
    bytes.remove_prefix(1);
    size |= static_cast<std::size_t>(byte & 0x7FU) << shift;
    if (byte <= 0x7F) {
      return size;
    }
  }
}

}  // namespace

void RowKeys::add(const TableRow& row) {
  if (asked_) {
    for (std::size_t i = 0; i < kColumns.size(); ++i) {
      last_.at(i) = row.cells[kColumns.at(i)];
    }
    count(last_);
    return;
  }
  for (std::size_t i = 0; i < kColumns.size(); ++i) {
    const auto& cell = row.cells[kColumns.at(i)];
    if (cell == last_.at(i)) {
      kept_.push_back('\0');
      continue;
    }
    put_size(cell.size() + 1, kept_);
    kept_ += cell;
    last_.at(i) = cell;
  }
}

std::string RowKeys::of_last() {
  if (!asked_) {
    asked_ = true;
    count_kept();
  }
  return row_key(layout_, key_);
}

void RowKeys::count_kept() {
  Cells cells;
  for (std::string_view left = kept_; !left.empty();) {
    for (auto& cell : cells) {
      if (const auto size = take_size(left); size > 0) {
        cell = left.substr(0, size - 1);
        left.remove_prefix(size - 1);
      }
    }
    count(cells);
  }
  std::string().swap(kept_);
}

/// Works out the key of the row with these cells, the next of the table.
void RowKeys::count(const Cells& cells) {
  std::string text;
  for (const auto& cell : cells) {
    text += search_key(cell) + "\n";
  }
  // Equal cells have equal keys where none like them stands above: that key counts them.
  auto key = sha256(text).substr(0, kDigits);
  const auto before = seen_[key]++;
  key_ = before == 0 ? std::move(key) : sha256(text + std::to_string(before)).substr(0, kDigits);
}

}  // namespace jiheng::intake
