#pragma once

#include "http/api.h"

namespace jiheng::http {

// One file a route group; `make_router` calls them all.
void add_health_routes(Router& router, const Services& services);
void add_overview_routes(Router& router, const Services& services);
void add_project_routes(Router& router, const Services& services);
void add_indicator_routes(Router& router, const Services& services);
void add_ambition_routes(Router& router, const Services& services);
void add_import_routes(Router& router, const Services& services);
void add_archive_routes(Router& router, const Services& services);
void add_document_routes(Router& router, const Services& services);
void add_doubt_routes(Router& router, const Services& services);
void add_correction_routes(Router& router, const Services& services);
void add_export_routes(Router& router, const Services& services);
void add_finding_routes(Router& router, const Services& services);
void add_duplicate_routes(Router& router, const Services& services);
void add_waiver_routes(Router& router, const Services& services);
void add_library_routes(Router& router, const Services& services);
void add_match_routes(Router& router, const Services& services);
void add_monitoring_routes(Router& router, const Services& services);
void add_money_routes(Router& router, const Services& services);
void add_rule_routes(Router& router, const Services& services);
void add_scoring_profile_routes(Router& router, const Services& services);
void add_score_run_routes(Router& router, const Services& services);
void add_actual_routes(Router& router, const Services& services);
void add_self_evaluation_routes(Router& router, const Services& services);

}  // namespace jiheng::http
