#include <algorithm>
#include <set>
#include <utility>

#include "base/text.h"
#include "base/utf8.h"
#include "intake/columns.h"
#include "intake/intake.h"
#include "intake/line_cells.h"
#include "intake/repeats.h"
#include "intake/table_words.h"
#include "intake/target_language.h"

namespace jiheng::intake {
namespace {

constexpr std::size_t kNoteLength = 200;      // characters of a row shown in the report
constexpr std::size_t kLongestHeadStack = 4;  // rows of a head
constexpr int kJoinedLines = 3;               // lines a broken row may stand on

std::string shown(const std::vector<document::Cell>& cells) {
  std::string text;
  for (const auto& cell : cells) {
    const auto part = fold_cell(cell.text);
    if (!part.empty()) {
      text += (text.empty() ? "" : " ") + part;
    }
  }
  if (length(text) <= kNoteLength) {
    return text;
  }
  std::size_t bytes = 0;
  for (std::size_t i = 0; i < kNoteLength; ++i) {
    bytes += decode_point(text, bytes).bytes;
  }
  return text.substr(0, bytes) + "…";
}

/// A row that a table holds, before repeats are dropped and merged cells filled.
struct TableRow {
  Place place;
  RowCells cells;
  bool after_mark{};
  bool joined{};  // broken over lines
  std::string text{};
};

struct Table {
  Columns columns{};
  Place first{};
  Place last{};
  std::string title{};
  std::string agency{};   // named above the table: 单位名称：…
  std::string project{};  // 项目名称：…
  std::vector<TableRow> rows{};
};

/// A row that may yet turn out to be a title, a note, or a row nobody understood.
struct Pending {
  Place place;
  std::string text;
  std::vector<document::Cell> cells;
};

/// Reads the sheets of one document in order.
class RowReader {
 public:
  RowReader(const document::Document& document, const Vocabulary& vocabulary)
      : document_(document), vocabulary_(vocabulary) {}

  Intake read() {
    for (const auto& sheet : document_.sheets) {
      for (const auto& row : sheet.rows) {
        take(row, sheet.layout == document::Layout::running_text);
      }
      close_table();
    }
    finish();
    return std::move(intake_);
  }

 private:
  void take(const document::Row& row, bool unsplit) {
    const auto text = shown(row.cells);
    if (text.empty()) {
      return;
    }
    ++intake_.report.rows;
    mark_ = mark_ || row.page_start;
    if (take_head(row, unsplit, text)) {
      return;
    }
    end_head();
    if (take_title(row, text) || take_label(row, text)) {
      return;
    }
    if (unsplit ? take_line(row, text) : take_cells(row, text)) {
      return;
    }
    pending_.push_back({row.place, text, row.cells});
  }

  // --- heads

  bool take_head(const document::Row& row, bool unsplit, const std::string& text) {
    std::vector<std::string> cells;
    if (unsplit) {
      for (const auto word : words_of(row.cells.front().text)) {
        cells.push_back(fold_cell(word));
      }
    } else {
      for (const auto& cell : row.cells) {
        cells.push_back(fold_cell(cell.text));
      }
    }
    std::size_t known = 0;
    std::size_t strange = 0;
    for (const auto& cell : cells) {
      if (cell.empty()) {
        continue;
      }
      head_of(cell).kind == HeadWord::none ? ++strange : ++known;
    }
    // A head may hold columns nobody here knows; a row of values holds no head words.
    const bool is_head = known > 0 && (strange == 0 || (known >= 4 && strange <= known));
    if (!is_head || head_.size() >= kLongestHeadStack) {
      return false;
    }
    if (head_.empty()) {
      head_first_ = row.place;
      flush_pending_before_head();
    }
    head_.push_back(std::move(cells));
    head_unsplit_ = unsplit;
    note(row.place, RowFate::head, "intake.head", text);
    return true;
  }

