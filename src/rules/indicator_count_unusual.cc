#include "rules/catalogue.h"
#include "rules/project_reading.h"

namespace jiheng::rules {
namespace {

void check(const ProjectView& project, const Parameters& parameters, Sink& sink) {
  const auto count = Decimal::whole(static_cast<std::int64_t>(project.rows.size()));
  const auto least = parameters.number("least");
  const auto most = parameters.number("most");
  if (!is_project(project)) {
    return;
  }
  if (least && count < *least) {
    sink.report(of_project({count.to_string(), least->to_string()}, "few"));
  } else if (most && count > *most) {
    sink.report(of_project({count.to_string(), most->to_string()}, "many"));
  }
}

}  // namespace

const Rule kIndicatorCountUnusual{.id = "indicator_count_unusual",
                                  .number = 9,
                                  .severity = Severity::warning,
                                  .aspect = Aspect::appropriateness,
                                  .check_project = check};

}  // namespace jiheng::rules
