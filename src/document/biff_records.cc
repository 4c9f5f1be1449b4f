#include "document/biff_records.h"

#include <algorithm>

#include "base/text.h"
#include "base/utf8.h"
#include "document/ole_file.h"

namespace jiheng::document {
namespace {

constexpr std::size_t kHeader = 4;

/// Adds one unit of UTF-16 to code points; halves that find no partner are marked.
void add_unit(std::u32string& points, char32_t unit) {
  const bool low = unit >= 0xDC00 && unit <= 0xDFFF;
  if (low && !points.empty() && points.back() >= 0xD800 && points.back() <= 0xDBFF) {
    points.back() = 0x10000 + ((points.back() - 0xD800) << 10U) + (unit - 0xDC00);
  } else {
    points += unit;
  }
}

bool is_half(char32_t point) {
  return point >= 0xD800 && point <= 0xDFFF;
}

}  // namespace

tl::unexpected<Error> broken_xls(std::string reason) {
  return fail(ErrorCode::invalid_input, {"document.broken", {"XLS", std::move(reason)}});
}

Result<BiffRecord> BiffRecords::next() {
  if (at_ > stream_.size() || stream_.size() - at_ < kHeader) {
    return broken_xls("it ends too early");
  }
  const auto size = little_endian(stream_, at_ + 2, 2);
  if (stream_.size() - at_ - kHeader < size) {
    return broken_xls("it ends inside a record");
  }
  const BiffRecord record{.type = static_cast<Biff>(little_endian(stream_, at_, 2)),
                          .body = stream_.substr(at_ + kHeader, size)};
  at_ += kHeader + size;
  return record;
}

std::vector<std::string_view> BiffRecords::pieces(const BiffRecord& record) {
  std::vector<std::string_view> pieces{record.body};
  while (static_cast<Biff>(little_endian(stream_, at_, 2)) == Biff::continuation) {
    const auto more = next();
    if (!more) {
      break;  // the next call says so again
    }
    pieces.push_back(more->body);
  }
  return pieces;
}

bool BiffText::next_piece() {
  while (piece_ < pieces_.size() && at_ == pieces_[piece_].size()) {
    ++piece_;
    at_ = 0;
  }
  return piece_ < pieces_.size();
}

std::optional<std::uint32_t> BiffText::number(std::size_t bytes) {
  std::uint32_t number = 0;
  for (std::size_t i = 0; i < bytes; ++i) {
    if (!next_piece()) {
      return std::nullopt;
    }
    number |= little_endian(pieces_[piece_], at_++, 1) << (8 * i);
  }
  return number;
}

bool BiffText::skip(std::size_t bytes) {
  while (bytes > 0) {
    if (!next_piece()) {
      return false;
    }
    const auto step = std::min(bytes, pieces_[piece_].size() - at_);
    at_ += step;
    bytes -= step;
  }
  return true;
}

std::optional<std::string> BiffText::string(BiffLength length) {
  const auto count = number(static_cast<std::size_t>(length));
  return count ? string_of(*count) : std::nullopt;
}

std::optional<std::string> BiffText::string_of(std::size_t characters_count) {
  constexpr std::uint32_t kWide = 0x01;
  constexpr std::uint32_t kPhonetic = 0x04;
  constexpr std::uint32_t kRich = 0x08;
  constexpr std::size_t kRunSize = 4;
  const auto kind = number(1);
  if (!kind) {
    return std::nullopt;
  }
  const auto runs = (*kind & kRich) != 0 ? number(2) : 0;
  const auto phonetic = (*kind & kPhonetic) != 0 ? number(4) : 0;
  auto text = characters(characters_count, (*kind & kWide) != 0);
  if (!runs || !phonetic || !text || !skip(*runs * kRunSize) || !skip(*phonetic)) {
    return std::nullopt;
  }
  return text;
}

std::optional<std::string> BiffText::characters(std::size_t count, bool wide) {
  std::u32string points;
  points.reserve(std::min<std::size_t>(count, 1024));
  while (count > 0) {
    const auto before = piece_;
    if (!next_piece()) {
      return std::nullopt;
    }
    if (piece_ != before) {
      wide = (little_endian(pieces_[piece_], at_++, 1) & 1U) != 0;
      continue;
    }
    const auto unit = number(wide ? 2 : 1);
    if (!unit) {
      return std::nullopt;
    }
    add_unit(points, *unit);
    --count;
  }
  std::ranges::replace_if(points, is_half, kReplacement);
  return to_utf8(points);
}

}  // namespace jiheng::document
