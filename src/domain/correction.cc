#include "domain/correction.h"

#include <algorithm>
#include <array>
#include <utility>

namespace jiheng {
namespace {

constexpr std::size_t kDigits = 32;
constexpr std::array kVerdicts{Verdict::mapped, Verdict::confirmed, Verdict::corrected,
                               Verdict::rejected};

void add_doubts(DoubtfulRow& row, const std::vector<Doubt>& doubts) {
  for (const auto doubt : doubts) {
    if (std::ranges::find(row.doubt, doubt) == row.doubt.end()) {
      row.doubt.push_back(doubt);
    }
  }
}

}  // namespace

std::string_view word(Verdict verdict) {
  switch (verdict) {
    case Verdict::mapped:
      return "mapped";
    case Verdict::confirmed:
      return "confirmed";
    case Verdict::corrected:
      return "corrected";
    case Verdict::rejected:
      return "rejected";
  }
  return "";
}

std::optional<Verdict> verdict_from_word(std::string_view word) {
  for (const auto verdict : kVerdicts) {
    if (jiheng::word(verdict) == word) {
      return verdict;
    }
  }
  return std::nullopt;
}

RowReading reading_of(const Indicator& row) {
  return {.agency = row.agency,
          .project = row.project,
          .level1 = row.level1,
          .level2 = row.level2,
          .name = row.name,
          .comparator = row.comparator,
          .target = row.target,
          .measure = row.measure,
          .points = row.points};
}

void Corrections::add(ColumnCorrection correction) {
  auto& columns = columns_[correction.layout];
  const auto column = correction.column;
  columns.insert_or_assign(column, std::move(correction));
}

void Corrections::add(RowCorrection correction) {
  auto key = correction.key;
  rows_.insert_or_assign(std::move(key), std::move(correction));
}

std::vector<ColumnCorrection> Corrections::columns_of(std::string_view layout) const {
  std::vector<ColumnCorrection> columns;
  if (const auto found = columns_.find(layout); found != columns_.end()) {
    for (const auto& [column, correction] : found->second) {
      columns.push_back(correction);
    }
  }
  return columns;
}

bool Corrections::has_rows(std::string_view layout) const {
  const auto found = rows_.lower_bound(layout);
  return found != rows_.end() && layout_of_key(found->first) == layout;
}

const RowCorrection* Corrections::row(std::string_view key) const {
  const auto found = rows_.find(key);
  return found == rows_.end() ? nullptr : &found->second;
}

std::string row_key(std::string_view layout, std::string_view row) {
  std::string key(layout);
  key.append("/").append(row);
  return key;
}

std::string_view layout_of_key(std::string_view key) {
  return is_row_key(key) ? key.substr(0, kDigits) : std::string_view();
}

bool is_layout(std::string_view text) {
  return text.size() == kDigits && std::ranges::all_of(text, [](char c) {
           return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
         });
}

bool is_row_key(std::string_view text) {
  return text.size() == 2 * kDigits + 1 && text[kDigits] == '/' &&
         is_layout(text.substr(0, kDigits)) && is_layout(text.substr(kDigits + 1));
}

std::vector<DoubtfulRow> doubtful_rows(const std::vector<Indicator>& indicators, std::size_t most) {
  std::vector<DoubtfulRow> rows;
  for (const auto& indicator : indicators) {
    if (indicator.row_key.empty()) {
      continue;
    }
    const bool further = !rows.empty() && rows.back().key == indicator.row_key &&
                         rows.back().place == indicator.place;
    if (!further) {
      if (rows.size() == most) {
        break;
      }
      rows.push_back({.place = indicator.place,
                      .key = indicator.row_key,
                      .filed = indicator.filed,
                      .boxes = indicator.boxes});
    }
    add_doubts(rows.back(), indicator.doubt);
    rows.back().readings.push_back(reading_of(indicator));
  }
  return rows;
}

}  // namespace jiheng
