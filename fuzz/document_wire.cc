// What a reader process may say: refused, or content that makes the same bytes again and that
// intake reads like any other.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>
#include <utility>

#include "document/wire.h"
#include "intake/intake.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace jiheng;
  static const auto kVocabulary = make_vocabulary(packs::load_builtin().value()).value();
  constexpr std::size_t kMost = std::size_t{16} << 20U;
  auto outcome = document::from_wire({reinterpret_cast<const char*>(data), size}, kMost);
  if (!outcome) {
    return 0;
  }
  // Texts that were no UTF-8 are mended once.
  const auto bytes = document::to_wire(*outcome);
  const auto again = document::from_wire(bytes);
  if (!again || document::to_wire(*again) != bytes) {
    std::abort();
  }
  if (*outcome) {
    const document::Document document{.name = "fuzz",
                                      .hash = {},
                                      .format = document::Format::pdf,
                                      .pages = (*outcome)->pages,
                                      .sheets = std::move((*outcome)->sheets),
                                      .notices = std::move((*outcome)->notices)};
    static_cast<void>(intake::read_rows(document, kVocabulary));
  }
  return 0;
}
