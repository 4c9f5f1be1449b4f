#include "intake/form_reader.h"

#include <algorithm>

#include "base/text.h"
#include "intake/bare_text.h"
#include "intake/head_words.h"
#include "intake/table_words.h"
#include "intake/tick_box.h"

namespace jiheng::intake {
namespace {

GoalSpan goal_span(std::string_view label) {
  return span_of(label) == Span::mid_term ? GoalSpan::mid_term : GoalSpan::annual;
}

/// The first cell with a text of the row's own; the number of cells where it has none.
std::size_t first_own(const SeenRow& row) {
  std::size_t at = 0;
  while (at < row.cells.size() && (row.cell(at).empty() || !row.own(at))) {
    ++at;
  }
  return at;
}

bool is_number(std::string_view text) {
  return amount_of(text).has_value();
}

}  // namespace

FormReader::Cells FormReader::cells_of(const SeenRow& row) {
  Cells cells;
  for (std::size_t i = 0; i < row.cells.size(); ++i) {
    if (!row.cell(i).empty()) {
      cells.push_back({i, row.cell(i), !row.own(i)});
    }
  }
  return cells;
}

bool FormReader::begins(const SeenRow& row) {
  const auto first = first_own(row);
  if (first == row.cells.size()) {
    return false;
  }
  const auto& text = row.cell(first);
  if (const auto labelled = labelled_text(text)) {
    return is_identity(labelled->label);
  }
  if (!is_identity(form_label(text))) {
    return false;
  }
  const auto next = std::find_if(row.cells.begin() + static_cast<std::ptrdiff_t>(first) + 1,
                                 row.cells.end(), [](const auto& cell) { return !cell.empty(); });
  return next != row.cells.end() && form_label(*next) == FormLabel::none &&
         money_head(*next) == MoneyHead::none && head_of(*next).kind == HeadWord::none;
}

bool FormReader::explains(const SeenRow& row) {
  const auto first = first_own(row);
  if (first == row.cells.size()) {
    return false;
  }
  const auto& text = row.cell(first);
  const auto labelled = labelled_text(text);
  return (labelled ? labelled->label : form_label(text)) == FormLabel::execution;
}

bool FormReader::take(const SeenRow& row) {
  leave_place(row);
  const auto cells = cells_of(row);
  return take_money_head(row, cells) || take_goal_head(cells) || take_money_row(row, cells) ||
         take_goal_row(row, cells) || take_labels(row, cells);
}

bool FormReader::take_line(const SeenRow& row) {
  const auto& text = row.name.text;
  if (const auto label = label_of(text)) {
    put_identity(label->project ? FormLabel::project : FormLabel::agency, label->value,
                 row.name.place);
    return true;
  }
  if (const auto both = labelled_text(text); both && both->label == FormLabel::secrecy) {
    put_secrecy(both->value, document::cell_place(*row.row, cells_of(row).front().column));
    return true;
  }
  const auto bare = without_blanks(text);
  const bool unit = bare.starts_with("单位:") || bare.starts_with("金额单位:");
  if (unit && unit_in(bare)) {
    unit_ = unit_in(bare);
    return true;
  }
  return false;
}

/// Blocks do not reach from one table of a page into another.
void FormReader::leave_place(const SeenRow& row) {
  const auto& here = row.name.place;
  if (here.table != last_.table || here.page != last_.page) {
    money_.reset();
    goal_columns_.clear();
  }
  last_ = here;
}

// --- goals

/// 总体目标 | 中期目标 | 年度目标, 年度总体目标 | 预期目标 | 实际完成情况.
bool FormReader::take_goal_head(const Cells& cells) {
  std::vector<std::pair<std::size_t, std::string>> columns;
  bool goal = false;
  for (const auto& cell : cells) {
    const auto label = form_label(cell.text);
    const bool about = label == FormLabel::goal;
    if (!about && label != FormLabel::outcome) {
      return false;
    }
    goal = goal || (about && !columns.empty());
    columns.emplace_back(cell.column, about ? std::string(cell.text) : "");
  }
  if (!goal || columns.size() < 2) {
    return false;
  }
  // The first label is the heading over the others, unless it says its span as they do.
  const bool heading = span_of(columns[0].second) == Span::unsaid || columns.size() > 2 ||
                       columns[1].second.find("预期") != std::string::npos;
  columns.erase(columns.begin(), columns.begin() + (heading ? 1 : 0));
  goal_columns_ = std::move(columns);
  money_.reset();
  return true;
}

bool FormReader::take_goal_row(const SeenRow& row, const Cells& cells) {
  if (goal_columns_.empty()) {
    return false;
  }
  bool taken = false;
  for (const auto& cell : cells) {
    if (cell.carried) {
      continue;
    }
    if (cell.column < goal_columns_.front().first || form_label(cell.text) != FormLabel::none) {
      goal_columns_.clear();
      return taken;
    }
    const auto behind = std::ranges::upper_bound(goal_columns_, cell.column, {},
                                                 [](const auto& column) { return column.first; });
    const auto place = document::cell_place(*row.row, cell.column);
    if (const auto& label = std::prev(behind)->second; !label.empty()) {
      put_goal(label, cell.text, place);
    } else {
      put_text(EvaluationPart::outcome, cell.text, place);
    }
    taken = true;
  }
  return taken;
}

void FormReader::put_goal(std::string_view label, std::string_view text, const Place& place) {
  begin_part(false);
  intake_.goals.push_back({.place = place,
                           .agency = agency(),
                           .project = record_.name,
                           .span = goal_span(label),
                           .text = std::string(text)});
}

void FormReader::put_text(EvaluationPart part, std::string_view text, const Place& place) {
  intake_.evaluation_texts.push_back({.place = place,
                                      .agency = agency(),
                                      .project = record_.name,
                                      .part = part,
                                      .text = std::string(text)});
}

// --- labels and their values

bool FormReader::take_labels(const SeenRow& row, const Cells& cells) {
  std::size_t at = 0;
  std::string heading;
  for (; at < cells.size() && cells[at].carried; ++at) {
    heading = cells[at].text;
  }
  heading_ = heading.empty() && at < cells.size() && cells[at].column > 0 ? heading_ : heading;
  bool taken = false;
  while (at < cells.size()) {
    taken = take_pair(row, cells, at) || taken;
  }
  if (taken) {
    money_.reset();
    goal_columns_.clear();
  }
  return taken;
}

/// One label with its value, if it has one; moves `at` behind what it read.
bool FormReader::take_pair(const SeenRow& row, const Cells& cells, std::size_t& at) {
  const auto& label = cells[at++];
  if (const auto both = labelled_text(label.text)) {
    const auto word = label.text.substr(0, label.text.find(':'));
    put(row, {label.column, word}, {label.column, both->value});
    return true;
  }
  const auto kind = form_label(label.text);
  const auto* value = at < cells.size() ? &cells[at] : nullptr;
  const bool has_value = value != nullptr && form_label(value->text) == FormLabel::none;
  if (kind == FormLabel::none) {
    const bool amount = open_ && has_value && is_number(value->text) && !is_number(label.text) &&
                        is_about_money(heading_);
    at += amount ? 1U : 0U;
    if (amount) {
      put(row, label, *value);
    }
    return amount;
  }
  if (!has_value) {
    heading_ = label.text;  // 项目资金(万元) | 年度资金总额 | 100
    if (kind == FormLabel::goal && open_ && cells.size() == 1) {
      put_goal(label.text, "", document::cell_place(*row.row, label.column));
    }
    return open_;
  }
  // A form opens with an identity; before that 项目内容 | … may be any table's.
  const bool stands_alone = kind == FormLabel::money || kind == FormLabel::outcome ||
                            kind == FormLabel::execution || kind == FormLabel::secrecy ||
                            kind == FormLabel::other;
  if (!open_ && !is_identity(kind) && !stands_alone) {
    return false;
  }
  if (kind == FormLabel::money && !is_number(value->text) && !open_) {
    return false;
  }
  put(row, label, *value);
  ++at;
  return true;
}

void FormReader::put(const SeenRow& row, const FormCell& label, const FormCell& value) {
  const auto place = document::cell_place(*row.row, value.column);
  const auto kind = form_label(label.text);
  if (kind == FormLabel::goal) {
    put_goal(label.text, value.text, place);
  } else if (kind == FormLabel::outcome || kind == FormLabel::execution) {
    put_text(kind == FormLabel::outcome ? EvaluationPart::outcome : EvaluationPart::execution,
             value.text, place);
  } else if (kind == FormLabel::secrecy) {
    put_secrecy(value.text, place);
  } else if (kind == FormLabel::narrative) {
    put_narrative(value.text, place);
  } else if (kind == FormLabel::period) {
    record_.period = std::string(value.text);
  } else if (kind == FormLabel::money || kind == FormLabel::none) {
    const auto unit = unit_in(label.text) ? unit_in(label.text) : unit_in(heading_);
    add_funding({.place = place,
                 .agency = agency(),
                 .project = record_.name,
                 .block = heading_,
                 .source = std::string(without_numbering(label.text)),
                 .year = year_of(label.text),
                 .as_filed = row.row->cells[value.column].text},
                value.text, unit);
  } else {
    put_identity(kind, std::string(value.text), place);
  }
}

/// Behind a table it may be the running head of a page: nobody can tell whose it is.
void FormReader::put_secrecy(std::string_view text, const Place& place) {
  auto said = ticked_answer(text);
  if (!said.empty() && !used_) {
    secrecy_ = {.place = place, .agency = {}, .project = {}, .text = std::move(said)};
  }
}

/// Behind a table of indicators, or with the name of another project, a new form begins. The
/// agency a list names once stays.
void FormReader::begin_part(bool another) {
  if (used_ || another) {
    const auto agency = record_.agency;
    const auto unit = unit_;
    finish();
    record_.agency = agency;
    unit_ = unit;
  }
  open_ = true;
}

void FormReader::put_identity(FormLabel label, std::string value, const Place& place) {
  if (!is_identity(label)) {
    return;
  }
  begin_part(label == FormLabel::project && !record_.name.empty() && record_.name != value);
  if (label == FormLabel::project) {
    record_.name = std::move(value);
    record_.place = place;
  } else if (label == FormLabel::agency) {
    record_.agency = std::move(value);
  } else if (label == FormLabel::parent_agency) {
    record_.parent_agency = std::move(value);
  } else if (label == FormLabel::executing_agency) {
    record_.executing_agency = std::move(value);
  } else if (label == FormLabel::project_kind) {
    record_.kind = ticked_option(value);
  }
}

void FormReader::table_begins() {
  used_ = true;
  open_ = false;
  money_.reset();
  goal_columns_.clear();
}

/// A goal whose field looked blank and that was read further down in its form is no blank one.
void FormReader::drop_headings() {
  auto& goals = intake_.goals;
  const auto first = goals.begin() + static_cast<std::ptrdiff_t>(goals_before_);
  const std::vector<Goal> own(first, goals.end());
  goals.erase(first, goals.end());
  for (const auto& goal : own) {
    const bool said = std::ranges::any_of(own, [&](const Goal& other) {
      return !other.text.empty() && other.span == goal.span && other.project == goal.project &&
             other.agency == goal.agency;
    });
    if (!goal.text.empty() || !said) {
      goals.push_back(goal);
    }
  }
  goals_before_ = goals.size();
}

void FormReader::finish() {
  settle_units();
  drop_headings();
  if (!record_.name.empty()) {
    intake_.projects.push_back(record_);
    if (secrecy_) {
      secrecy_->agency = agency();
      secrecy_->project = record_.name;
      intake_.secrecy.push_back(*std::move(secrecy_));
    }
  }
  secrecy_.reset();
  record_ = {};
  open_ = false;
  used_ = false;
  heading_.clear();
  money_.reset();
  goal_columns_.clear();
  unit_.reset();
}

std::string FormReader::agency() const {
  if (!record_.executing_agency.empty()) {
    return record_.executing_agency;
  }
  return record_.agency.empty() ? record_.parent_agency : record_.agency;
}

}  // namespace jiheng::intake
