#pragma once

#include <stop_token>

namespace jiheng {

/// From now on the first interrupt (Ctrl+C, a closed terminal, SIGTERM) asks the token to stop; the
/// second one ends the program as if nobody had asked.
[[nodiscard]] std::stop_token interrupts();

}  // namespace jiheng
