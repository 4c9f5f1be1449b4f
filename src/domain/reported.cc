#include "domain/reported.h"

#include <array>

namespace jiheng {
namespace {

constexpr std::array kOrigins{ReportOrigin::entered, ReportOrigin::pasted, ReportOrigin::workbook,
                              ReportOrigin::filed};

}  // namespace

std::string_view word(ReportOrigin origin) {
  switch (origin) {
    case ReportOrigin::entered:
      return "entered";
    case ReportOrigin::pasted:
      return "pasted";
    case ReportOrigin::workbook:
      return "workbook";
    case ReportOrigin::filed:
      break;
  }
  return "filed";
}

std::optional<ReportOrigin> report_origin_from_word(std::string_view word) {
  for (const auto origin : kOrigins) {
    if (jiheng::word(origin) == word) {
      return origin;
    }
  }
  return std::nullopt;
}

}  // namespace jiheng
