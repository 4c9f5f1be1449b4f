#include "intake/row_account.h"

#include <algorithm>
#include <string>

namespace jiheng::intake {

std::size_t RowAccount::count_row() {
  ++report_.rows;
  return ++rows_seen_;
}

void RowAccount::join_lines(std::size_t lines) {
  report_.rows -= lines;
}

void RowAccount::note(const RowName& row, RowFate fate, std::string_view reason) {
  report_.repeated += fate == RowFate::repeated ? 1U : 0U;
  report_.unread += fate == RowFate::unread ? 1U : 0U;
  report_.mid_term += fate == RowFate::mid_term ? 1U : 0U;
  notes_.emplace_back(row.order, RowNote{row.place, fate, {std::string(reason), {}}, row.text});
}

void RowAccount::doubt(const RowName& row, const std::vector<Doubt>& doubts) {
  report_.doubtful += doubts.empty() ? 0U : 1U;
  for (const auto doubt : doubts) {
    note(row, RowFate::doubtful, "intake.doubt_" + std::string(jiheng::word(doubt)));
  }
}

void RowAccount::repaired(const std::vector<Repair>& repairs) {
  for (const auto repair : repairs) {
    ++report_.repairs[repair];
  }
}

void RowAccount::notice(Text message, const Place& place) {
  report_.notices.push_back({std::move(message), place});
}

void RowAccount::finish() {
  std::ranges::stable_sort(notes_, {}, [](const auto& note) { return note.first; });
  report_.notes.reserve(notes_.size());
  for (auto& [order, note] : notes_) {
    report_.notes.push_back(std::move(note));
  }
  notes_.clear();
}

}  // namespace jiheng::intake
