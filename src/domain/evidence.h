#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace jiheng {

/// 取值方式: how an actual value is proved.
///
/// Source  regulations.md §1, 如何取得完成值
enum class EvidenceKind : std::uint8_t {
  direct_proof,  // 直接证明
  statistics,    // 情况统计
  description,   // 情况说明
  survey,        // 问卷调查
};

[[nodiscard]] std::string_view word(EvidenceKind kind);
[[nodiscard]] std::optional<EvidenceKind> evidence_kind_from_word(std::string_view word);

/// 佐证材料: a file behind an actual value.
///
/// Shape   `name` without folders; `hash` SHA-256 of the bytes. `sample` how many persons a survey
///         asked, nothing where nobody said.
/// Units   `size` in bytes.
struct Evidence {
  EvidenceKind kind{};
  std::optional<std::int64_t> sample{};
  std::string name;
  std::string hash;
  std::int64_t size{};
  std::string note{};

  friend bool operator==(const Evidence&, const Evidence&) = default;
};

/// True for a survey that does not say how many it asked: it is told as missing, not refused.
[[nodiscard]] bool lacks_sample(const Evidence& evidence);

}  // namespace jiheng
