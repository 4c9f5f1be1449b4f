#include "app/readers.h"

namespace jiheng::app {

Readers readers_here() {
  return {.reader = [](const std::stop_token& /*stop*/) { return document::read_content; },
          .unpacker = [](const std::stop_token& /*stop*/) { return document::unpack; }};
}

}  // namespace jiheng::app
