#pragma once

#include <string_view>
#include <utility>
#include <vector>

#include "intake/intake.h"
#include "intake/seen_row.h"

namespace jiheng::intake {

/// Keeps the report while a document is read: every row that gave no indicator is noted here.
class RowAccount {
 public:
  /// The report of one document, which outlives this.
  explicit RowAccount(IntakeReport& report) : report_(report) {}

  /// Counts a non-empty row and gives its number, from 1.
  std::size_t count_row();

  /// Says that `lines` further lines belong to a row already counted.
  void join_lines(std::size_t lines);

  /// What became of a row. Repeated, unread and mid-term rows are counted.
  void note(const RowName& row, RowFate fate, std::string_view reason);

  /// A row in doubt, counted once however many doubts it has.
  void doubt(const RowName& row, const std::vector<Doubt>& doubts);

  void repaired(const std::vector<Repair>& repairs);

  void notice(Text message, const Place& place);

  /// Puts the notes in document order into the report.
  void finish();

 private:
  IntakeReport& report_;
  std::size_t rows_seen_{};
  std::vector<std::pair<std::size_t, RowNote>> notes_{};  // by order
};

}  // namespace jiheng::intake
