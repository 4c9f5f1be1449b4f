// What stands around tables: titles, labels, notes.
#include <algorithm>
#include <utility>

#include "intake/head_words.h"
#include "intake/layout.h"
#include "intake/line_cells.h"
#include "intake/place_row.h"
#include "intake/row_reader.h"
#include "intake/table_words.h"

namespace jiheng::intake {

namespace {

/// Some words of a head, too few for one.
bool has_head_words(const SeenRow& row) {
  return std::ranges::count_if(row.cells, [](const std::string& cell) {
           return head_of(cell).kind != HeadWord::none;
         }) >= 2;
}

}  // namespace

bool RowReader::take_title(const SeenRow& row) {
  const auto& text = row.name.text;
  if (is_page_number(text)) {
    account_.note(row.name, RowFate::title, "intake.page_number");
    mark_ = mark_ || table_open_;
    return true;
  }
  if (const auto number = form_number(text)) {
    if (intake_.form.empty() && *number == 11) {
      intake_.form = "table11";
    }
    account_.note(row.name, RowFate::title, "intake.form_number");
    mark_ = mark_ || table_open_;
    return true;
  }
  if (const auto year = year_of_line(text); year && own_cells(row) == 1) {
    account_.note(row.name, RowFate::title, "intake.above_table");
    intake_.year = intake_.year ? intake_.year : year;
    mark_ = mark_ || table_open_;
    return true;
  }
  if (titles_of_table_.contains(text)) {
    account_.note(row.name, RowFate::title, "intake.running_title");
    title_ = text;
    ++titles_since_row_;
    mark_ = mark_ || table_open_;
    return true;
  }
  return false;
}

bool RowReader::take_label(const SeenRow& row) {
  if (filled_cells(row) != 1 || !form_.take_line(row)) {
    return false;
  }
  account_.note(row.name, RowFate::title, "intake.label");
  return true;
}

/// A row of the form around the tables. One that begins a form ends the table above it.
bool RowReader::take_form(const SeenRow& row) {
  if (row.line) {
    return false;
  }
  const bool begins = FormReader::begins(row);
  if (table_open_ && !begins && !FormReader::explains(row)) {
    return false;
  }
  if (begins) {
    flush_before_head();
    close_table();
  }
  if (!form_.take(row)) {
    return false;
  }
  account_.note(row.name, RowFate::form, "intake.form");
  return true;
}

bool RowReader::take_transposed(const SeenRow& row) {
  if (row.line) {
    return false;
  }
  if (transposed_left_ == 0 && may_begin_transposed(row)) {
    if (auto table = turn(rows_.subspan(next_row_ - 1))) {
      transposed_left_ = table->height;
      transposed_.push_back(*std::move(table));
      end_head();
      head_lacks_ = false;
      read_transposed(row);
    }
  }
  if (transposed_left_ == 0) {
    return false;
  }
  --transposed_left_;
  account_.note(row.name, RowFate::head, "intake.transposed");
  return true;
}

/// Reads the indicators of the table that begins with this row; each belongs to all of its rows,
/// and the last of them is where the table ends.
void RowReader::read_transposed(const SeenRow& row) {
  auto& table = transposed_.back();
  flush_before_head();
  close_table();
  const auto layout = layout_of(intake_.form, table.head);
  table.head.first = row.name;
  map_head(table.head, knowledge_.corrections.columns_of(layout));
  open_table(table.head.columns, row.name.place);
  use_layout(layout, table.head);
  table_turned_ = true;
  const auto& last = rows_[next_row_ + table.height - 2];
  for (const auto& turned : table.rows) {
    auto indicator = see(turned, document::Layout::grid);
    indicator.name.order = row.name.order;
    if (auto placed = place_row(indicator, table_, knowledge_.vocabulary)) {
      placed->name.place = last.place;
      placed->place = turned.place;
      add_row(*std::move(placed));
    } else if (!indicator.name.text.empty()) {
      account_.note(indicator.name, RowFate::unread, "intake.not_a_row");
    }
  }
}

/// What stood before a head: the last line that looks like a title is one, the rest are notes, or
/// rows of the table above that nobody could read.
void RowReader::flush_before_head() {
  std::size_t keep = pending_.size();
  // 关于批复2024年部门预算的通知 stands over the title of the table itself.
  for (const auto& line : pending_) {
    if (looks_like_title(line.name.text)) {
      heed_title(line.name.text);
    }
  }
  for (std::size_t i = pending_.size(); i > 0; --i) {
    if (looks_like_title(pending_[i - 1].name.text)) {
      keep = i - 1;
      break;
    }
  }
  for (std::size_t i = 0; i < pending_.size(); ++i) {
    const auto& line = pending_[i].name;
    if (i == keep) {
      if (table_open_) {
        titles_of_table_.clear();
      }
      take_as_title(line);
    } else if (i > keep) {
      account_.note(line, RowFate::title, "intake.above_table");
    } else {
      note_loose(line);
    }
  }
  pending_.clear();
}

/// The titles above the first table say what the document is.
void RowReader::heed_title(std::string_view text) {
  if (intake_.title.empty()) {
    const auto says = title_says(text);
    said_.applied = said_.applied || says.applied;
    said_.approved = said_.approved || says.approved;
    said_.disclosed = said_.disclosed || says.disclosed;
  }
}

void RowReader::take_as_title(const RowName& row) {
  account_.note(row, RowFate::title, "intake.title");
  heed_title(row.text);
  title_ = row.text;
  titles_of_table_.insert(row.text);
  ++titles_since_row_;
  if (intake_.title.empty()) {
    intake_.title = row.text;
  }
  if (!intake_.year) {
    intake_.year = year_in(row.text);
  }
}

void RowReader::note_loose(const RowName& row) {
  if (!table_open_ || is_note(row.text)) {
    account_.note(row, RowFate::note, table_open_ ? "intake.note" : "intake.outside_table");
  } else {
    account_.note(row, RowFate::unread, "intake.not_a_row");
  }
}

/// Before a data row: lines that stood between rows were none.
void RowReader::flush_before_row() {
  for (const auto& line : pending_) {
    note_loose(line.name);
  }
  pending_.clear();
}

void RowReader::flush_below_table() {
  for (const auto& line : pending_) {
    // Below the last row stand notes and signatures; more than one word may be a row cut short.
    if (table_open_ && words_of(line.name.text).size() > 1) {
      note_loose(line.name);
    } else {
      account_.note(line.name, RowFate::note,
                    table_open_ ? "intake.below_table" : "intake.outside_table");
    }
  }
  pending_.clear();
}

/// A table without a head: the lines above it may hold its title.
void RowReader::open_headless(const SeenRow& first, Columns columns) {
  for (const auto& line : pending_) {
    head_not_understood_ = head_not_understood_ || has_head_words(line);
    if (looks_like_title(line.name.text)) {
      take_as_title(line.name);
    } else {
      account_.note(line.name, RowFate::note, "intake.outside_table");
    }
  }
  pending_.clear();
  const auto layout = layout_of(intake_.form, columns);
  TableHead head{.first = first.name, .line = first.line, .columns = std::move(columns)};
  if (!head.line) {
    map_columns(head.columns, knowledge_.corrections.columns_of(layout));
  }
  open_table(head.columns, first.name.place);
  use_layout(layout, head);
  if (!table_.mapped) {
    account_.notice({head_not_understood_ ? "intake.head_not_understood" : "intake.no_head", {}},
                    first.name.place);
  }
}

/// A head that names kinds of indicators and leaves out what they are called, or how much of each,
/// heads a table that nobody can read. Guessing would make a comparator a name.
void RowReader::note_unusable(const TableHead& head, const std::string& layout) {
  const bool name = has(head.columns, Column::name);
  const bool target = has(head.columns, Column::target);
  if (table_open_ || head.line) {
    return;
  }
  head_lacks_ = has(head.columns, Column::level2) && (name || target);
  head_not_understood_ = !head_lacks_;
  const auto same = [&](const LayoutNote& note) { return note.layout == layout; };
  if (std::ranges::none_of(intake_.report.layouts, same)) {
    intake_.report.layouts.push_back(
        note_of(layout, head, knowledge_.corrections.columns_of(layout)));
  }
  if (head_lacks_) {
    account_.notice({"intake.head_lacks", {name ? "指标值" : "三级指标"}}, head.first.place);
  }
}

bool RowReader::take_lacking(const SeenRow& row) {
  if (!head_lacks_ || table_open_ || row.line || filled_cells(row) < 2) {
    return false;
  }
  account_.note(row.name, RowFate::unread, "intake.head_lacks_row");
  return true;
}

}  // namespace jiheng::intake
