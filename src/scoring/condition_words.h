#pragma once

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "domain/target.h"

namespace jiheng::scoring {

[[nodiscard]] std::optional<TargetKind> target_kind_from_word(std::string_view said);

/// The values of words, in `list`.
/// Errors  invalid_input `packs.unknown_condition` at `where`.
template <typename Value>
Result<std::vector<Value>> read_words(const std::vector<std::string>& words, const char* list,
                                      std::optional<Value> (*find)(std::string_view),
                                      const std::string& where) {
  std::vector<Value> values;
  for (const auto& said : words) {
    const auto value = find(said);
    if (!value) {
      return fail(ErrorCode::invalid_input, {"packs.unknown_condition", {list, said}}, where);
    }
    values.push_back(*value);
  }
  return values;
}

/// True when it is among the wanted; nothing wanted holds always.
template <typename Value>
bool holds(const std::vector<Value>& wanted, const Value& value) {
  return wanted.empty() || std::ranges::find(wanted, value) != wanted.end();
}

}  // namespace jiheng::scoring
