#include "app/box_json.h"

#include "report/box_json.h"

namespace jiheng::app {

nlohmann::ordered_json boxes_json(std::span<const CellBox> boxes) {
  return report::boxes_json(boxes);
}

nlohmann::ordered_json points_json(std::int32_t hundredths) {
  return report::points_json(hundredths);
}

}  // namespace jiheng::app
