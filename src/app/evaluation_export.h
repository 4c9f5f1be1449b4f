#pragma once

#include <string>
#include <vector>

#include "app/self_evaluation.h"
#include "packs/library.h"
#include "store/listing.h"

namespace jiheng::app {

enum class EvaluationFormat : std::uint8_t { xlsx, csv, json };

/// 项目支出绩效自评表 of the filter's projects, a project a sheet, in document order.
/// Errors  not_found `exporting.no_rows`, `packs.no_scoring_profile`.
[[nodiscard]] Result<std::string> evaluation_file(const Workspace& workspace,
                                                  const store::IndicatorFilter& filter,
                                                  const std::string& profile,
                                                  packs::Language language,
                                                  EvaluationFormat format);

/// How a score came about, in words: of a row, of the execution, of the total.
struct EvaluationDerivations {
  std::vector<std::string> rows{};
  std::string execution{};
  std::string total{};
};

[[nodiscard]] EvaluationDerivations derivations_of(const SelfEvaluation& evaluation,
                                                   const packs::Catalogue& catalogue,
                                                   packs::Language language);

}  // namespace jiheng::app
