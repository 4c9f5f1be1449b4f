// A block that a person copied from a spreadsheet.
#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <utility>

#include "app/entering_actuals.h"
#include "app/self_evaluation.h"
#include "base/text.h"

namespace jiheng::app {
namespace {

constexpr std::array<std::string_view, 9> kFates{
    "taken", "same", "blank", "head", "unknown", "ambiguous", "beyond", "unclear", "twice"};
constexpr std::array<std::string_view, 5> kNameHeads{"三级指标", "指标名称", "绩效指标", "指标",
                                                     "名称"};
constexpr std::array<std::string_view, 7> kValueHeads{
    "实际完成值", "完成值", "全年完成值", "实际值", "完成情况", "实际完成情况", "年度完成值"};
constexpr std::size_t kLongestBlock = std::size_t{1} << 20U;  // bytes
constexpr std::size_t kLongestCell = 500;                     // characters

using Cells = std::vector<std::string>;

/// Lines of cells; a cell in quotation marks may hold tabs, line breaks and doubled marks.
std::vector<Cells> cells_of(std::string_view text) {
  std::vector<Cells> lines;
  Cells cells{""};
  bool quoted = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    const bool doubled = quoted && c == '"' && i + 1 < text.size() && text[i + 1] == '"';
    if (doubled) {
      cells.back() += '"';
      ++i;
    } else if (c == '"' && (quoted || cells.back().empty())) {
      quoted = !quoted;
    } else if (quoted || (c != '\t' && c != '\n' && c != '\r')) {
      cells.back() += c;
    } else if (c == '\t') {
      cells.emplace_back();
    } else if (c == '\n') {
      lines.push_back(std::exchange(cells, {""}));
    }
  }
  lines.push_back(std::move(cells));
  const auto is_blank = [](const Cells& line) {
    return std::ranges::all_of(line, [](const auto& cell) { return trim(cell).empty(); });
  };
  while (!lines.empty() && is_blank(lines.back())) {
    lines.pop_back();
  }
  return lines;
}

template <typename Words>
std::optional<std::size_t> column_of(const Cells& cells, const Words& words) {
  for (const auto word : words) {
    for (std::size_t i = 0; i < cells.size(); ++i) {
      if (search_key(cells[i]) == word) {
        return i;
      }
    }
  }
  return std::nullopt;
}

/// Reads one line after the other; what the block is, its first line says.
class Pasting {
 public:
  explicit Pasting(const SelfEvaluation& shown) : shown_(shown) {}

  PastedLine read(const Cells& cells, int number) {
    PastedLine line{.line = number};
    for (const auto& cell : cells) {
      line.text += (line.text.empty() ? "" : " | ") + fold_cell(cell);
    }
    if (takes_head(cells)) {
      line.fate = PastedFate::head;
    } else if (cells.size() == 1) {
      by_order(cells.front(), line);
    } else {
      by_name(cells, line);
    }
    return line;
  }

 private:
  bool takes_head(const Cells& cells) {
    const auto name = column_of(cells, kNameHeads);
    const auto value = column_of(cells, kValueHeads);
    if (!value || (!name && cells.size() > 1)) {
      return false;
    }
    name_ = name;
    value_ = value;
    return true;
  }

  void by_order(const std::string& cell, PastedLine& line) {
    if (next_ >= shown_.rows.size()) {
      line.fate = fold_cell(cell).empty() ? PastedFate::blank : PastedFate::beyond;
      return;
    }
    put(shown_.rows[next_++], cell, line);
  }

  std::vector<const EvaluatedRow*> named(std::string_view cell) const {
    const auto key = search_key(cell);
    std::vector<const EvaluatedRow*> rows;
    for (const auto& row : shown_.rows) {
      if (!key.empty() && search_key(row.stored.row.name) == key) {
        rows.push_back(&row);
      }
    }
    return rows;
  }

