#include "document/xlsx_reader.h"

#include <algorithm>
#include <array>

#include "document/xlsx_sheet.h"
#include "document/xlsx_workbook.h"

namespace jiheng::document {
namespace {

/// What the parts that tell the kind of a package may unpack to.
constexpr std::size_t kSmallParts = std::size_t{16} << 20U;

/// A ZIP whose directory is lost names its parts all the same, each in front of its bytes.
bool looks_cut(std::string_view bytes) {
  constexpr std::size_t kLookedAt = std::size_t{1} << 20U;
  const auto start = bytes.substr(0, kLookedAt);
  return start.find("xl/workbook.") != std::string_view::npos ||
         start.find("xl/worksheets/") != std::string_view::npos;
}

bool recognises(std::string_view bytes) {
  if (!bytes.starts_with("PK\x03\x04")) {
    return false;
  }
  auto package = Package::open(bytes, {.unpacked_bytes = kSmallParts});
  if (!package) {
    return looks_cut(bytes);
  }
  const auto main = package->main_part();
  if (!main) {
    return package->has("xl/workbook.xml");
  }
  const auto type = package->content_type(*main);
  return type.find("spreadsheetml") != std::string::npos ||
         type.find("vnd.ms-excel") != std::string::npos ||
         (type.empty() && part_key(*main).starts_with("xl/"));
}

/// A worksheet that is listed but missing leaves nothing to read of it: the file is cut or was
/// made by hand.
Result<Content> read(std::string_view bytes, const Limits& limits) {
  JH_TRY(auto package, Package::open(bytes, limits));
  JH_TRY(const auto workbook, read_workbook(package, limits));
  Content content;
  XlsxSheetReader reader(workbook, limits);
  for (const auto& listed : workbook.sheets) {
    if (listed.hidden) {
      content.notices.push_back({{"sheet.hidden_sheet", {listed.name}}, {.sheet = listed.name}});
      continue;
    }
    JH_TRY(const auto xml, package.read(listed.part));
    JH_TRY(auto sheet, reader.read(listed, xml, content.notices));
    if (!sheet.rows.empty()) {
      content.sheets.push_back(std::move(sheet));
    }
  }
  if (content.sheets.empty() && content.notices.empty()) {
    return fail(ErrorCode::invalid_input, {"document.empty", {}});
  }
  return content;
}

}  // namespace

constinit const Reader xlsx_reader{.format = Format::xlsx, .recognises = recognises, .read = read};

}  // namespace jiheng::document
