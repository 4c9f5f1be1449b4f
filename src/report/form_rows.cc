#include "report/form_rows.h"

#include "report/typed_json.h"

namespace jiheng::report {
namespace {

std::string line(const Json& json) {
  return json.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
}

Json amount_json(const Funding& funding) {
  return funding.amount ? Json(funding.amount->to_shortest_string()) : Json();
}

Json year_json(const Funding& funding) {
  return funding.year ? Json(*funding.year) : Json();
}

}  // namespace

std::string project_json_line(std::string_view source, const ProjectRecord& project,
                              std::span<const Funding> funding) {
  auto amounts = Json::array();
  for (const auto& row : funding) {
    if (row.year && row.project == project.name) {
      amounts.push_back({{"year", *row.year},
                         {"source", row.source},
                         {"amount", amount_json(row)},
                         {"as_filed", row.as_filed}});
    }
  }
  return line({{"record", "project"},
               {"source", source},
               {"place", to_string(project.place)},
               {"name", project.name},
               {"kind", project.kind},
               {"agency", project.agency},
               {"parent_agency", project.parent_agency},
               {"executing_agency", project.executing_agency},
               {"period", project.period},
               {"amounts", std::move(amounts)}});
}

std::string goal_json_line(std::string_view source, const Goal& goal) {
  return line({{"record", "goal"},
               {"source", source},
               {"place", to_string(goal.place)},
               {"agency", goal.agency},
               {"project", goal.project},
               {"span", word(goal.span)},
               {"text", goal.text}});
}

std::string funding_json_line(std::string_view source, const Funding& funding) {
  return line({{"record", "funding"},
               {"source", source},
               {"place", to_string(funding.place)},
               {"agency", funding.agency},
               {"project", funding.project},
               {"block", funding.block},
               {"column", funding.column},
               {"label", funding.source},
               {"year", year_json(funding)},
               {"amount", amount_json(funding)},
               {"as_filed", funding.as_filed},
               {"content", funding.content},
               {"expected", funding.expected}});
}

std::string secrecy_json_line(std::string_view source, const SecrecyMark& mark) {
  return line({{"record", "secrecy"},
               {"source", source},
               {"place", to_string(mark.place)},
               {"agency", mark.agency},
               {"project", mark.project},
               {"text", mark.text}});
}

}  // namespace jiheng::report
