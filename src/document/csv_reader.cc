#include "document/csv_reader.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <map>
#include <optional>

#include "document/text_reader.h"

namespace jiheng::document {
namespace {

constexpr std::size_t kLinesLookedAt = 200;
/// A quoted cell longer than this that meets no closing quote is taken for a stray quote.
constexpr std::size_t kLongestQuoted = std::size_t{64} << 10U;

/// Reads record after record. A cell is cut from the text, not copied character by character.
class Reader {
 public:
  Reader(std::string_view text, char separator, const Limits& limits, std::vector<Notice>& notices)
      : text_(text), separator_(separator), limits_(limits), notices_(notices) {}

  Result<Sheet> read() {
    Sheet sheet{.layout = Layout::separated};
    while (at_ < text_.size()) {
      Row row{.place = {.line = line_}, .cells = {}};
      while (text_[at_] == '\f') {
        row.page_start = true;
        if (++at_ == text_.size()) {
          return sheet;
        }
      }
      JH_TRY_DO(record(row));
      row.place.last_line = std::max(row.place.line, line_ - (ended_line_ ? 1 : 0));
      const bool blank = std::ranges::all_of(row.cells, [](const Cell& cell) {
        return cell.text.find_first_not_of(" \t") == std::string::npos;
      });
      if (!blank) {
        sheet.rows.push_back(std::move(row));
      }
    }
    return sheet;
  }

 private:
  Result<void> record(Row& row) {
    const auto start = at_;
    ended_line_ = false;
    for (;;) {
      row.cells.push_back({.text = cell()});
      if (row.cells.size() > limits_.cells_per_row) {
        return fail(ErrorCode::invalid_input,
                    {"document.too_many_cells", {std::to_string(limits_.cells_per_row)}},
                    "line " + std::to_string(row.place.line));
      }
      if (at_ - start > limits_.line_bytes) {
        return fail(ErrorCode::invalid_input,
                    {"document.line_too_long",
                     {std::to_string(at_ - start), std::to_string(limits_.line_bytes)}},
                    "line " + std::to_string(row.place.line));
      }
      if (at_ < text_.size() && text_[at_] == separator_) {
        ++at_;
        if (at_ == text_.size()) {
          row.cells.push_back({});
          return {};
        }
        continue;
      }
      end_line();
      return {};
    }
  }

  void end_line() {
    if (at_ >= text_.size()) {
      return;
    }
    at_ += text_.substr(at_).starts_with("\r\n") ? 2 : 1;
    ++line_;
    ended_line_ = true;
  }

  std::string cell() {
    if (at_ < text_.size() && text_[at_] == '"') {
      if (auto quoted = quoted_cell()) {
        return *std::move(quoted);
      }
      notices_.push_back({{"csv.quote_open", {}}, {.line = line_, .last_line = line_}});
    }
    return bare_cell();
  }

  std::string bare_cell() {
    const std::array<char, 3> stops{separator_, '\r', '\n'};
    const auto end = std::min(
        text_.find_first_of(std::string_view(stops.data(), stops.size()), at_), text_.size());
    std::string cell(text_.substr(at_, end - at_));
    at_ = end;
    return cell;
  }

  /// The cell between quotes, or nothing when its quote is never closed before a separator, a line
  /// end or the end of the text.
  std::optional<std::string> quoted_cell() {
    std::string cell;
    int lines = 0;
    auto at = at_ + 1;
    for (;;) {
      const auto quote = text_.substr(0, at_ + kLongestQuoted).find('"', at);
      if (quote == std::string_view::npos) {
        return std::nullopt;
      }
      cell.append(text_.substr(at, quote - at));
      at = quote + 1;
      if (at < text_.size() && text_[at] == '"') {
        cell.push_back('"');
        ++at;
        continue;
      }
      break;
    }
    while (at < text_.size() && text_[at] == ' ') {
      ++at;  // blanks between the quote and the separator
    }
    if (at < text_.size() && text_[at] != separator_ && text_[at] != '\n' && text_[at] != '\r') {
      return std::nullopt;
    }
    for (std::size_t i = 0; i < cell.size(); ++i) {
      lines += cell[i] == '\n' || (cell[i] == '\r' && (i + 1 == cell.size() || cell[i + 1] != '\n'))
                   ? 1
                   : 0;
    }
    line_ += lines;
    at_ = at;
    return cell;
  }

