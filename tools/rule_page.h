#pragma once

#include <string>

#include "packs/library.h"
#include "rules/rule.h"

namespace jiheng::tools {

/// docs/rules/<id>.md: what a rule says and why, its clause and its cases, in both languages.
[[nodiscard]] std::string rule_page(const rules::Rule& rule, const packs::Library& library,
                                    const std::string& repository);

/// docs/rules/README.md: every rule with its number, severity and title, in both languages, and
/// what the review of the labelled set reaches (test/labelled/floors.toml).
[[nodiscard]] std::string rule_index(const packs::Library& library, const std::string& repository);

}  // namespace jiheng::tools