  void by_name(const Cells& cells, PastedLine& line) const {
    auto at = name_;
    for (std::size_t i = 0; !at && i < cells.size(); ++i) {
      at = named(cells[i]).empty() ? at : std::optional(i);
    }
    const auto rows =
        at && *at < cells.size() ? named(cells[*at]) : std::vector<const EvaluatedRow*>{};
    if (rows.size() != 1) {
      line.fate = rows.empty() ? PastedFate::unknown : PastedFate::ambiguous;
      return;
    }
    const auto value = value_ ? value_ : value_beside(cells, *at);
    if (!value) {
      line.fate = PastedFate::unclear;
      line.indicator_id = rows.front()->stored.id;
      line.name = rows.front()->stored.row.name;
      return;
    }
    put(*rows.front(), *value < cells.size() ? cells[*value] : "", line);
  }

  /// The only cell behind the name; nothing where there are several and no head.
  static std::optional<std::size_t> value_beside(const Cells& cells, std::size_t name) {
    std::optional<std::size_t> value = name + 1;
    for (auto i = name + 2; i < cells.size(); ++i) {
      value = trim(cells[i]).empty() ? value : std::nullopt;
    }
    return value;
  }

  static void put(const EvaluatedRow& row, const std::string& cell, PastedLine& line) {
    line.indicator_id = row.stored.id;
    line.name = row.stored.row.name;
    line.before = row.stored.row.actual;
    line.value = fold_cell(cell);
    line.fate = line.value.empty()          ? PastedFate::blank
                : line.value == line.before ? PastedFate::same
                                            : PastedFate::taken;
  }

  const SelfEvaluation& shown_;
  std::optional<std::size_t> name_{};
  std::optional<std::size_t> value_{};
  std::size_t next_{};
};

/// Which of two values of one indicator counts is not to be guessed.
void find_twice(std::vector<PastedLine>& lines) {
  const auto gives_value = [](const PastedLine& line) {
    return line.fate == PastedFate::taken || line.fate == PastedFate::same;
  };
  std::map<std::int64_t, std::set<std::string>> values;
  for (const auto& line : lines) {
    if (gives_value(line)) {
      values[line.indicator_id].insert(line.value);
    }
  }
  for (auto& line : lines) {
    if (gives_value(line) && values[line.indicator_id].size() > 1) {
      line.fate = PastedFate::twice;
    }
  }
}

Result<void> keep(const Workspace& workspace, const PasteRequest& request,
                  const std::vector<PastedLine>& lines) {
  JH_TRY(const auto region, region_of(workspace));
  std::vector<store::NewActual> actuals;
  for (const auto& line : lines) {
    if (line.fate == PastedFate::taken) {
      actuals.push_back({.indicator_id = line.indicator_id,
                         .said = {.as_of = request.day, .value = line.value},
                         .origin = ReportOrigin::pasted,
                         .author = workspace.user});
    }
  }
  JH_TRY_DO(store::Actuals(workspace.store).report(region, actuals));
  return {};
}

}  // namespace

std::string_view word(PastedFate fate) {
  return kFates.at(static_cast<std::size_t>(fate));
}

Result<std::vector<PastedLine>> paste_actuals(const Workspace& workspace,
                                              const PasteRequest& request) {
  if (request.text.size() > kLongestBlock) {
    return fail(ErrorCode::invalid_input, {"actuals.too_long", {std::to_string(kLongestBlock)}});
  }
  const auto block = cells_of(request.text);
  if (block.empty()) {
    return fail(ErrorCode::invalid_input, {"actuals.nothing_pasted"});
  }
  JH_TRY(const auto shown,
         self_evaluation(workspace, {.project_id = request.project_id, .day = request.day}));
  Pasting pasting(shown);
  std::vector<PastedLine> lines;
  for (const auto& cells : block) {
    lines.push_back(pasting.read(cells, static_cast<int>(lines.size()) + 1));
    if (length(lines.back().value) > kLongestCell) {
      return fail(ErrorCode::invalid_input, {"actuals.too_long", {std::to_string(kLongestCell)}},
                  lines.back().name);
    }
  }
  find_twice(lines);
  if (!request.dry_run) {
    JH_TRY_DO(keep(workspace, request, lines));
  }
  return lines;
}

}  // namespace jiheng::app
