#include "intake/layout.h"

#include <algorithm>

#include "base/hash.h"
#include "intake/head_words.h"

namespace jiheng::intake {
namespace {

constexpr std::size_t kDigits = 32;
constexpr std::string_view kUsualForm = "table11";

/// The form's number is often left out; heads that no form claims are those of 表11.
std::string start_of(std::string_view form) {
  return std::string(form.empty() ? kUsualForm : form) + "\n";
}

/// 2024年度指标值 and 2025年度指标值 are one head.
std::string without_numbers(std::string_view text) {
  std::string out;
  for (const char c : text) {
    const bool digit = c >= '0' && c <= '9';
    if (!digit) {
      out.push_back(c);
    } else if (out.empty() || out.back() != '#') {
      out.push_back('#');
    }
  }
  return out;
}

std::string digits_of(std::string_view text) {
  return sha256(text).substr(0, kDigits);
}

}  // namespace

std::string layout_of(std::string_view form, const TableHead& head) {
  std::vector<std::string> columns;
  for (const auto& texts : head.heads) {
    auto& column = columns.emplace_back();
    for (const auto& text : texts) {
      column += without_numbers(bare_word(text)) + "/";
    }
  }
  while (!columns.empty() && columns.back().empty()) {
    columns.pop_back();
  }
  auto said = start_of(form) + (head.line ? "line\n" : "cells\n");
  for (const auto& column : columns) {
    said += column + "\n";
  }
  return digits_of(said);
}

std::string layout_of(std::string_view form, const Columns& columns) {
  auto said = start_of(form) + "no head\n";
  for (const auto& column : columns) {
    said += std::string(column ? word(*column) : "?") + "\n";
  }
  return digits_of(said);
}

void map_columns(Columns& columns, const std::vector<ColumnCorrection>& corrections) {
  for (const auto& [id, layout, column, role] : corrections) {
    if (columns.size() <= column) {
      columns.resize(column + 1);
    }
    if (role != Column::other) {
      std::ranges::replace(columns, std::optional(role), std::optional<Column>());
    }
    columns[column] = role;
  }
}

void map_head(TableHead& head, const std::vector<ColumnCorrection>& corrections) {
  map_columns(head.columns, corrections);
  head.texts.resize(std::max(head.texts.size(), head.columns.size()));
  for (const auto& correction : corrections) {
    if (correction.column < head.mid_term.size()) {
      head.mid_term[correction.column].reset();
    }
  }
}

LayoutNote note_of(const std::string& layout, const TableHead& head,
                   const std::vector<ColumnCorrection>& corrections) {
  LayoutNote note{.layout = layout, .place = head.first.place};
  for (std::size_t i = 0; i < head.columns.size() && !head.line; ++i) {
    const auto mapped =
        std::ranges::find(corrections, i, [](const ColumnCorrection& one) { return one.column; });
    auto& column = note.columns.emplace_back();
    for (const auto& text : i < head.heads.size() ? head.heads[i] : std::vector<std::string>()) {
      column.head += (column.head.empty() ? "" : " / ") + text;
    }
    column.role = head.columns[i].value_or(Column::other);
    column.correction = mapped == corrections.end() ? 0 : mapped->id;
  }
  return note;
}

}  // namespace jiheng::intake