  void end_head() {
    if (head_.empty()) {
      return;
    }
    const auto stack = std::exchange(head_, {});
    std::optional<Columns> columns;
    if (head_unsplit_) {
      std::vector<std::string> words;
      for (const auto& row : stack) {
        words.insert(words.end(), row.begin(), row.end());
      }
      columns = columns_in_order(words);
    } else {
      columns = columns_of(stack);
    }
    if (!columns) {
      mark_ = mark_ || table_open_;
      return;
    }
    const bool same_title = title_ == table_.title;
    const bool gap = !head_unsplit_ && table_open_ && !table_.rows.empty() &&
                     head_first_.line > table_.last.line + 1 && titles_since_row_ == 0;
    if (table_open_ && same_title && !gap && table_.columns == *columns) {
      mark_ = true;
      return;
    }
    close_table();
    open_table(*std::move(columns), head_first_);
  }

  void open_table(Columns columns, const Place& first) {
    table_ = {.columns = std::move(columns),
              .first = first,
              .last = first,
              .title = title_,
              .agency = label_agency_,
              .project = label_project_};
    table_open_ = true;
    mark_ = false;
    titles_since_row_ = 0;
  }

  // --- lines around tables

  bool take_title(const document::Row& row, const std::string& text) {
    if (is_page_number(text)) {
      note(row.place, RowFate::title, "intake.page_number", text);
      mark_ = mark_ || table_open_;
      return true;
    }
    if (const auto number = form_number(text)) {
      if (intake_.form.empty() && *number == 11) {
        intake_.form = "table11";
      }
      note(row.place, RowFate::title, "intake.form_number", text);
      mark_ = mark_ || table_open_;
      return true;
    }
    if (titles_of_table_.contains(text)) {
      note(row.place, RowFate::title, "intake.running_title", text);
      title_ = text;
      ++titles_since_row_;
      mark_ = mark_ || table_open_;
      return true;
    }
    return false;
  }

  bool take_label(const document::Row& row, const std::string& text) {
    const auto label = label_of(text);
    if (!label) {
      return false;
    }
    (label->project ? label_project_ : label_agency_) = label->value;
    note(row.place, RowFate::title, "intake.label", text);
    return true;
  }

  /// What stood before a head: the last line that looks like a title is one, the rest are notes,
  /// or rows of the table above that nobody could read.
  void flush_pending_before_head() {
    std::size_t keep = pending_.size();
    for (std::size_t i = pending_.size(); i > 0; --i) {
      if (looks_like_title(pending_[i - 1].text)) {
        keep = i - 1;
        break;
      }
    }
    for (std::size_t i = 0; i < pending_.size(); ++i) {
      const auto& line = pending_[i];
      if (i == keep) {
        if (table_open_) {
          titles_of_table_.clear();
        }
        take_as_title(line);
      } else if (i > keep) {
        note(line.place, RowFate::title, "intake.above_table", line.text);
      } else {
        note_loose(line);
      }
    }
    pending_.clear();
  }

  void take_as_title(const Pending& line) {
    note(line.place, RowFate::title, "intake.title", line.text);
    title_ = line.text;
    titles_of_table_.insert(line.text);
    ++titles_since_row_;
    if (intake_.title.empty()) {
      intake_.title = line.text;
    }
    if (!intake_.year) {
      intake_.year = year_in(line.text);
    }
  }

  void note_loose(const Pending& line) {
    if (!table_open_ || is_note(line.text)) {
      note(line.place, RowFate::note, table_open_ ? "intake.note" : "intake.outside_table",
           line.text);
    } else {
      ++intake_.report.unread;
      note(line.place, RowFate::unread, "intake.not_a_row", line.text);
    }
  }

  /// Before a data row: lines that stood between rows were none.
  void flush_pending_before_row() {
    for (const auto& line : pending_) {
      note_loose(line);
    }
    pending_.clear();
  }

  /// A table without a head: the lines above it may hold its title.
  void open_headless(const Place& first, Columns columns) {
    for (const auto& line : pending_) {
      if (looks_like_title(line.text)) {
        take_as_title(line);
      } else {
        note(line.place, RowFate::note, "intake.outside_table", line.text);
      }
    }
    pending_.clear();
    open_table(std::move(columns), first);
    intake_.report.notices.push_back({{"intake.no_head", {}}, first});
  }

