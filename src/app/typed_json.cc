#include "app/typed_json.h"

#include "report/typed_json.h"

namespace jiheng::app {

nlohmann::ordered_json typed_json(const Indicator& row) {
  return report::typed_json(row.typed, row.measured);
}

}  // namespace jiheng::app
