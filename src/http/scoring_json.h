#pragma once

#include "app/profile_examples.h"
#include "app/profile_words.h"
#include "app/score_keeping.h"
#include "app/what_if.h"
#include "http/json.h"

// Profiles, kept scores and what-if as the schemas of api/openapi.yaml.
namespace jiheng::http {

/// A number as text, exact; null where there is none.
[[nodiscard]] Json points_or_null(const std::optional<Decimal>& points);
/// One score with its derivation in sentences.
[[nodiscard]] Json score_json(const Score& score, const Speech& say);
[[nodiscard]] Json profile_summary_json(const packs::ScoringProfile& profile);
[[nodiscard]] Json example_json(const app::ProfileExample& example, const Speech& say);
[[nodiscard]] Json examples_json(const app::ProfileExamples& examples, const Speech& say);
[[nodiscard]] Json score_run_json(const app::StoredScoreRun& run);
[[nodiscard]] Json score_result_json(const store::ScoreResult& result);
[[nodiscard]] Json kept_score_json(const app::KeptScore& kept, const Speech& say);
[[nodiscard]] Json what_if_json(const app::WhatIfAnswer& answer, const Speech& say);

}  // namespace jiheng::http
