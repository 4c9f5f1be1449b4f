#include "domain/waiver.h"

#include "base/hash.h"

namespace jiheng {
namespace {

constexpr char kBetweenCells = '\x1f';
constexpr char kBetweenRows = '\x1e';

void append(const Indicator& row, std::string& text) {
  for (const auto field : {Field::level1, Field::level2, Field::level3, Field::comparator,
                           Field::target, Field::measure}) {
    text += value_of(row, field);
    text += kBetweenCells;
  }
}

}  // namespace

std::string_view word(WaiverKind kind) {
  return kind == WaiverKind::waived ? "waived" : "false_alarm";
}

std::optional<WaiverKind> waiver_kind_from_word(std::string_view word) {
  for (const auto kind : {WaiverKind::waived, WaiverKind::false_alarm}) {
    if (jiheng::word(kind) == word) {
      return kind;
    }
  }
  return std::nullopt;
}

std::string waived_cells(const Indicator& row) {
  std::string text;
  append(row, text);
  return sha256(text);
}

std::string waived_cells(const std::vector<const Indicator*>& rows) {
  std::string text;
  for (const auto* row : rows) {
    append(*row, text);
    text += kBetweenRows;
  }
  return sha256(text);
}

}  // namespace jiheng
