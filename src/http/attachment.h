#pragma once

#include <string>
#include <string_view>

#include "http/message.h"

namespace jiheng::http {

/// A file to keep, by its name with extension; never cached.
[[nodiscard]] Response attachment(const std::string& name, std::string media_type,
                                  std::string bytes);

}  // namespace jiheng::http