  // --- rows

  bool take_line(const document::Row& row, const std::string& text) {
    const auto columns = table_open_ ? table_.columns : table11_columns();
    const auto& line = row.cells.front().text;
    if (auto cells = cells_of_line(line, columns, vocabulary_)) {
      if (!table_open_) {
        open_headless(row.place, columns);
      }
      flush_pending_before_row();
      add_row({row.place, *std::move(cells), mark_, false, text});
      return true;
    }
    return table_open_ && take_broken_row(row, text);
  }

  /// A row broken over lines: the lines before this one, unread so far, and this one together.
  bool take_broken_row(const document::Row& row, const std::string& text) {
    std::string line = row.cells.front().text;
    std::string all = text;
    const auto oldest = pending_.size() - std::min<std::size_t>(pending_.size(), kJoinedLines - 1);
    for (std::size_t i = pending_.size(); i > oldest; --i) {
      const auto& before = pending_[i - 1];
      if (is_note(before.text)) {
        break;
      }
      line.insert(0, before.cells.front().text + " ");
      all.insert(0, before.text + " ");
      if (auto cells = cells_of_line(line, table_.columns, vocabulary_)) {
        auto place = before.place;
        place.last_line = row.place.last_line;
        intake_.report.rows -= pending_.size() - (i - 1);  // one row, however many lines
        pending_.resize(i - 1);
        flush_pending_before_row();
        add_row({place, *std::move(cells), mark_, true, all});
        return true;
      }
    }
    return false;
  }

  bool take_cells(const document::Row& row, const std::string& text) {
    std::size_t filled = 0;
    for (const auto& cell : row.cells) {
      filled += fold_cell(cell.text).empty() ? 0U : 1U;
    }
    if (!table_open_) {
      auto columns = columns_by_shape(row);
      if (!columns) {
        return false;
      }
      open_headless(row.place, *std::move(columns));
    }
    // One cell alone is a title or a note, unless it continues a merged row's target.
    if (filled < 2) {
      return false;
    }
    auto cells = placed(row);
    const bool names_something = !trim(cells[Column::name]).empty();
    if (!names_something && trim(cells[Column::target]).empty()) {
      return false;
    }
    flush_pending_before_row();
    add_row({row.place, std::move(cells), mark_, false, text});
    return true;
  }

  RowCells placed(const document::Row& row) const {
    RowCells cells;
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
      if (i >= table_.columns.size()) {
        if (!fold_cell(row.cells[i].text).empty()) {
          cells.doubt.push_back(Doubt::row_long);
          break;
        }
        continue;
      }
      if (const auto column = table_.columns[i]; column && *column != Column::other) {
        cells.set(*column, row.cells[i].text);
      }
    }
    // Programs leave out empty cells at the end; a row that ends before its target is cut.
    if (!cells.has(Column::target)) {
      cells.doubt.push_back(Doubt::row_short);
    }
    return cells;
  }

  /// The columns of a table without head, told by what a row holds: levels side by side, then the
  /// name, a sign, the value.
  std::optional<Columns> columns_by_shape(const document::Row& row) const {
    for (std::size_t i = 0; i + 3 < row.cells.size(); ++i) {
      if (!vocabulary_.frames.is_level1(fold_cell(row.cells[i].text)) ||
          !vocabulary_.frames.is_level2(fold_cell(row.cells[i + 1].text))) {
        continue;
      }
      Columns columns(row.cells.size());
      columns[i] = Column::level1;
      columns[i + 1] = Column::level2;
      columns[i + 2] = Column::name;
      if (i > 0) {
        columns[i - 1] = Column::project;
      }
      if (i > 1) {
        columns[i - 2] = Column::agency;
      }
      const auto sign = leading_sign(fold_cell(row.cells[i + 3].text));
      const bool alone = sign && sign->bytes == fold_cell(row.cells[i + 3].text).size();
      std::size_t next = i + 3;
      if (alone) {
        columns[next++] = Column::comparator;
      }
      if (next >= columns.size()) {
        return std::nullopt;
      }
      columns[next++] = Column::target;
      if (next < columns.size()) {
        columns[next] = Column::measure;
      }
      return columns;
    }
    return std::nullopt;
  }

