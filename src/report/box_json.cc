#include "report/box_json.h"

namespace jiheng::report {

nlohmann::ordered_json points_json(std::int32_t hundredths) {
  constexpr std::int32_t kPoint = 100;
  if (hundredths % kPoint == 0) {
    return hundredths / kPoint;
  }
  // JSON has no decimals of its own. The double nearest to two decimals is written as just those.
  return static_cast<double>(hundredths) / kPoint;
}

nlohmann::ordered_json boxes_json(std::span<const CellBox> boxes) {
  auto json = nlohmann::ordered_json::array();
  for (const auto& [column, box] : boxes) {
    json.push_back({{"field", word(column)},
                    {"page", box.page},
                    {"left", points_json(box.left)},
                    {"top", points_json(box.top)},
                    {"right", points_json(box.right)},
                    {"bottom", points_json(box.bottom)}});
    if (box.sure < kSure) {
      json.back()["sure"] = box.sure;
    }
  }
  return json;
}

}  // namespace jiheng::report
