#include "intake/row_reader.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <utility>

#include "intake/column_shape.h"
#include "intake/layout.h"
#include "intake/line_cells.h"
#include "intake/place_row.h"
#include "intake/table_words.h"

namespace jiheng::intake {
namespace {

constexpr int kJoinedLines = 3;  // lines a broken row may stand on

// How many rows are there behind the one being read: more than any head or transposed table, which
// alone are looked at ahead, ever takes.
constexpr std::size_t kAhead = 256;
constexpr std::size_t kFinishedAtOnce = 256;  // rows

}  // namespace

RowReader::RowReader(const Vocabulary& vocabulary, const Corrections& corrections,
                     IndicatorTaker* taker)
    : knowledge_{vocabulary, corrections}, outcome_{intake_, account_, taker} {}

Intake RowReader::finish(const std::vector<document::Notice>& notices) {
  auto& report = intake_.report;
  report.notices.insert(report.notices.begin(), notices.begin(), notices.end());
  if (report.tables.empty()) {
    account_.notice({"intake.no_table", {}}, {});
  }
  account_.finish();
  // An attachment 11 that is applied with is no 表11 of what is published.
  intake_.disclosed = (intake_.form == "table11" || said_.disclosed) && !said_.applied;
  intake_.approved = said_.approved;
  return std::move(intake_);
}

void RowReader::read_sheet(const document::Sheet& sheet) {
  begin_sheet(sheet.layout);
  rows_ = sheet.rows;
  end_sheet();
}

void RowReader::begin_sheet(document::Layout layout) {
  layout_ = layout;
  columns_before_.clear();
  head_lacks_ = false;
  head_not_understood_ = false;
  rows_ = {};
  next_row_ = 0;
}

void RowReader::add_rows(std::vector<document::Row> rows) {
  std::ranges::move(rows, std::back_inserter(window_));
  rows_ = window_;
  read_rows(window_.size() - std::min(window_.size(), kAhead));
  forget_rows();
}

void RowReader::end_sheet() {
  read_rows(rows_.size());
  end_head();
  close_table();
  form_.finish();
  rows_ = {};
  window_.clear();
  orders_.clear();
}

void RowReader::read_rows(std::size_t end) {
  while (next_row_ < end) {
    const auto& row = rows_[next_row_++];
    take(see(row, layout_));
    orders_.push_back(last_order_);
    if (next_row_ % kFinishedAtOnce == 0) {
      finish_rows();
    }
  }
}

/// Finishes what can be of the open table.
void RowReader::finish_rows() {
  if (!table_open_ || table_turned_) {
    return;
  }
  if (!finish_) {
    finish_.emplace(table_, knowledge_, outcome_);
  }
  finish_->take_rows();
}

/// Forgets rows that were read, up to the first whose boxes an unfinished row of the table views.
void RowReader::forget_rows() {
  finish_rows();
  auto first = table_.rows.empty() ? std::nullopt : std::optional(table_.rows.front().name.order);
  first = finish_ ? finish_->first_order() : first;
  const auto needed = first ? std::ranges::lower_bound(orders_, *first) : orders_.end();
  // The row read last may be asked for again.
  const auto kept = std::min(needed, orders_.end() - (orders_.empty() ? 0 : 1));
  const auto count = kept - orders_.begin();
  orders_.erase(orders_.begin(), kept);
  window_.erase(window_.begin(), window_.begin() + count);
  next_row_ -= static_cast<std::size_t>(count);
  rows_ = window_;
  // Of those that may yet be titles or notes only their texts count.
  for (auto& row : pending_) {
    row.row = nullptr;
  }
}

void RowReader::take(SeenRow row) {
  if (row.name.text.empty()) {
    return;
  }
  row.name.order = account_.count_row();
  last_order_ = row.name.order;
  mark_ = mark_ || row.row->page_start;
  if (take_transposed(row)) {
    return;
  }
  const bool first_of_head = head_.empty();
  if (head_.take(row)) {
    if (first_of_head) {
      head_lacks_ = false;
      head_not_understood_ = false;
      flush_before_head();
    }
    account_.note(row.name, RowFate::head, "intake.head");
    return;
  }
  end_head();
  leave_table(row);
  if (take_title(row) || take_label(row) || take_lacking(row) || take_form(row)) {
    return;
  }
  if (!(row.line ? take_line(row) : take_cells(row))) {
    pending_.push_back(std::move(row));
  }
}

// --- heads

void RowReader::end_head() {
  if (head_.empty()) {
    return;
  }
  auto head = head_.finish(account_);
  const auto layout = layout_of(intake_.form, head);
  if (!head.line) {
    map_head(head, knowledge_.corrections.columns_of(layout));
    // The row that ended the head is the first below it.
    const auto first = std::min(rows_.size(), next_row_ == 0 ? 0 : next_row_ - 1);
    guess_columns(head, rows_.subspan(first), knowledge_.vocabulary, account_);
  }
  if (!is_usable(head.columns) && is_usable(head.mid_term)) {
    head.columns.swap(head.mid_term);  // a table of mid-term targets alone
    head.mid_term = head.columns;
  }
  if (!is_usable(head.columns)) {
    mark_ = mark_ || table_open_;
    note_unusable(head, layout);
    return;
  }
  if (same_table(head)) {
    mark_ = true;
    return;
  }
  close_table();
  open_table(head.columns, head.first.place);
  table_.mid_term = head.mid_term;
  use_layout(layout, head);
}

/// Says by which layout the open table is read.
void RowReader::use_layout(std::string layout, const TableHead& head) {
  const auto corrections =
      head.line ? std::vector<ColumnCorrection>() : knowledge_.corrections.columns_of(layout);
  auto note = note_of(layout, head, corrections);
  note.table = static_cast<int>(intake_.report.tables.size()) + 1;
  intake_.report.layouts.push_back(std::move(note));
  table_.mapped = !corrections.empty();
  table_.layout = std::move(layout);
}

bool RowReader::same_table(const TableHead& head) const {
  if (!table_open_ || title_ != table_.title || table_.columns != head.columns) {
    return false;
  }
  const bool apart =
      !head.line && table_.begun && titles_since_row_ == 0 && is_apart(head.first.place);
  return !apart;
}

/// A head that does not follow right behind the last row begins another table; on a new page it is
/// printed again.
bool RowReader::is_apart(const Place& head) const {
  const auto& last = table_.last;
  if (head.table > 0 && head.page == last.page) {
    return head.table != last.table;
  }
  if (!head.sheet.empty()) {
    return head.row > last.row + 1;
  }
  return head.line > last.line + 1;
}

void RowReader::open_table(Columns columns, const Place& first) {
  table_ = {.columns = std::move(columns),
            .first = first,
            .last = first,
            .title = title_,
            .agency = form_.agency(),
            .project = form_.project()};
  form_.table_begins();
  table_open_ = true;
  mark_ = false;
  titles_since_row_ = 0;
}

void RowReader::close_table() {
  flush_below_table();
  if (!table_open_) {
    return;
  }
  table_open_ = false;
  titles_of_table_ = {title_};
  columns_before_ = table_.columns;
  layout_before_ = table_.layout;
  mapped_before_ = table_.mapped;
  if (!finish_) {
    finish_.emplace(table_, knowledge_, outcome_);
  }
  finish_->end();
  finish_.reset();
  table_ = {};
  table_turned_ = false;
}

/// Another table of the document begins with this row, and it is no continuation of the open one.
void RowReader::leave_table(const SeenRow& row) {
  const auto& here = row.name.place;
  const auto& last = table_.last;
  const bool other = table_open_ && here.table > 0 && last.table > 0 &&
                     (here.table != last.table || here.page != last.page);
  if (other && own_cells(row) > 1 && !continues(row, table_.columns, knowledge_.vocabulary)) {
    close_table();
  }
}

// --- rows

bool RowReader::take_line(const SeenRow& row) {
  const auto columns = table_open_ ? table_.columns : table11_columns();
  const auto& line = row.row->cells.front().text;
  if (auto cells = cells_of_line(line, columns, knowledge_.vocabulary)) {
    cells->stand_on(row.row->cells.front().boxes);
    if (!table_open_) {
      open_headless(row, columns);
    }
    flush_before_row();
    add_row({.name = row.name,
             .place = row.name.place,
             .cells = *std::move(cells),
             .after_mark = mark_});
    return true;
  }
  return table_open_ && !row.grid && take_broken_row(row);
}

/// A row broken over lines: the lines before this one, unread so far, and this one together.
bool RowReader::take_broken_row(const SeenRow& row) {
  std::string line = row.row->cells.front().text;
  auto name = row.name;
  const auto oldest = pending_.size() - std::min<std::size_t>(pending_.size(), kJoinedLines - 1);
  for (std::size_t i = pending_.size(); i > oldest; --i) {
    const auto& before = pending_[i - 1];
    if (is_note(before.name.text)) {
      break;
    }
    line.insert(0, before.row->cells.front().text + " ");
    name.text.insert(0, before.name.text + " ");
    if (auto cells = cells_of_line(line, table_.columns, knowledge_.vocabulary)) {
      name.order = before.name.order;
      name.place = before.name.place;
      name.place.last_line = row.name.place.last_line;
      account_.join_lines(pending_.size() - (i - 1));  // one row, however many lines
      pending_.resize(i - 1);
      flush_before_row();
      const auto place = name.place;
      add_row({.name = std::move(name),
               .place = place,
               .cells = *std::move(cells),
               .after_mark = mark_,
               .joined = true});
      return true;
    }
  }
  return false;
}

bool RowReader::take_cells(const SeenRow& row) {
  if (!table_open_ && !reopen(row)) {
    auto columns = columns_by_shape(row, knowledge_.vocabulary);
    if (!columns) {
      return false;
    }
    open_headless(row, *std::move(columns));
  }
  auto placed = place_row(row, table_, knowledge_.vocabulary);
  if (!placed) {
    if (is_total(row)) {
      // A table of several projects has no total that is one project's.
      if (auto total = total_score(row, table_.columns);
          !total.empty() && !has(table_.columns, Column::project)) {
        const auto at = std::ranges::find(table_.columns, std::optional(Column::score));
        intake_.totals.push_back(
            {table_.agency, table_.project,
             document::cell_place(*row.row, static_cast<std::size_t>(at - table_.columns.begin())),
             std::move(total)});
      }
      account_.note(row.name, RowFate::note, "intake.total_row");
      return true;
    }
    return false;
  }
  flush_before_row();
  placed->after_mark = mark_;
  add_row(*std::move(placed));
  return true;
}

/// A form that goes on without a head, behind pages of other things.
bool RowReader::reopen(const SeenRow& row) {
  const bool levels = has(columns_before_, Column::level1) || has(columns_before_, Column::level2);
  if (!row.grid || !levels || !continues(row, columns_before_, knowledge_.vocabulary)) {
    return false;
  }
  flush_before_head();
  open_table(columns_before_, row.name.place);
  table_.layout = layout_before_;
  table_.mapped = mapped_before_;
  return true;
}

void RowReader::add_row(TableRow row) {
  table_.last = row.name.place;
  table_.begun = true;
  table_.rows.push_back(std::move(row));
  mark_ = false;
  titles_since_row_ = 0;
}

}  // namespace jiheng::intake
