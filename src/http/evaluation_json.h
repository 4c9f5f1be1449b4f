#pragma once

#include "app/entering_actuals.h"
#include "app/evaluation_list.h"
#include "app/reported_documents.h"
#include "app/self_evaluation.h"
#include "http/json.h"

// Self-evaluations, actual values and their evidence as the schemas of api/openapi.yaml.
namespace jiheng::http {

[[nodiscard]] Json self_evaluation_json(const app::SelfEvaluation& evaluation, const Speech& say);
[[nodiscard]] Json evaluation_page_json(const app::EvaluationPage& page);
[[nodiscard]] Json evaluation_counts_json(const app::EvaluationCounts& counts);
[[nodiscard]] Json actual_json(const store::StoredActual& stored);
[[nodiscard]] Json evidence_json(const store::StoredEvidence& stored);
[[nodiscard]] Json pasted_json(const std::vector<app::PastedLine>& lines, bool dry_run);
[[nodiscard]] Json reported_document_json(const app::ReportedDocument& document);

}  // namespace jiheng::http
