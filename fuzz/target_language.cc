// Any three cells give at least one target, and reading what was read changes nothing more.
#include "intake/target_language.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "base/text.h"

namespace {

const jiheng::Vocabulary& vocabulary() {
  static const auto kVocabulary =
      jiheng::make_vocabulary(jiheng::packs::load_builtin().value()).value();
  return kVocabulary;
}

}  // namespace

// The input is comparator, target and measure on a line each.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const auto lines = jiheng::split(bytes, '\n');
  const auto line = [&](std::size_t i) { return i < lines.size() ? lines[i] : std::string_view(); };
  const auto targets = jiheng::intake::read_target({line(0), line(1), line(2)}, vocabulary());
  if (targets.empty()) {
    std::abort();
  }
  for (const auto& target : targets) {
    if (!jiheng::is_utf8(target.target) || !jiheng::is_utf8(target.measure)) {
      std::abort();
    }
  }
  return 0;
}
