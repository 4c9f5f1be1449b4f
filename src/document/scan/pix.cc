#include "document/scan/pix.h"

namespace jiheng::document {

std::vector<PixelBox> components(const PixPtr& pix) {
  constexpr int kNeighbours = 8;
  std::vector<PixelBox> result;
  const BoxesPtr boxes(pixConnCompBB(pix.get(), kNeighbours));
  for (int i = 0; boxes && i < boxaGetCount(boxes.get()); ++i) {
    int x = 0;
    int y = 0;
    int width = 0;
    int height = 0;
    boxaGetBoxGeometry(boxes.get(), i, &x, &y, &width, &height);
    result.push_back({x, y, x + width, y + height});
  }
  return result;
}

}  // namespace jiheng::document
