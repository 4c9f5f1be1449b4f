#include "document/pdf/content_resources.h"

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

}  // namespace

std::optional<std::string> contents_of(fz_context* context, pdf_page* page) {
  constexpr std::size_t kUsual = std::size_t{64} << 10U;
  fz_stream* stream = nullptr;
  fz_buffer* buffer = nullptr;
  fz_var(stream);
  fz_var(buffer);
  const bool read = attempt(context, [&] {
    stream = pdf_open_contents_stream(context, page->doc, pdf_page_contents(context, page));
    buffer = fz_read_all(context, stream, kUsual);
  });
  fz_drop_stream(context, stream);
  return read ? std::optional(take_bytes(context, buffer)) : std::nullopt;
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
  fz_buffer* content = nullptr;
  fz_var(content);
  const bool opened = attempt(context, [&] {
    auto* kind = pdf_dict_get(context, object, PDF_NAME(Subtype));
    if (pdf_name_eq(context, kind, PDF_NAME(Form)) == 0 ||
        pdf_dict_get(context, object, PDF_NAME(OC)) != nullptr) {
      return;
    }
    form.resources = pdf_xobject_resources(context, object);
    form.matrix = pdf_xobject_matrix(context, object);
    form.box = pdf_xobject_bbox(context, object);
    form.transparent = pdf_xobject_transparency(context, object) != 0;
    content = pdf_load_stream(context, object);
  });
  if (!opened || content == nullptr) {
    return std::nullopt;
  }
  form.content = take_bytes(context, content);
  return form;
}

}  // namespace jiheng::document
