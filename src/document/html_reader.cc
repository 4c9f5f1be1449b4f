#include "document/html_reader.h"

#include <algorithm>
#include <array>
#include <optional>

#include "document/html_elements.h"
#include "document/html_entities.h"
#include "document/html_flow.h"
#include "document/html_table.h"
#include "document/html_tags.h"

namespace jiheng::document {
namespace {

constexpr std::size_t kDeepestTable = 100;
/// Where a page says what it is and how it is encoded.
constexpr std::size_t kHeadBytes = 4096;

struct OpenCell {
  std::size_t column{};
  HtmlFlow text{};
};

struct OpenTable {
  HtmlTable rows;
  bool in_row{};
  std::optional<OpenCell> cell{};
};

class HtmlReader {
 public:
  HtmlReader(std::string_view text, const Limits& limits)
      : tags_(text), limits_(limits), budget_(limits), sheet_(limits) {}

  Result<Content> read() {
    for (auto event = tags_.next(); event != HtmlEvent::finished; event = tags_.next()) {
      JH_TRY_DO(take(event));
    }
    const bool cut_off = !tables_.empty();
    while (!tables_.empty()) {
      JH_TRY_DO(end_table());
    }
    JH_TRY_DO(sheet_.add_paragraph(outside_.take()));
    JH_TRY(auto content, sheet_.finish());
    if (cut_off) {
      content.notices.push_back({{"html.cut_off"}, {}});
    }
    return content;
  }

 private:
  Result<void> take(HtmlEvent event) {
    if (event == HtmlEvent::text) {
      if (!hidden_) {
        add_text(with_references_replaced(tags_.text()));
      }
      return {};
    }
    const bool start = event == HtmlEvent::start;
    if (hidden_) {
      const bool passed =
          start ? hidden_->ends_before_start(tags_.name()) : hidden_->ends_before_end(tags_.name());
      if (passed || hidden_->has_ended()) {
        hidden_.reset();
      }
      if (!passed) {
        return {};
      }
    }
    if (start && is_hidden_html(tags_)) {
      hidden_.emplace(tags_.name());
      return {};
    }
    preformatted_ = tags_.name() == "pre" ? start : preformatted_;
    return start ? take_start(html_role(tags_.name())) : take_end(html_role(tags_.name()));
  }

  Result<void> take_start(HtmlRole role) {
    switch (role) {
      case HtmlRole::inline_text:
        return {};
      case HtmlRole::line_break:
        flow().break_line();
        return {};
      case HtmlRole::block:
        return break_block();
      case HtmlRole::table:
        return begin_table();
      case HtmlRole::group:
        return begin_group(tags_.name() == "thead");
      case HtmlRole::row:
        JH_TRY_DO(end_row());
        return begin_row();
      case HtmlRole::cell:
        JH_TRY_DO(end_cell());
        return begin_cell();
    }
    return {};
  }

  Result<void> take_end(HtmlRole role) {
    switch (role) {
      case HtmlRole::inline_text:
      case HtmlRole::line_break:
        return {};
      case HtmlRole::block:
        return break_block();
      case HtmlRole::table:
        return tables_.empty() ? Result<void>{} : end_table();
      case HtmlRole::group:
        return begin_group(false);
      case HtmlRole::row:
        return end_row();
      case HtmlRole::cell:
        return end_cell();
    }
    return {};
  }

  void add_text(const std::string& text) {
    if (preformatted_) {
      flow().add_as_written(text);
    } else {
      flow().add(text);
    }
  }

  /// Where text stands now. In a table, but in none of its cells, it stands before the table.
  HtmlFlow& flow() {
    const auto table = std::find_if(tables_.rbegin(), tables_.rend(),
                                    [](const auto& one) { return one.cell.has_value(); });
    return table == tables_.rend() ? outside_ : table->cell->text;
  }

  Result<void> break_block() {
    if (tables_.empty()) {
      return sheet_.add_paragraph(outside_.take());
    }
    flow().break_line();
    return {};
  }

  Result<void> begin_table() {
    flow().break_line();
    if (!tables_.empty() && !tables_.back().cell) {
      JH_TRY_DO(end_table());
    }
    if (tables_.size() == kDeepestTable) {
      return fail(ErrorCode::invalid_input,
                  {"document.broken", {"HTML", "tables nested too deep"}});
    }
    tables_.push_back({.rows = HtmlTable(++count_, limits_, budget_)});
    return {};
  }

  Result<void> end_table() {
    JH_TRY_DO(end_row());
    JH_TRY(auto rows, tables_.back().rows.finish());
    tables_.pop_back();
    if (!tables_.empty()) {
      tables_.back().rows.add_nested(std::move(rows));
      return {};
    }
    JH_TRY_DO(sheet_.add_paragraph(outside_.take()));
    return sheet_.add_table(std::move(rows));
  }

