#pragma once

#include <string>
#include <vector>

#include "domain/finding.h"
#include "report/review_rows.h"

namespace jiheng::report {

/// What a suggestion changes, for a reader: "移到 产出指标/数量指标；计量单位改为 人". Scripts get
/// `describe`, which never changes with the language.
[[nodiscard]] std::string suggestion_text(const std::vector<Change>& suggestion,
                                          const ReviewWords& words);

}  // namespace jiheng::report
