#include "report/workbook.h"

#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cmath>
#include <cstdlib>  // and glibc's mkstemps
#include <cstring>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <system_error>

#include "base/decimal.h"
#include "base/text.h"

namespace jiheng::report {
namespace {

constexpr const char* kFont = "宋体";
/// A spreadsheet keeps 15 significant digits.
constexpr std::size_t kExactDigits = 15;
/// 2000-01-01: a workbook that carried the clock would differ on every run.
constexpr time_t kCreated = 946'684'800;

std::string number_format(int decimals) {
  return decimals <= 0 ? "0" : "0." + std::string(static_cast<std::size_t>(decimals), '0');
}

std::string terminated(std::string_view text) {
  std::string copy(text);
  std::replace(copy.begin(), copy.end(), '\0', ' ');
  return copy;
}

}  // namespace

void Workbook::Close::operator()(lxw_workbook* book) const {
  if (book != nullptr) {
    lxw_workbook_free(book);
  }
}

Workbook::Scratch::~Scratch() {
  std::error_code ignored;
  std::filesystem::remove(path_, ignored);
}

Result<Workbook> Workbook::make(std::string_view title) {
  constexpr std::string_view kEnding = ".xlsx";
  std::error_code error;
  auto path = (std::filesystem::temp_directory_path(error) / "jiheng-XXXXXX.xlsx").string();
  const int file = error ? -1 : mkstemps(path.data(), static_cast<int>(kEnding.size()));
  if (file < 0) {
    return fail(ErrorCode::unavailable, {"report.not_written", {std::strerror(errno)}});
  }
  close(file);
  Workbook workbook;
  workbook.scratch_ = std::make_unique<Scratch>(path);
  workbook.book_.reset(workbook_new(path.c_str()));
  if (!workbook.book_) {
    return fail(ErrorCode::unavailable, {"report.not_written", {std::strerror(ENOMEM)}});
  }
  auto name = terminated(title);
  std::string company = "绩衡 Jiheng";
  lxw_doc_properties properties{};
  properties.title = name.data();
  properties.company = company.data();
  properties.created = kCreated;
  workbook_set_properties(workbook.book_.get(), &properties);
  return workbook;
}

lxw_worksheet* Workbook::add_sheet(const std::string& name) {
  return workbook_add_worksheet(book_.get(), name.c_str());
}

lxw_format* Workbook::format(const CellStyle& style) {
  auto& made = formats_[style];
  if (made != nullptr) {
    return made;
  }
  made = workbook_add_format(book_.get());
  format_set_font_name(made, kFont);
  format_set_font_size(made, style.size);
  format_set_align(made, LXW_ALIGN_VERTICAL_CENTER);
  if (style.bold) {
    format_set_bold(made);
  }
  if (style.border) {
    format_set_border(made, LXW_BORDER_THIN);
  }
  if (style.wrap) {
    format_set_text_wrap(made);
  }
  if (style.centre) {
    format_set_align(made, LXW_ALIGN_CENTER);
  }
  if (style.right) {
    format_set_align(made, LXW_ALIGN_RIGHT);
  }
  if (style.fill != 0) {
    format_set_bg_color(made, style.fill);
  }
  if (style.decimals >= 0) {
    format_set_num_format(made, number_format(style.decimals).c_str());
  }
  return made;
}

void Workbook::text(lxw_worksheet* sheet, unsigned row, unsigned column, std::string_view value,
                    const CellStyle& style) {
  if (value.empty()) {
    worksheet_write_blank(sheet, row, static_cast<lxw_col_t>(column), format(style));
    return;
  }
  worksheet_write_string(sheet, row, static_cast<lxw_col_t>(column), terminated(value).c_str(),
                         format(style));
}

void Workbook::value(lxw_worksheet* sheet, unsigned row, unsigned column, std::string_view value,
                     CellStyle style) {
  const auto number = Decimal::parse(value);
  const auto digits = static_cast<std::size_t>(
      std::ranges::count_if(value, [](char c) { return c >= '0' && c <= '9'; }));
  if (!number || digits > kExactDigits) {
    text(sheet, row, column, value, style);
    return;
  }
  style.decimals = number->scale();
  worksheet_write_number(sheet, row, static_cast<lxw_col_t>(column),
                         strtod(std::string(value).c_str(), nullptr), format(style));
}

void Workbook::merged(lxw_worksheet* sheet, const CellRange& range, std::string_view value,
                      const CellStyle& style) {
  worksheet_merge_range(sheet, range.row, static_cast<lxw_col_t>(range.column), range.last_row,
                        static_cast<lxw_col_t>(range.last_column), terminated(value).c_str(),
                        format(style));
}

Result<std::string> Workbook::bytes() {
  // Closing frees the workbook, whatever comes of it.
  const auto failed = workbook_close(book_.release());
  if (failed != LXW_NO_ERROR) {
    return fail(ErrorCode::unavailable, {"report.not_written", {lxw_strerror(failed)}});
  }
  std::ifstream file(scratch_->path(), std::ios::binary);
  std::ostringstream bytes;
  bytes << file.rdbuf();
  if (!file) {
    return fail(ErrorCode::unavailable, {"report.not_written", {std::strerror(errno)}});
  }
  return bytes.str();
}

double row_height(std::size_t lines, int size) {
  constexpr double kLeading = 1.35;
  constexpr double kPadding = 5;
  const auto height = static_cast<double>(lines) * size * kLeading + kPadding;
  return std::max(18.0, std::ceil(height));
}

std::size_t wrapped_lines(std::string_view text, double width) {
  // A column of width w shows w digits; a little is lost to padding and to words kept whole.
  const auto usable = std::max(2.0, width - 1.5);
  const auto lines = std::ceil(static_cast<double>(display_width(text)) / usable);
  return std::max<std::size_t>(1, static_cast<std::size_t>(lines));
}

}  // namespace jiheng::report
