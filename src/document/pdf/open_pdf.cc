#include "document/pdf/open_pdf.h"

#include <algorithm>
#include <array>

#include "document/scan/picture_format.h"

namespace jiheng::document {
namespace {

void keep_quiet(void* /*user*/, const char* /*message*/) {}

/// MuPDF goes on with what it has of a damaged stream and only warns: what that says is counted.
void count_damage(void* user, const char* message) {
  constexpr std::array<std::string_view, 5> kDamage{"zlib", "flate", "premature end", "lzw",
                                                    "read error"};
  const std::string_view text(message);
  const bool damage = std::ranges::any_of(
      kDamage, [&](auto word) { return text.find(word) != std::string_view::npos; });
  static_cast<PdfPages::State*>(user)->damages += damage ? 1 : 0;
}

/// The end of a PDF says so, at most some bytes before the last one.
bool has_end(std::string_view bytes) {
  constexpr std::size_t kEndWithin = 2048;
  const auto from = bytes.size() - std::min(bytes.size(), kEndWithin);
  return bytes.substr(from).find("%%EOF") != std::string_view::npos;
}

enum class Opened { yes, locked, broken };

Opened open_into(PdfPages::State& state, std::string_view bytes) {
  auto opened = Opened::yes;
  auto* context = state.context;
  const auto picture = picture_format(bytes);
  const char* const type = picture ? picture->media_type.data() : "application/pdf";
  fz_var(opened);
  fz_try(context) {
    fz_register_document_handlers(context);
    state.stream =
        fz_open_memory(context, reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size());
    state.document = fz_open_document_with_stream(context, type, state.stream);
    if (fz_needs_password(context, state.document) != 0 &&
        fz_authenticate_password(context, state.document, "") == 0) {
      opened = Opened::locked;
    } else {
      state.count = fz_count_pages(context, state.document);
    }
  }
  fz_catch(context) {
    opened = Opened::broken;
  }
  return opened;
}

}  // namespace

PdfPages::State::~State() {
  if (context != nullptr) {
    fonts.reset();
    fz_drop_document(context, document);
    fz_drop_stream(context, stream);
    fz_drop_context(context);
  }
}

Result<void> PdfPages::State::open(std::string_view bytes) {
  // Fonts and streams of a few pages; the default of 256 MiB would let memory grow with the file.
  constexpr std::size_t kStore = std::size_t{16} << 20U;
  context = fz_new_context(nullptr, nullptr, kStore);
  if (context == nullptr) {
    return fail(ErrorCode::unavailable, {"document.no_memory", {"PDF"}});
  }
  fz_set_warning_callback(context, count_damage, this);
  fz_set_error_callback(context, keep_quiet, nullptr);
  if (const auto picture = picture_format(bytes)) {
    format = picture->name;
  } else {
    ends = has_end(bytes);
  }
  switch (open_into(*this, bytes)) {
    case Opened::yes:
      if (auto* pdf = pdf_specifics(context, document)) {
        fonts = std::make_unique<ContentFonts>(context, pdf);
      }
      return {};
    case Opened::locked:
      return fail(ErrorCode::invalid_input, {"document.encrypted", {"PDF"}});
    case Opened::broken:
      break;
  }
  return fail(ErrorCode::invalid_input, {"document.broken", {format, fz_caught_message(context)}});
}

}  // namespace jiheng::document
