#pragma once

#include <span>
#include <string>
#include <string_view>

#include "domain/project.h"

namespace jiheng::report {

// What a form says around its indicators, each record as a line of JSON: `source` is the path as
// given, amounts are exact decimals in strings, in 元, or null.
// Source  docs/formats/extract-jsonl.md

/// A project with the amounts of its funding that name a year.
[[nodiscard]] std::string project_json_line(std::string_view source, const ProjectRecord& project,
                                            std::span<const Funding> funding);

[[nodiscard]] std::string goal_json_line(std::string_view source, const Goal& goal);

[[nodiscard]] std::string funding_json_line(std::string_view source, const Funding& funding);

[[nodiscard]] std::string secrecy_json_line(std::string_view source, const SecrecyMark& mark);

}  // namespace jiheng::report
