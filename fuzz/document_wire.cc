// What a reader process may say: refused, or an answer that makes the same bytes again; content is
// read by intake like any other.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <optional>
#include <string_view>
#include <utility>

#include "document/wire.h"
#include "intake/intake.h"

namespace {

using namespace jiheng;

/// What the bytes say, when they are such an answer.
template <typename Answer>
std::optional<Result<Answer>> taken(std::string_view said) {
  constexpr std::size_t kMost = std::size_t{16} << 20U;
  auto outcome = document::from_wire<Answer>(said, kMost);
  if (!outcome) {
    return std::nullopt;
  }
  // Texts that were no UTF-8 are mended once.
  const auto bytes = document::to_wire<Answer>(*outcome);
  const auto again = document::from_wire<Answer>(bytes);
  if (!again || document::to_wire<Answer>(*again) != bytes) {
    std::abort();
  }
  return outcome;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const auto kVocabulary = make_vocabulary(packs::load_builtin().value()).value();
  const std::string_view said(reinterpret_cast<const char*>(data), size);
  static_cast<void>(taken<document::PageSizes>(said));
  static_cast<void>(taken<document::Picture>(said));
  auto outcome = taken<document::Content>(said);
  if (outcome && *outcome) {
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