  void add_row(TableRow row) {
    table_.last = row.place;
    table_.rows.push_back(std::move(row));
    mark_ = false;
    titles_since_row_ = 0;
  }

  // --- tables

  void close_table() {
    end_head();
    for (const auto& line : pending_) {
      // Below the last row stand notes and signatures; more than one word may be a row cut short.
      if (table_open_ && words_of(line.text).size() > 1) {
        note_loose(line);
      } else {
        note(line.place, RowFate::note, table_open_ ? "intake.below_table" : "intake.outside_table",
             line.text);
      }
    }
    pending_.clear();
    if (!table_open_) {
      return;
    }
    table_open_ = false;
    titles_of_table_ = {title_};
    auto table = std::exchange(table_, {});
    TableNote summary{.number = static_cast<int>(intake_.report.tables.size()) + 1,
                      .first = table.first,
                      .last = table.last};
    for (const auto& column : table.columns) {
      summary.columns.emplace_back(column ? word(*column) : "");
    }
    const auto before = intake_.indicators.size();
    drop_repeats(table);
    fill_down(table);
    summary.indicators = intake_.indicators.size() - before;
    intake_.report.tables.push_back(std::move(summary));
  }

  void drop_repeats(Table& table) {
    std::vector<RepeatRow> keys;
    keys.reserve(table.rows.size());
    for (const auto& row : table.rows) {
      std::string key;
      for (const auto& cell : row.cells.cells) {
        key.append(cell).push_back('\n');
      }
      keys.push_back({std::move(key), row.after_mark});
    }
    const auto repeats = find_repeats(keys);
    std::vector<TableRow> kept;
    kept.reserve(table.rows.size());
    for (std::size_t i = 0; i < table.rows.size(); ++i) {
      auto& row = table.rows[i];
      if (repeats[i] == Repeat::dropped) {
        ++intake_.report.repeated;
        note(row.place, RowFate::repeated, "intake.repeated", row.text);
        continue;
      }
      if (repeats[i] == Repeat::doubtful) {
        row.cells.doubt.push_back(Doubt::repeated_block);
      }
      kept.push_back(std::move(row));
    }
    table.rows = std::move(kept);
  }

  /// Merged cells hold their text in their first row only: it is carried down as long as nothing
  /// to the left of it changes.
  void fill_down(Table& table) {
    constexpr std::array<Column, 4> kParents{Column::agency, Column::project, Column::level1,
                                             Column::level2};
    std::array<std::string, 4> above;
    if (!table.agency.empty()) {
      above[0] = table.agency;
    }
    if (!table.project.empty()) {
      above[1] = table.project;
    }
    for (auto& row : table.rows) {
      bool filled = false;
      for (std::size_t i = 0; i < kParents.size(); ++i) {
        auto& cell = row.cells[kParents.at(i)];
        if (trim(cell).empty()) {
          filled = filled || !above.at(i).empty();
          cell = above.at(i);
        } else if (cell != above.at(i)) {
          above.at(i) = cell;
          for (std::size_t below = i + 1; below < above.size(); ++below) {
            above.at(below).clear();
          }
        }
      }
      add_indicators(row, filled);
    }
  }

