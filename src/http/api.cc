#include "http/api.h"

#include "http/routes.h"

namespace jiheng::http {

Router make_router(const Services& services) {
  Router router;
  add_health_routes(router, services);
  add_overview_routes(router, services);
  add_project_routes(router, services);
  add_indicator_routes(router, services);
  add_ambition_routes(router, services);
  add_import_routes(router, services);
  add_archive_routes(router, services);
  add_document_routes(router, services);
  add_doubt_routes(router, services);
  add_correction_routes(router, services);
  add_export_routes(router, services);
  add_duplicate_routes(router, services);
  add_finding_routes(router, services);
  add_waiver_routes(router, services);
  add_library_routes(router, services);
  add_match_routes(router, services);
  add_monitoring_routes(router, services);
  add_money_routes(router, services);
  add_rule_routes(router, services);
  add_scoring_profile_routes(router, services);
  add_score_run_routes(router, services);
  add_actual_routes(router, services);
  add_self_evaluation_routes(router, services);
  return router;
}

}  // namespace jiheng::http
