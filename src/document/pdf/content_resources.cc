#include "document/pdf/content_resources.h"

#include <array>

#include "document/pdf/attempt.h"

namespace jiheng::document {
namespace {

/// The bytes of a buffer; drops it.
std::string take_bytes(fz_context* context, fz_buffer* buffer) {
  unsigned char* data = nullptr;
  const auto size = fz_buffer_storage(context, buffer, &data);
  std::string bytes(reinterpret_cast<const char*>(data), size);
  fz_drop_buffer(context, buffer);
  return bytes;
}

/// What a stream holds that `open` opens; nothing when it cannot be read, or holds more than any
/// page of tables: MuPDF, which runs what it inflates piece by piece, needs no room for that.
template <typename Open>
std::optional<std::string> read_whole(fz_context* context, const Open& open) {
  constexpr std::size_t kUsual = std::size_t{64} << 10U;
  constexpr std::size_t kMost = std::size_t{16} << 20U;
  fz_stream* stream = nullptr;
  fz_buffer* buffer = nullptr;
  std::size_t size = 0;
  std::array<unsigned char, kUsual> piece;  // NOLINT(*-member-init): read into before it is read
  fz_var(stream);
  fz_var(buffer);
  fz_var(size);
  const bool read = attempt(context, [&] {
    stream = open();
    buffer = fz_new_buffer(context, kUsual);
    for (std::size_t more = 1; more > 0 && size <= kMost; size += more) {
      more = fz_read(context, stream, piece.data(), piece.size());
      fz_append_data(context, buffer, piece.data(), more);
    }
  });
  fz_drop_stream(context, stream);
  if (!read || size > kMost) {
    fz_drop_buffer(context, buffer);
    return std::nullopt;
  }
  return take_bytes(context, buffer);
}

}  // namespace

std::optional<std::string> contents_of(fz_context* context, pdf_page* page) {
  return read_whole(context, [&] {
    return pdf_open_contents_stream(context, page->doc, pdf_page_contents(context, page));
  });
}

pdf_obj* resource(fz_context* context, pdf_obj* resources, pdf_obj* kind, std::string_view name) {
  const std::string key(name);
  pdf_obj* found = nullptr;
  fz_var(found);
  const bool looked = attempt(context, [&] {
    found = pdf_dict_gets(context, pdf_dict_get(context, resources, kind), key.c_str());
  });
  return looked ? found : nullptr;
}

GraphicsSettings settings_of(fz_context* context, pdf_obj* dictionary, GraphicsSettings before) {
  auto settings = before;
  fz_var(settings);
  const bool read = attempt(context, [&] {
    auto* mask = pdf_dict_get(context, dictionary, PDF_NAME(SMask));
    const bool masked = mask != nullptr && pdf_name_eq(context, mask, PDF_NAME(None)) == 0;
    settings.plain = !masked && pdf_dict_get(context, dictionary, PDF_NAME(Font)) == nullptr;
    if (auto* alpha = pdf_dict_get(context, dictionary, PDF_NAME(ca))) {
      settings.fill_alpha = pdf_to_real(context, alpha);
    }
    if (auto* alpha = pdf_dict_get(context, dictionary, PDF_NAME(CA))) {
      settings.stroke_alpha = pdf_to_real(context, alpha);
    }
  });
  settings.plain = settings.plain && read;
  return settings;
}

std::optional<ContentForm> form_of(fz_context* context, pdf_obj* object) {
  ContentForm form;
  bool plain = false;
  fz_var(plain);
  const bool opened = attempt(context, [&] {
    auto* kind = pdf_dict_get(context, object, PDF_NAME(Subtype));
    plain = pdf_name_eq(context, kind, PDF_NAME(Form)) != 0 &&
            pdf_dict_get(context, object, PDF_NAME(OC)) == nullptr;
    form.resources = pdf_xobject_resources(context, object);
    form.matrix = pdf_xobject_matrix(context, object);
    form.box = pdf_xobject_bbox(context, object);
    form.transparent = pdf_xobject_transparency(context, object) != 0;
  });
  auto content = opened && plain
                     ? read_whole(context, [&] { return pdf_open_stream(context, object); })
                     : std::nullopt;
  if (!content) {
    return std::nullopt;
  }
  form.content = *std::move(content);
  return form;
}

}  // namespace jiheng::document
