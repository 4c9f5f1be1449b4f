#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "domain/indicator.h"
#include "domain/project.h"

namespace jiheng::store {

/// "c:" and the code, or "n:" and the folded name where there is no code.
[[nodiscard]] std::string agency_identity(std::string_view code, std::string_view name);

/// "n:" and the folded whole name. Tables carry no project codes yet.
[[nodiscard]] std::string project_identity(std::string_view name);

/// Identities of one project's indicators, asked in document order: equal rows count on.
class IndicatorIdentities {
 public:
  /// 32 hexadecimal digits made from level 1, level 2 and name, folded, and the ordinal.
  [[nodiscard]] std::string next(const Indicator& filed);

 private:
  std::map<std::string, int, std::less<>> seen_{};
};

/// What the search looks through: the search keys of name, target and project, one a line.
[[nodiscard]] std::string search_text(const Indicator& row);

/// The grams of a search text, line by line.
[[nodiscard]] std::vector<std::string> search_grams(std::string_view search_text);

/// A text whose byte order is the order of targets: numbers and ranges by value, then the rest by
/// their text.
[[nodiscard]] std::string target_order(const Indicator& row);

/// SHA-256 of a set of ids.
[[nodiscard]] std::string set_identity(std::vector<std::int64_t> ids);

}  // namespace jiheng::store
