#include "document/pages/stitch.h"

#include <algorithm>
#include <numeric>
#include <utility>

#include "base/text.h"

namespace jiheng::document {
namespace {

/// No head with print titles is higher.
constexpr int kLongestBlock = 16;

/// A line as the next page may print it again: without page numbers and blanks.
std::string running_form(const std::string& text) {
  std::string form;
  for (const char c : fold_cell(text)) {
    if (c != ' ' && (c < '0' || c > '9')) {
      form += c;
    }
  }
  return form;
}

bool says_continued(const std::string& text) {
  return text.find("续") != std::string::npos;
}

bool is_blank_row(const std::vector<std::string>& texts) {
  return std::ranges::all_of(texts, [](const std::string& text) { return text.empty(); });
}

bool is_title_row(const std::vector<std::string>& texts) {
  return std::ranges::count_if(texts, [](const std::string& text) { return !text.empty(); }) == 1;
}

bool has_text(const Row& row) {
  return std::ranges::any_of(row.cells, [](const Cell& cell) { return !trim(cell.text).empty(); });
}

bool has_ideograph(const std::string& text) {
  return std::ranges::any_of(to_code_points(text),
                             [](char32_t point) { return point >= U'㐀' && point <= U'鿿'; });
}

/// What a place of a merged cell is to it.
Merged merged_at(bool first_row, bool first_column) {
  if (!first_column) {
    return Merged::beside;
  }
  return first_row ? Merged::first : Merged::below;
}

}  // namespace

void Stitcher::add(PageParts page) {
  if (last_page_ + 1 < page.number) {
    // Nothing of a table goes on behind a page without it.
    close_cells();
  }
  page_started_ = page.number > 1;
  first_grid_ = true;
  strange_line_ = false;
  std::size_t next = 0;
  for (const auto& grid : page.grids) {
    while (next < page.lines.size() && page.lines[next].top < grid.ys.front()) {
      add_line(page.lines[next++], page.number);
    }
    add_grid(grid, page.number);
  }
  while (next < page.lines.size()) {
    add_line(page.lines[next++], page.number);
  }
}

std::vector<Row> Stitcher::take_finished() {
  const auto count = first_unfinished() - taken_;
  const auto end = rows_.begin() + static_cast<std::ptrdiff_t>(count);
  std::vector<Row> finished;
  finished.reserve(count);
  std::copy_if(std::move_iterator(rows_.begin()), std::move_iterator(end),
               std::back_inserter(finished), has_text);
  rows_.erase(rows_.begin(), end);
  taken_ += count;
  return finished;
}

std::vector<Row> Stitcher::finish() {
  close_cells();
  return take_finished();
}

/// The first row that shows a cell which may grow on the next page.
std::size_t Stitcher::first_unfinished() const {
  auto first = taken_ + rows_.size();
  for (const auto* cells : {&open_, &ended_}) {
    for (const auto& [column, cell] : *cells) {
      first = std::min(first, cell.places.front().first);
    }
  }
  return first;
}

Cell& Stitcher::cell_at(const std::pair<std::size_t, std::size_t>& place) {
  return rows_[place.first - taken_].cells[place.second];
}

void Stitcher::add_line(const LooseLine& line, int page) {
  const bool known = !running_lines_.insert(running_form(line.text)).second;
  strange_line_ = strange_line_ || (!known && !says_continued(line.text));
  rows_.push_back({.place = {.page = page},
                   .cells = {{.text = line.text, .boxes = {line.box}}},
                   .page_start = std::exchange(page_started_, false)});
}

void Stitcher::add_grid(const PageGrid& grid, int page) {
  map_ = column_map(grid);
  const bool continues = continues_table(page);
  if (!continues) {
    close_cells();
    open_table(grid);
  }
  add_rows(grid, page, continues);
  last_page_ = page;
  first_grid_ = false;
  strange_line_ = false;
}

bool Stitcher::continues_table(int page) const {
  return tables_ > 0 && first_grid_ && last_page_ == page - 1 && !strange_line_ && !map_.empty();
}

/// Where the borders of a grid lie among the table's, wherever the page's margin puts them; empty
/// unless each is one of them and both outer ones agree.
std::vector<int> Stitcher::column_map(const PageGrid& grid) const {
  std::vector<int> map;
  if (xs_.empty()) {
    return map;
  }
  const auto shift = grid.xs.front() - xs_.front();
  // Grids of the same borders meet one by one: those of tables without rules may stand closer
  // together than two borders that meet.
  if (std::ranges::equal(grid.xs, xs_, {}, [&](Length x) { return x - shift; })) {
    map.resize(xs_.size());
    std::iota(map.begin(), map.end(), 0);
    return map;
  }
  std::size_t border = 0;
  for (const auto x : grid.xs) {
    while (border < xs_.size() && xs_[border] + shift < x - kMeeting) {
      ++border;
    }
    if (border == xs_.size() || xs_[border] + shift > x + kMeeting) {
      return {};
    }
    map.push_back(static_cast<int>(border));
  }
  return map.back() + 1 == static_cast<int>(xs_.size()) ? map : std::vector<int>{};
}

void Stitcher::open_table(const PageGrid& grid) {
  ++tables_;
  xs_ = grid.xs;
  map_ = column_map(grid);
  first_rows_.clear();
  for (int row = 0; row < std::min(grid.rows(), kLongestBlock); ++row) {
    first_rows_.push_back(signature(grid, row));
  }
  open_sided_ = true;
  for (int column = 0; column < grid.columns(); ++column) {
    open_sided_ = open_sided_ && grid.cell(0, column).open_top;
  }
}

/// The folded texts of a row, by the table's columns.
std::vector<std::string> Stitcher::signature(const PageGrid& grid, int row) const {
  std::vector<std::string> texts(xs_.size() - 1);
  for (int column = 0; column < grid.columns(); ++column) {
    const auto& cell = grid.cell(row, column);
    if (cell.row == row && cell.column == column) {
      texts[static_cast<std::size_t>(map_[static_cast<std::size_t>(column)])] =
          fold_cell(cell.text);
    }
  }
  return texts;
}

/// How many rows at the top of a page are the table's first rows again. A title that the frame of
/// the table holds is not always printed again with its head.
int Stitcher::reprinted_rows(const PageGrid& grid) const {
  const auto titles = std::ranges::find_if_not(first_rows_, is_title_row) - first_rows_.begin();
  const auto count = rows_again(grid, 0);
  return count > 0 ? count : rows_again(grid, static_cast<std::size_t>(titles));
}

int Stitcher::rows_again(const PageGrid& grid, std::size_t first) const {
  int count = 0;
  for (; count < grid.rows() && first < first_rows_.size(); ++count, ++first) {
    const auto texts = signature(grid, count);
    if (texts != first_rows_[first] || is_blank_row(texts)) {
      break;
    }
  }
  return count;
}

/// Does every cell of `row`, the first after the reprinted ones, go on from the page before?
bool Stitcher::is_open_row(const PageGrid& grid, int row) const {
  for (int column = 0; column < grid.columns(); ++column) {
    if (!open_.contains(map_[static_cast<std::size_t>(grid.cell(row, column).column)])) {
      return false;
    }
  }
  return true;
}

/// Is `row`, the first after the reprinted ones, what did not fit on the page before? A page end
/// that draws a line through a row leaves no cell open. But then some columns have ended, and the
/// text of those that go on ran to the end of its line.
bool Stitcher::is_rest_of_row(const PageGrid& grid, int row) const {
  bool goes_on = false;
  bool ended = false;
  for (int column = 0; column < grid.columns();) {
    const auto& cell = grid.cell(row, column);
    const auto first = map_[static_cast<std::size_t>(cell.column)];
    column = cell.last_column + 1;
    if (open_.contains(first)) {
      continue;
    }
    const auto above = ended_.find(first);
    if (above == ended_.end()) {
      return false;
    }
    if (cell.text.empty()) {
      ended = ended || !above->second.text.empty();
    } else if (above->second.room < 1 && has_ideograph(cell.text)) {
      goes_on = true;
    } else {
      return false;
    }
  }
  return goes_on && ended;
}

/// The merged cells through whose text the page end drew a line, by their columns among `ended_`.
/// Their texts ran to the end of a line, and in `row`, the first after the reprinted ones, nothing
/// stands left of their rests or right beside them: what is merged within them goes on, so they do.
std::vector<int> Stitcher::cut_parents(const PageGrid& grid, int row) const {
  // A number that does not fit is as wide as two characters.
  constexpr int kWord = 2;
  // Shorter texts are codes, of which each row has one.
  constexpr std::size_t kShortestName = 6;
  const auto runs_on = [](const OpenCell& cell) {
    return cell.room < kWord && has_ideograph(cell.text) &&
           to_code_points(cell.text).size() >= kShortestName;
  };
  std::vector<int> cut;
  for (int column = 0; column < grid.columns();) {
    const auto& cell = grid.cell(row, column);
    const auto above = ended_.find(map_[static_cast<std::size_t>(cell.column)]);
    if (cell.text.empty() && !cut.empty()) {
      // A first column that is filled alone may be that of a sum. A cell that reaches the page's
      // foot may have its text on the next page.
      const bool sum = cut.size() == 1 && cut.front() == 0;
      const bool goes_on =
          above != ended_.end() && !above->second.text.empty() && cell.last_row + 1 < grid.rows();
      return goes_on && !sum ? cut : std::vector<int>();
    }
    if (!cell.text.empty()) {
      if (above == ended_.end() || !runs_on(above->second)) {
        break;
      }
      cut.push_back(above->first);
    }
    column = cell.last_column + 1;
  }
  return {};
}

void Stitcher::close_cells() {
  show_all(std::exchange(open_, {}));
  ended_.clear();
}

void Stitcher::show_all(OpenCells&& cells) {
  for (auto& [column, cell] : cells) {
    show(std::move(cell));
  }
}

/// Writes what a cell holds at all its places; nearly every one has a single place.
void Stitcher::show(OpenCell cell) {
  if (cell.places.empty()) {
    return;
  }
  const auto last = cell.places.back();
  cell.places.pop_back();
  for (const auto& place : cell.places) {
    auto& shown = cell_at(place);
    shown.text = cell.text;
    shown.boxes = cell.boxes;
  }
  auto& shown = cell_at(last);
  shown.text = std::move(cell.text);
  shown.boxes = std::move(cell.boxes);
}

void Stitcher::start_row(int row, int page) {
  Row started{.place = {.page = page, .table = tables_, .row = row + 1},
              .cells = std::vector<Cell>(xs_.size() - 1),
              .page_start = std::exchange(page_started_, false)};
  rows_.push_back(std::move(started));
}

void Stitcher::add_rows(const PageGrid& grid, int page, bool continues) {
  const int block = continues ? reprinted_rows(grid) : 0;
  const bool joins = continues && block < grid.rows();
  const bool same_row = joins && (is_open_row(grid, block) || is_rest_of_row(grid, block));
  if (same_row) {
    open_.merge(ended_);
  } else if (joins) {
    for (const int column : cut_parents(grid, block)) {
      open_.insert(ended_.extract(column));
    }
  }
  ended_.clear();
  const auto rows = start_rows(grid, page, same_row ? block : -1);
  OpenCells still_open;
  for (const auto& cell : grid.cells) {
    const auto open = open_.find(map_[static_cast<std::size_t>(cell.column)]);
    const bool grows = joins && cell.row == block && open != open_.end();
    place_cell(grid, cell, rows, grows ? &open->second : nullptr, still_open);
    if (grows) {
      open_.erase(open);
    }
  }
  show_all(std::exchange(open_, std::move(still_open)));
  if (open_sided_ && ended_.empty()) {
    // No line at its top, none at its foot: the table is drawn so, nothing is cut.
    ended_ = open_;
    show_all(std::exchange(open_, {}));
  }
}

/// The row of the document for each of the grid; `joined` is none of its own but the last one's
/// rest.
std::vector<std::size_t> Stitcher::start_rows(const PageGrid& grid, int page, int joined) {
  const auto last_row = joined < 0 ? 0 : open_.begin()->second.places.back().first;
  std::vector<std::size_t> rows;
  for (int row = 0; row < grid.rows(); ++row) {
    if (row == joined) {
      rows.push_back(last_row);
      continue;
    }
    rows.push_back(taken_ + rows_.size());
    start_row(row, page);
  }
  return rows;
}

/// Adds the places a cell covers on this page to those it has on the pages before.
void Stitcher::cover(const GridCell& cell, const std::vector<std::size_t>& rows, OpenCell& whole) {
  const auto first = static_cast<std::size_t>(map_[static_cast<std::size_t>(cell.column)]);
  const auto end = static_cast<std::size_t>(map_[static_cast<std::size_t>(cell.last_column) + 1]);
  const bool begins = whole.places.empty();
  const bool single = begins && cell.row == cell.last_row && first + 1 == end;
  for (int row = cell.row; row <= cell.last_row; ++row) {
    for (auto column = first; column < end; ++column) {
      const std::pair place(rows[static_cast<std::size_t>(row)], column);
      if (!begins && std::ranges::find(whole.places, place) != whole.places.end()) {
        continue;
      }
      cell_at(place).merged =
          single ? Merged::no : merged_at(begins && row == cell.row, column == first);
      whole.places.push_back(place);
    }
  }
}

void Stitcher::place_cell(const PageGrid& grid, const GridCell& cell,
                          const std::vector<std::size_t>& rows, OpenCell* grown,
                          OpenCells& still_open) {
  OpenCell whole = grown != nullptr ? std::move(*grown) : OpenCell{};
  const bool was_single = whole.places.size() == 1;
  if (!cell.text.empty()) {
    // A text in the middle of a cut cell may be printed on both pages, half of it on each.
    if (cell.text != whole.text) {
      whole.text += (whole.text.empty() ? "" : "\n") + cell.text;
    }
    whole.room = cell.room;
    whole.boxes.push_back(cell.box);
  }
  cover(cell, rows, whole);
  if (was_single && whole.places.size() > 1) {
    cell_at(whole.places.front()).merged = Merged::first;
  }
  const auto first = map_[static_cast<std::size_t>(cell.column)];
  if (cell.last_row + 1 < grid.rows()) {
    show(std::move(whole));
  } else if (cell.open_bottom) {
    still_open.emplace(first, std::move(whole));
  } else {
    show(whole);
    ended_.emplace(first, std::move(whole));
  }
}

}  // namespace jiheng::document
