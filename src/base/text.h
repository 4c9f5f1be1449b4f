#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace jiheng {

/// True when every byte belongs to a well-formed UTF-8 sequence.
[[nodiscard]] bool is_utf8(std::string_view bytes);

/// Decodes UTF-8; ill-formed bytes become U+FFFD.
[[nodiscard]] std::u32string to_code_points(std::string_view text);
[[nodiscard]] std::string to_utf8(std::u32string_view points);

/// Stored text: NFKC plus the fold of CJK radicals to ideographs, except superscripts, circled
/// digits and "……", which stay. Idempotent. Case and blanks are kept.
/// Source  architecture.md "Folding, numbers"; Unicode EquivalentUnifiedIdeograph.
[[nodiscard]] std::string fold(std::string_view text);

/// `fold`, then inner line breaks removed, outer blanks (U+3000 and no-break too) trimmed.
[[nodiscard]] std::string fold_cell(std::string_view text);

/// Words a person wrote, to be kept as they are: NFC, without control characters but line feeds and
/// tabs, outer blanks trimmed. Full-width signs stay.
[[nodiscard]] std::string as_written(std::string_view text);

/// What two spellings of one name share: `fold_cell`, case folded, all blanks removed.
[[nodiscard]] std::string search_key(std::string_view text);

/// Without leading and trailing blanks of any kind.
[[nodiscard]] std::string_view trim(std::string_view text);

/// How many code points; columns are not widths.
[[nodiscard]] std::size_t length(std::string_view text);

/// 汉字 and full-width signs count 2, the rest 1: the width in a terminal or a sheet's cell.
[[nodiscard]] std::size_t display_width(std::string_view text);

/// Splits on one ASCII character; "" gives one empty part.
[[nodiscard]] std::vector<std::string_view> split(std::string_view text, char separator);

/// Encodings a text file of this country may come in.
enum class Encoding : std::uint8_t { utf8, utf8_bom, gb18030, utf16_le, utf16_be };

/// "utf-8", "utf-8-bom", "gb18030", "utf-16le", "utf-16be".
[[nodiscard]] std::string_view word(Encoding encoding);

/// Decoded text and how it was encoded.
///
/// Shape   `replaced` counts ill-formed sequences that became U+FFFD.
struct Decoded {
  std::string text;
  Encoding encoding{};
  std::size_t replaced{};
};

/// Tells the encoding by BOM, then by validity (UTF-8 before UTF-16 without BOM before GB18030)
/// and decodes it. A file cut inside a last UTF-8 character is UTF-8 with one replacement.
/// Nothing when the bytes are no text at all (control bytes, no reading is plausible).
[[nodiscard]] std::optional<Decoded> decode_text(std::string_view bytes);

/// The same where the bytes themselves name their encoding, by whatever name ("gb2312").
///
/// A BOM is believed first. A name that is unknown, or that the bytes contradict, is passed over:
/// pages saved anew often keep the name of the encoding they had before.
[[nodiscard]] std::optional<Decoded> decode_text(std::string_view bytes, std::string_view named);

}  // namespace jiheng
