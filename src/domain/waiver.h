#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/indicator.h"

namespace jiheng {

/// Why a finding is set aside: it is right but may stand, or the rule was wrong.
enum class WaiverKind : std::uint8_t { waived, false_alarm };

[[nodiscard]] std::string_view word(WaiverKind kind);
[[nodiscard]] std::optional<WaiverKind> waiver_kind_from_word(std::string_view word);

/// 忽略: what a reviewer said of a finding.
///
/// Units   `at_ms` milliseconds UTC.
struct Waiver {
  std::int64_t id{};
  WaiverKind kind{};
  std::string reason;
  std::string author{};
  std::int64_t at_ms{};

  friend bool operator==(const Waiver&, const Waiver&) = default;
};

/// What a waiver of a row's finding holds on to: SHA-256 of its six folded cells.
[[nodiscard]] std::string waived_cells(const Indicator& row);

/// The same of a project: of all its rows, in document order.
[[nodiscard]] std::string waived_cells(const std::vector<const Indicator*>& rows);

}  // namespace jiheng
