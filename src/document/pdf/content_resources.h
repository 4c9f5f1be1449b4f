#pragma once

#include <mupdf/pdf.h>

#include <optional>
#include <string>
#include <string_view>

namespace jiheng::document {

// What MuPDF says about the content of a page and what that refers to.

/// All content streams of a page behind each other; nothing when they cannot be read, or are longer
/// than any page of tables.
[[nodiscard]] std::optional<std::string> contents_of(fz_context* context, pdf_page* page);

/// An entry of a kind (PDF_NAME(Font), …) of resources; nullptr where there is none.
[[nodiscard]] pdf_obj* resource(fz_context* context, pdf_obj* resources, pdf_obj* kind,
                                std::string_view name);

/// What a graphics state dictionary says that matters here.
///
/// Shape   `plain`: it sets no font and no soft mask.
struct GraphicsSettings {
  bool plain{};
  float fill_alpha{};
  float stroke_alpha{};
};

/// What it leaves open stays as it was `before`.
[[nodiscard]] GraphicsSettings settings_of(fz_context* context, pdf_obj* dictionary,
                                           GraphicsSettings before);

/// A content stream that a page shows like a picture.
///
/// Shape   `resources` nullptr: those of what shows it. `transparent`: a group of its own.
struct ContentForm {
  std::string content{};
  pdf_obj* resources{};
  fz_matrix matrix{};
  fz_rect box{};
  bool transparent{};
};

/// Nothing where the object is no form, may be hidden, or cannot be read.
[[nodiscard]] std::optional<ContentForm> form_of(fz_context* context, pdf_obj* object);

}  // namespace jiheng::document
