#pragma once

#include <optional>
#include <string_view>

namespace jiheng::document {

/// A kind of picture file that can hold scanned pages.
struct PictureFormat {
  std::string_view name;        // "PNG"
  std::string_view media_type;  // "image/png", ends with a zero byte
};

/// The kind of picture that the bytes begin; nothing when they are none.
[[nodiscard]] std::optional<PictureFormat> picture_format(std::string_view bytes);

}  // namespace jiheng::document