  void add_indicators(const TableRow& row, bool filled) {
    const auto& cells = row.cells;
    Indicator base;
    base.place = row.place;
    base.agency = fold_cell(cells[Column::agency]);
    base.project = fold_cell(cells[Column::project]);
    base.level1 = fold_cell(cells[Column::level1]);
    base.level2 = fold_cell(cells[Column::level2]);
    base.name = fold_cell(cells[Column::name]);
    base.points = fold_cell(cells[Column::points]);
    base.actual = fold_cell(cells[Column::actual]);
    base.score = fold_cell(cells[Column::score]);
    base.reason = fold_cell(cells[Column::reason]);
    base.filed = {.level1 = cells[Column::level1],
                  .level2 = cells[Column::level2],
                  .name = cells[Column::name],
                  .comparator = cells[Column::comparator],
                  .target = cells[Column::target],
                  .measure = cells[Column::measure]};
    base.as_filed = as_filed(base.filed);
    base.doubt = cells.doubt;
    if (row.joined) {
      base.repaired.push_back(Repair::lines_joined);
    }
    if (filled) {
      base.repaired.push_back(Repair::filled_down);
    }
    if (!base.level1.empty() && !base.level2.empty() &&
        (!vocabulary_.frames.is_level1(base.level1) ||
         !vocabulary_.frames.is_level2(base.level2))) {
      base.doubt.push_back(Doubt::level_unknown);
    }
    if (row.text.find("\xEF\xBF\xBD") != std::string::npos) {
      base.doubt.push_back(Doubt::encoding_replaced);
    }
    auto targets = read_target(
        {cells[Column::comparator], cells[Column::target], cells[Column::measure]}, vocabulary_);
    for (auto& target : targets) {
      auto indicator = base;
      indicator.comparator = target.comparator;
      indicator.target = std::move(target.target);
      indicator.measure = std::move(target.measure);
      indicator.typed = std::move(target.typed);
      indicator.measured = std::move(target.measured);
      indicator.repaired.insert(indicator.repaired.end(), target.repaired.begin(),
                                target.repaired.end());
      indicator.doubt.insert(indicator.doubt.end(), target.doubt.begin(), target.doubt.end());
      std::ranges::sort(indicator.repaired);
      for (const auto repair : indicator.repaired) {
        ++intake_.report.repairs[repair];
      }
      count_doubt(indicator, row);
      intake_.indicators.push_back(std::move(indicator));
    }
  }

  void count_doubt(Indicator& indicator, const TableRow& row) {
    if (indicator.doubt.empty()) {
      return;
    }
    std::ranges::sort(indicator.doubt);
    indicator.doubt.erase(std::unique(indicator.doubt.begin(), indicator.doubt.end()),
                          indicator.doubt.end());
    ++intake_.report.doubtful;
    for (const auto doubt : indicator.doubt) {
      note(row.place, RowFate::doubtful, "intake.doubt_" + std::string(jiheng::word(doubt)),
           row.text);
    }
  }

  static std::string as_filed(const FiledCells& filed) {
    std::string text;
    for (const auto* cell : {&filed.comparator, &filed.target, &filed.measure}) {
      if (!trim(*cell).empty()) {
        text += (text.empty() ? "" : "|") + *cell;
      }
    }
    return text;
  }

  void finish() {
    auto& report = intake_.report;
    report.notices.insert(report.notices.begin(), document_.notices.begin(),
                          document_.notices.end());
    if (report.tables.empty()) {
      report.notices.push_back({{"intake.no_table", {}}, {}});
    }
    std::ranges::stable_sort(report.notes, {}, [](const RowNote& row) { return row.place.line; });
  }

  void note(const Place& place, RowFate fate, std::string_view reason, const std::string& text) {
    intake_.report.notes.push_back({place, fate, {std::string(reason), {}}, text});
  }

  const document::Document& document_;
  const Vocabulary& vocabulary_;
  Intake intake_{};
  Table table_{};
  bool table_open_{};
  bool mark_{};  // a page start, a running title or a repeated head stands before the next row
  std::vector<std::vector<std::string>> head_{};
  bool head_unsplit_{};
  Place head_first_{};
  std::vector<Pending> pending_{};
  std::string title_{};
  std::set<std::string> titles_of_table_{};
  std::size_t titles_since_row_{};
  std::string label_agency_{};
  std::string label_project_{};
};

}  // namespace

std::string_view word(RowFate fate) {
  switch (fate) {
    case RowFate::repeated:
      return "repeated";
    case RowFate::doubtful:
      return "doubtful";
    case RowFate::unread:
      return "unread";
    case RowFate::head:
      return "head";
    case RowFate::title:
      return "title";
    case RowFate::note:
      return "note";
  }
  return "";
}

Intake read_rows(const document::Document& document, const Vocabulary& vocabulary) {
  return RowReader(document, vocabulary).read();
}

}  // namespace jiheng::intake