  std::string_view text_;
  char separator_;
  const Limits& limits_;
  std::vector<Notice>& notices_;
  std::size_t at_{};
  int line_{1};
  bool ended_line_{};
};

/// How many records hold how many separators outside quotes. With `join` a quote that is open at
/// a line's end goes on in the next line; without, each line stands for itself, which a quote that
/// is never closed cannot spoil.
std::map<std::size_t, std::size_t> records_by_count(std::string_view text, char separator,
                                                    bool join) {
  std::map<std::size_t, std::size_t> records;
  std::size_t taken = 0;
  std::size_t count = 0;
  bool quoted = false;
  bool blank = true;
  for (std::size_t at = 0; at <= text.size() && taken < kLinesLookedAt; ++at) {
    const bool end = at == text.size();
    const char c = end ? '\n' : text[at];
    if ((c == '\n' || c == '\r') && (end || !join || !quoted)) {
      if (!blank) {
        ++records[count];
        ++taken;
      }
      count = 0;
      quoted = false;
      blank = true;
      continue;
    }
    quoted = c == '"' ? !quoted : quoted;
    count += !quoted && c == separator ? 1 : 0;
    blank = blank && (c == ' ' || c == '\t' || c == '\f');
  }
  return records;
}

/// A head and a row or two, under titles: every line holds either no separator or as many as the
/// others, more than a sentence would.
bool separates_few(const std::map<std::size_t, std::size_t>& records) {
  constexpr std::size_t kFewestSeparators = 4;
  if (records.size() != 2 || records.begin()->first != 0) {
    return false;
  }
  const auto [count, of] = *records.rbegin();
  return count >= kFewestSeparators && of >= 2;
}

bool separates(std::string_view text, char separator, bool join) {
  constexpr std::size_t kFewestCells = 3;
  std::size_t records = 0;
  std::size_t split = 0;
  std::size_t same = 0;
  const auto by_count = records_by_count(text, separator, join);
  for (const auto& [count, of] : by_count) {
    records += of;
    if (count + 1 >= kFewestCells) {
      split += of;
      same = std::max(same, of);
    }
  }
  // Titles and notes hold no separator; a prose comma seldom stands equally often in each line.
  return (split * 2 > records && same * 2 >= split) || separates_few(by_count);
}

/// Where a line splits in two, quotes taken off; nothing when it does not, or splits in more.
std::optional<std::array<std::string_view, 2>> two_cells(std::string_view line, char separator) {
  std::size_t at = std::string_view::npos;
  bool quoted = false;
  for (std::size_t i = 0; i < line.size(); ++i) {
    quoted = line[i] == '"' ? !quoted : quoted;
    if (!quoted && line[i] == separator) {
      if (at != std::string_view::npos) {
        return std::nullopt;
      }
      at = i;
    }
  }
  if (at == std::string_view::npos) {
    return std::nullopt;
  }
  const auto bare = [](std::string_view cell) {
    constexpr std::string_view kAround = " \t\"";
    const auto first = cell.find_first_not_of(kAround);
    return first == std::string_view::npos
               ? std::string_view{}
               : cell.substr(first, cell.find_last_not_of(kAround) - first + 1);
  };
  return std::array{bare(line.substr(0, at)), bare(line.substr(at + 1))};
}

bool is_figure(std::string_view cell) {
  return cell.find_first_of("0123456789") != std::string_view::npos &&
         cell.find_first_not_of("0123456789.,-+% ") == std::string_view::npos;
}

/// What a line is in a table of two columns.
enum class TwoColumnLine : std::uint8_t { title, head, figure, name_alone, other };

TwoColumnLine two_column_line(std::string_view line, char separator, bool below_head) {
  if (line.find(separator) == std::string_view::npos) {
    return below_head ? TwoColumnLine::other : TwoColumnLine::title;
  }
  const auto cells = two_cells(line, separator);
  if (!cells) {
    return TwoColumnLine::other;
  }
  const auto behind = (*cells)[1];
  if (behind.empty()) {
    return TwoColumnLine::name_alone;
  }
  if (is_figure(behind)) {
    return below_head ? TwoColumnLine::figure : TwoColumnLine::other;
  }
  return below_head ? TwoColumnLine::other : TwoColumnLine::head;
}

/// One separator a line is little to go by, prose has it too. Told by what stands behind it: words
/// once, as the head of a column, then figures or nothing.
bool separates_names_from_figures(std::string_view text, char separator) {
  constexpr std::size_t kBytesLookedAt = std::size_t{64} << 10U;
  constexpr int kMostTitles = 3;
  constexpr int kFewestFigures = 2;
  if (text.size() > kBytesLookedAt) {
    text = text.substr(0, text.rfind('\n', kBytesLookedAt));
  }
  std::map<TwoColumnLine, int> lines;
  for (const auto& line : lines_of(text)) {
    if (line.text.find_first_not_of(" \t") != std::string_view::npos) {
      ++lines[two_column_line(line.text, separator, lines[TwoColumnLine::head] > 0)];
    }
  }
  return lines[TwoColumnLine::other] == 0 && lines[TwoColumnLine::title] <= kMostTitles &&
         lines[TwoColumnLine::figure] >= kFewestFigures;
}

}  // namespace

Result<Sheet> read_separated(std::string_view text, char separator, const Limits& limits,
                             std::vector<Notice>& notices) {
  return Reader(text, separator, limits, notices).read();
}

std::optional<char> find_separator(std::string_view text) {
  constexpr std::array<char, 3> kSeparators{'\t', ',', ';'};
  for (const bool join : {true, false}) {
    for (const char separator : kSeparators) {
      if (separates(text, separator, join)) {
        return separator;
      }
    }
  }
  for (const char separator : kSeparators) {
    if (separates_names_from_figures(text, separator)) {
      return separator;
    }
  }
  return std::nullopt;
}

}  // namespace jiheng::document