  Result<void> begin_group(bool head) {
    JH_TRY_DO(end_row());
    return tables_.empty() ? Result<void>{} : tables_.back().rows.begin_group(head);
  }

  Result<void> begin_row() {
    if (tables_.empty()) {
      return {};
    }
    tables_.back().in_row = true;
    return tables_.back().rows.begin_row();
  }

  Result<void> end_row() {
    JH_TRY_DO(end_cell());
    if (!tables_.empty()) {
      tables_.back().in_row = false;
    }
    return {};
  }

  Result<void> begin_cell() {
    if (tables_.empty()) {
      return {};
    }
    auto& table = tables_.back();
    if (!table.in_row) {
      JH_TRY_DO(begin_row());
    }
    JH_TRY(const auto column, table.rows.place({.columns = html_span(tags_, "colspan"),
                                                .rows = html_span(tags_, "rowspan")}));
    table.cell.emplace(OpenCell{.column = column});
    return {};
  }

  Result<void> end_cell() {
    if (tables_.empty() || !tables_.back().cell) {
      return {};
    }
    auto& table = tables_.back();
    const auto column = table.cell->column;
    auto text = table.cell->text.take();
    table.cell.reset();
    return table.rows.put(column, std::move(text));
  }

  HtmlTags tags_;
  const Limits& limits_;
  CellBudget budget_;
  TextSheet sheet_;
  HtmlFlow outside_;
  std::vector<OpenTable> tables_;
  std::optional<HiddenHtml> hidden_;
  bool preformatted_{};
  int count_{};
};

/// The beginning of the page in small letters, without BOM and the zero bytes of UTF-16: enough for
/// tags, in any encoding.
std::string head_of(std::string_view bytes) {
  for (const std::string_view mark : {"\xEF\xBB\xBF", "\xFF\xFE", "\xFE\xFF"}) {
    bytes.remove_prefix(bytes.starts_with(mark) ? mark.size() : 0);
  }
  std::string head;
  for (const char c : bytes.substr(0, kHeadBytes)) {
    if (c != '\0') {
      head += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    }
  }
  return head;
}

/// What follows `charset=` or, in XHTML, `encoding=`.
std::string_view named_encoding(std::string_view head) {
  constexpr std::string_view kName = "abcdefghijklmnopqrstuvwxyz0123456789-_";
  for (const std::string_view word : {"charset", "encoding"}) {
    const auto at = head.find(word);
    if (at == std::string_view::npos) {
      continue;
    }
    const auto start = head.find_first_not_of(" =\"'", at + word.size());
    const auto end = std::min(head.find_first_not_of(kName, start), head.size());
    return start == std::string_view::npos ? "" : head.substr(start, end - start);
  }
  return {};
}

bool recognises(std::string_view bytes) {
  constexpr std::array<std::string_view, 11> kFirst{
      "<!doctype html", "<html", "<head", "<body",   "<meta", "<table",
      "<style",         "<div",  "<p",    "<center", "<title"};
  const auto head = head_of(bytes);
  std::string_view rest = head;
  while (true) {
    rest.remove_prefix(std::min(rest.find_first_not_of(" \t\r\n\f"), rest.size()));
    const bool prolog = rest.starts_with("<?xml") || rest.starts_with("<!--");
    const auto end = rest.find(rest.starts_with("<?") ? "?>" : "-->");
    if (!prolog || end == std::string_view::npos) {
      break;
    }
    rest.remove_prefix(end + (rest.starts_with("<?") ? 2 : 3));
  }
  return std::ranges::any_of(kFirst, [rest](std::string_view first) {
    return rest.starts_with(first) && rest.size() > first.size() &&
           std::string_view(" \t\r\n\f/>").find(rest[first.size()]) != std::string_view::npos;
  });
}

Result<Content> read(std::string_view bytes, const Limits& limits) {
  const auto head = head_of(bytes);
  const auto decoded = decode_text(bytes, named_encoding(head));
  if (!decoded) {
    return fail(ErrorCode::invalid_input, {"document.not_text", {}});
  }
  JH_TRY(auto content, HtmlReader(decoded->text, limits).read());
  if (decoded->replaced > 0) {
    content.notices.push_back(
        {{"text.encoding_replaced",
          {std::to_string(decoded->replaced), std::string(word(decoded->encoding))}}});
  }
  return content;
}

}  // namespace

constinit const Reader html_reader{.format = Format::html, .recognises = recognises, .read = read};

}  // namespace jiheng::document
