#include "document/scan/picture_format.h"

#include <algorithm>
#include <array>

namespace jiheng::document {
namespace {

struct Signature {
  std::string_view bytes;
  PictureFormat format;
};

constexpr std::array<Signature, 6> kSignatures{{
    {{"\x89PNG\r\n\x1A\n", 8}, {"PNG", "image/png"}},
    {{"\xFF\xD8\xFF", 3}, {"JPEG", "image/jpeg"}},
    {{"II*\0", 4}, {"TIFF", "image/tiff"}},
    {{"MM\0*", 4}, {"TIFF", "image/tiff"}},
    {{"GIF8", 4}, {"GIF", "image/gif"}},
    {{"BM", 2}, {"BMP", "image/bmp"}},
}};

}  // namespace

std::optional<PictureFormat> picture_format(std::string_view bytes) {
  const auto* const found = std::ranges::find_if(
      kSignatures, [&](const Signature& known) { return bytes.starts_with(known.bytes); });
  if (found == kSignatures.end()) {
    return std::nullopt;
  }
  // Two letters begin many texts; a BMP goes on with its size and two zeros.
  constexpr std::size_t kReserved = 6;
  if (found->format.name == "BMP" &&
      (bytes.size() < kReserved + 4 ||
       bytes.substr(kReserved, 4) != std::string_view("\0\0\0\0", 4))) {
    return std::nullopt;
  }
  return found->format;
}

}  // namespace jiheng::document
