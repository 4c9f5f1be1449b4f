#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "base/result.h"
#include "document/archive.h"
#include "document/document.h"
#include "document/pdf/page_picture.h"

namespace jiheng::document {

/// Rows on their way to a `RowTaker`.
struct RowPart {
  std::vector<Row> rows{};
};

/// What reading gave (`Content`, and `RowPart` before it), unpacking (`Members`) or painting
/// (`PageSizes`, `Picture`), as bytes for another process.
///
/// Shape   one byte (0 the value, 1 an Error), then the fields in the order of their declaration: a
///         number as LEB128 in its shortest form (with a sign: zigzag), a text or list as its
///         length and its elements, an enumerator or flag as a number. The same outcome always
///         gives the same bytes.
template <typename Value = Content>
[[nodiscard]] std::string to_wire(const std::type_identity_t<Result<Value>>& outcome);

/// How much memory bytes of another process may take here, once they are a value again.
inline constexpr std::size_t kMostFromWire = std::size_t{1} << 30U;

/// The way back, from a process nobody has to trust. Nothing when the bytes are not what `to_wire`
/// makes, or would become more than `most` bytes. Texts that are not UTF-8 are mended with U+FFFD.
///
/// What comes in several parts has one `left` for all of them, which grows less.
template <typename Value>
[[nodiscard]] std::optional<Result<Value>> part_from_wire(std::string_view bytes,
                                                          std::size_t& left);

template <typename Value = Content>
[[nodiscard]] std::optional<Result<Value>> from_wire(std::string_view bytes,
                                                     std::size_t most = kMostFromWire);

}  // namespace jiheng::document
