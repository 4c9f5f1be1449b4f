#include "document/xls_workbook.h"

#include <algorithm>
#include <optional>

#include "document/biff_records.h"
#include "document/ole_file.h"

namespace jiheng::document {
namespace {

/// The rows a name of its own kind, Print_Titles, lists for one of the sheets.
struct PrintTitles {
  std::size_t sheet{};  // from 1, charts and macros count
  int first_row{};
  int last_row{};
};

/// The rows among the areas of a formula that unites whole rows and whole columns.
///
/// Source  [MS-XLS] 2.5.198.28 (PtgArea3d), 2.5.198.70 (PtgMemFunc).
std::optional<PrintTitles> title_rows(std::string_view formula) {
  constexpr std::uint32_t kMemory = 0x29;
  constexpr std::uint32_t kArea = 0x1B;  // without the bits of its class
  constexpr std::uint32_t kKind = 0x1F;
  constexpr std::size_t kAreaSize = 11;
  constexpr std::uint32_t kLastColumn = 0xFF;
  std::size_t at = little_endian(formula, 0, 1) == kMemory ? 3 : 0;
  for (; at + kAreaSize <= formula.size(); at += kAreaSize) {
    if ((little_endian(formula, at, 1) & kKind) != kArea) {
      return std::nullopt;
    }
    if (little_endian(formula, at + 7, 2) == 0 &&
        little_endian(formula, at + 9, 2) == kLastColumn) {
      return PrintTitles{.first_row = static_cast<int>(little_endian(formula, at + 3, 2)) + 1,
                         .last_row = static_cast<int>(little_endian(formula, at + 5, 2)) + 1};
    }
  }
  return std::nullopt;
}

class Globals {
 public:
  explicit Globals(std::string_view stream) : records_(stream) {}

  Result<XlsWorkbook> read() {
    constexpr std::uint32_t kVersion8 = 0x0600;
    JH_TRY(const auto begin, records_.next());
    if (begin.type != Biff::begin) {
      return broken_xls("no workbook begins");
    }
    if (little_endian(begin.body, 0, 2) < kVersion8) {
      return fail(ErrorCode::invalid_input, {"document.too_old", {"XLS"}});
    }
    while (true) {
      JH_TRY(const auto record, records_.next());
      if (record.type == Biff::end) {
        break;
      }
      JH_TRY_DO(take(record));
    }
    return finish();
  }

 private:
  Result<void> take(const BiffRecord& record) {
    // Most kinds of records say nothing that a reader of cells needs.
    if (record.type == Biff::file_password) {
      return fail(ErrorCode::invalid_input, {"document.encrypted", {"XLS"}});
    }
    if (record.type == Biff::date_mode && little_endian(record.body, 0, 2) == 1) {
      workbook_.dates = DateSystem::from_1904;
    } else if (record.type == Biff::bound_sheet) {
      return take_sheet(record.body);
    } else if (record.type == Biff::shared_strings) {
      return take_strings(record);
    } else if (record.type == Biff::number_format) {
      BiffText text({record.body});
      const auto id = text.number(2);
      if (const auto code = text.string(BiffLength::two_bytes)) {
        workbook_.formats.insert_or_assign(*id, NumberFormat(*code));
      }
    } else if (record.type == Biff::cell_format) {
      take_cell_format(little_endian(record.body, 2, 2));
    } else if (record.type == Biff::name) {
      take_name(record.body);
    }
    return {};
  }

  void take_cell_format(std::uint32_t id) {
    constexpr std::size_t kMost = 0x10000;  // cells name theirs in two bytes
    if (workbook_.format_ids.size() < kMost) {
      workbook_.format_ids.push_back(id);
    }
  }

  Result<void> take_sheet(std::string_view body) {
    constexpr std::uint32_t kShown = 0x03;
    constexpr std::uint32_t kWorksheet = 0;
    BiffText text({body});
    const auto offset = text.number(4);
    const auto state = text.number(1);
    const auto kind = text.number(1);
    auto name = text.string(BiffLength::one_byte);
    if (!offset || !state || !kind || !name) {
      return broken_xls("a sheet has no name");
    }
    listed_.push_back(
        {.name = *std::move(name), .offset = *offset, .hidden = (*state & kShown) != 0});
    is_worksheet_.push_back(*kind == kWorksheet);
    return {};
  }

  Result<void> take_strings(const BiffRecord& record) {
    BiffText text(records_.pieces(record));
    const auto uses = text.number(4);
    const auto count = text.number(4);
    if (!uses || !count) {
      return broken_xls("its texts are cut");
    }
    for (std::uint32_t i = 0; i < *count; ++i) {
      auto string = text.string(BiffLength::two_bytes);
      if (!string) {
        return broken_xls("its texts are cut");
      }
      workbook_.strings.push_back(*std::move(string));
    }
    return {};
  }

  void take_name(std::string_view body) {
    constexpr std::uint32_t kBuiltIn = 0x20;
    constexpr std::size_t kFixedSize = 14;
    BiffText name({body.substr(std::min(kFixedSize, body.size()))});
    const auto characters = little_endian(body, 3, 1);
    const bool built_in = (little_endian(body, 0, 2) & kBuiltIn) != 0;
    if (!built_in || characters != 1 || name.string_of(1) != "\x07") {
      return;
    }
    constexpr std::size_t kFormula = kFixedSize + 2;  // behind one character and its kind
    if (auto titles = title_rows(body.substr(std::min(kFormula, body.size())))) {
      titles->sheet = little_endian(body, 8, 2);
      titles_.push_back(*titles);
    }
  }

  Result<XlsWorkbook> finish() {
    for (const auto& titles : titles_) {
      if (titles.sheet >= 1 && titles.sheet <= listed_.size()) {
        listed_[titles.sheet - 1].first_head_row = titles.first_row;
        listed_[titles.sheet - 1].last_head_row = titles.last_row;
      }
    }
    for (std::size_t i = 0; i < listed_.size(); ++i) {
      if (is_worksheet_[i]) {
        workbook_.sheets.push_back(std::move(listed_[i]));
      }
    }
    for (const auto id : workbook_.format_ids) {
      // A format the file does not spell out; those it does are there already.
      workbook_.formats.try_emplace(id, NumberFormat::built_in(static_cast<int>(id)));
    }
    return std::move(workbook_);
  }

  BiffRecords records_;
  XlsWorkbook workbook_;
  std::vector<XlsSheetEntry> listed_;
  std::vector<bool> is_worksheet_;
  std::vector<PrintTitles> titles_;
};

}  // namespace

Result<XlsWorkbook> read_xls_workbook(std::string_view stream) {
  return Globals(stream).read();
}

}  // namespace jiheng::document
