#include "document/pdf/content_font.h"

#include <algorithm>
#include <utility>

#include "document/pdf/attempt.h"
#include "document/pdf/content_resources.h"

namespace jiheng::document {
namespace {

// A document of thousands of pages may have fonts for each of them: beyond so many only those of
// the last pages are kept.
constexpr std::size_t kManyFonts = 4;
constexpr int kLastPages = 16;

bool is_drawn(fz_context* context, pdf_obj* object) {
  auto* subtype = pdf_dict_get(context, object, PDF_NAME(Subtype));
  return pdf_name_eq(context, subtype, PDF_NAME(Type3)) != 0;
}

/// MuPDF's document holds every Type 3 font to its end, because drawings may lead back to the font.
/// One without drawings may go before: a file put together of many has thousands.
void let_go(fz_context* context, pdf_document* document, fz_font* font) {
  const int last = document->num_type3_fonts - 1;
  if (last >= 0 && document->type3_fonts[last] == font) {
    document->num_type3_fonts = last;
    fz_drop_font(context, font);
  }
}

/// A Type 3 font without its drawings.
pdf_font_desc* load_drawn(fz_context* context, pdf_document* document, pdf_obj* resources,
                          pdf_obj* object) {
  pdf_obj* bare = nullptr;
  pdf_font_desc* description = nullptr;
  fz_var(bare);
  fz_var(description);
  const bool loaded = attempt(context, [&] {
    bare = pdf_copy_dict(context, object);
    pdf_dict_put_dict(context, bare, PDF_NAME(CharProcs), 0);
    description = pdf_load_type3_font(context, document, resources, bare);
    let_go(context, document, description->font);
  });
  pdf_drop_obj(context, bare);
  return loaded ? description : nullptr;
}

pdf_font_desc* load(fz_context* context, pdf_document* document, pdf_obj* resources,
                    pdf_obj* object) {
  bool drawn = false;
  pdf_font_desc* description = nullptr;
  fz_var(drawn);
  fz_var(description);
  const bool loaded = attempt(context, [&] {
    drawn = is_drawn(context, object);
    description = drawn ? nullptr : pdf_load_font(context, document, resources, object);
  });
  if (!loaded) {
    return nullptr;
  }
  return drawn ? load_drawn(context, document, resources, object) : description;
}

}  // namespace

ContentFont::ContentFont(fz_context* context, pdf_font_desc* description)
    : context_(context),
      description_(description),
      extent_(extent_of(context, description->font)) {}

ContentFont::~ContentFont() {
  pdf_drop_font(context_, description_);
}

ContentCode ContentFont::code(std::string_view text) {
  // MuPDF reads the bytes and changes none.
  auto* from = reinterpret_cast<unsigned char*>(const_cast<char*>(text.data()));
  unsigned code = 0;
  const auto bytes = static_cast<std::size_t>(
      pdf_decode_cmap(description_->encoding, from, from + text.size(), &code));
  const bool blank = bytes == 1 && code == ' ';
  if (bytes == 0 || bytes > known_.size() || code >= kCodes) {
    rare_ = look_up(code);
    return {rare_, std::max<std::size_t>(bytes, 1), blank};
  }
  auto& blocks = known_.at(bytes - 1);
  if (blocks.size() <= code / kBlock) {
    blocks.resize(code / kBlock + 1);
  }
  auto& block = blocks[code / kBlock];
  if (!block) {
    block = std::make_unique<Block>();
  }
  auto& character = block->characters.at(code % kBlock);
  if (!std::exchange(block->asked.at(code % kBlock), true)) {
    character = look_up(code);
  }
  return {character, bytes, blank};
}

ContentCharacter ContentFont::look_up(unsigned code) const {
  constexpr float kThousandth = 0.001F;
  ContentCharacter character;
  const int cid = pdf_lookup_cmap(description_->encoding, code);
  if (cid < 0) {
    return character;
  }
  character.moves = true;
  if (down()) {
    const auto metrics = pdf_lookup_vmtx(context_, description_, cid);
    character.width = static_cast<float>(metrics.w) * kThousandth;
    character.origin_x = static_cast<float>(metrics.x);
    character.origin_y = static_cast<float>(metrics.y);
  } else {
    character.width =
        static_cast<float>(pdf_lookup_hmtx(context_, description_, cid).w) * kThousandth;
  }
  const int glyph = pdf_font_cid_to_gid(context_, description_, cid);
  static_cast<void>(attempt(context_, [&] {
    character.advance = glyph >= 0
                            ? fz_advance_glyph(context_, description_->font, glyph, down() ? 1 : 0)
                            : kFurtherAdvance;
  }));
  read_codes(cid, character);
  return character;
}

/// The document's own ToUnicode first, then what MuPDF knows of the font.
void ContentFont::read_codes(int cid, ContentCharacter& character) const {
  constexpr int kUnknown = 0xFFFD;
  int count = 0;
  if (description_->to_unicode != nullptr) {
    count = pdf_lookup_cmap_full(description_->to_unicode, static_cast<unsigned>(cid),
                                 character.codes.data());
  }
  if (count == 0 && static_cast<std::size_t>(cid) < description_->cid_to_ucs_len) {
    character.codes[0] = description_->cid_to_ucs[cid];
    count = 1;
  }
  if (count == 0 || (count == 1 && character.codes[0] == 0)) {
    character.codes[0] = kUnknown;
    count = 1;
  }
  character.count = static_cast<std::size_t>(count);
}

void ContentFonts::begin_page() {
  ++page_;
  if (fonts_.size() <= kManyFonts) {
    return;
  }
  const auto gone = std::erase_if(
      fonts_, [this](const auto& font) { return font.second.page + kLastPages < page_; });
  if (gone > 0) {
    // MuPDF would keep their files until its store is full, and what it parsed to the end.
    fz_empty_store(context_);
    pdf_clear_xref(context_, document_);
  }
}

ContentFont* ContentFonts::font(pdf_obj* resources, std::string_view name) {
  auto* object = resource(context_, resources, PDF_NAME(Font), name);
  const int number = pdf_to_num(context_, object);
  if (number == 0) {
    return nullptr;
  }
  if (const auto known = fonts_.find(number); known != fonts_.end()) {
    known->second.page = page_;
    return known->second.font.get();
  }
  auto* description = load(context_, document_, resources, object);
  if (description == nullptr) {
    return nullptr;
  }
  Used used{.font = std::make_unique<ContentFont>(context_, description), .page = page_};
  return fonts_.emplace(number, std::move(used)).first->second.font.get();
}

}  // namespace jiheng::document
