#include "document/wire.h"

#include <concepts>
#include <cstdint>
#include <type_traits>
#include <utility>

#include "base/text.h"
#include "base/utf8.h"

namespace jiheng::document {
namespace {

// `fields` below names the fields of each type once, for both directions.
template <typename T, typename U>
concept Is = std::same_as<std::remove_const_t<T>, U>;

template <typename Side>
void fields(Side& side, Is<std::string> auto& text) {
  side.text(text);
}

template <typename Side>
void fields(Side& side, Is<Text> auto& text) {
  side.text(text.key);
  side.list(text.args);
}

template <typename Side>
void fields(Side& side, Is<Place> auto& place) {
  side.number(place.page);
  side.number(place.table);
  side.number(place.row);
  side.number(place.line);
  side.number(place.last_line);
  side.text(place.sheet);
  side.text(place.cell);
}

template <typename Side>
void fields(Side& side, Is<Box> auto& box) {
  side.number(box.page);
  side.number(box.left);
  side.number(box.top);
  side.number(box.right);
  side.number(box.bottom);
  side.number(box.sure);
}

template <typename Side>
void fields(Side& side, Is<Cell> auto& cell) {
  side.text(cell.text);
  side.choice(cell.merged, Merged::beside);
  side.list(cell.boxes);
}

template <typename Side>
void fields(Side& side, Is<Row> auto& row) {
  fields(side, row.place);
  side.list(row.cells);
  side.flag(row.page_start);
  side.flag(row.head);
}

template <typename Side>
void fields(Side& side, Is<RowPart> auto& part) {
  side.list(part.rows);
}

template <typename Side>
void fields(Side& side, Is<Sheet> auto& sheet) {
  side.text(sheet.name);
  side.choice(sheet.layout, Layout::grid);
  side.list(sheet.rows);
}

template <typename Side>
void fields(Side& side, Is<Notice> auto& notice) {
  fields(side, notice.message);
  fields(side, notice.place);
}

template <typename Side>
void fields(Side& side, Is<Content> auto& content) {
  side.count(content.pages);
  side.list(content.sheets);
  side.list(content.notices);
  side.count(content.unread_scans);
}

template <typename Side>
void fields(Side& side, Is<Member> auto& member) {
  side.text(member.name);
  side.bytes(member.bytes);
  side.maybe(member.problem);
}

template <typename Side>
void fields(Side& side, Is<Members> auto& members) {
  side.list(members.files);
}

template <typename Side>
void fields(Side& side, Is<PageSize> auto& size) {
  side.number(size.number);
  side.number(size.width);
  side.number(size.height);
}

template <typename Side>
void fields(Side& side, Is<PageSizes> auto& sizes) {
  side.number(sizes.total);
  side.list(sizes.pages);
}

template <typename Side>
void fields(Side& side, Is<Picture> auto& picture) {
  side.bytes(picture.png);
}

template <typename Side>
void fields(Side& side, Is<Error> auto& error) {
  side.choice(error.code, ErrorCode::unavailable);
  fields(side, error.message);
  side.text(error.where);
}

/// The bit of a byte that says that a number goes on.
constexpr std::uint64_t kMore = 0x80;

/// Puts fields behind each other.
class Writer {
 public:
  void count(std::uint64_t value) {
    for (; value >= kMore; value >>= 7U) {
      bytes_.push_back(static_cast<char>(value | kMore));
    }
    bytes_.push_back(static_cast<char>(value));
  }

  void number(std::int32_t value) {
    const auto shifted = static_cast<std::uint32_t>(value) << 1U;
    count(value < 0 ? ~shifted : shifted);
  }

  template <typename Enum>
  void choice(Enum value, Enum /*last*/) {
    count(static_cast<std::uint64_t>(value));
  }

  void flag(bool value) {
    count(value ? 1 : 0);
  }

  void bytes(const std::string& value) {
    count(value.size());
    bytes_ += value;
  }

  void text(const std::string& value) {
    bytes(value);
  }

  template <typename T>
  void list(const std::vector<T>& values) {
    count(values.size());
    for (const auto& value : values) {
      fields(*this, value);
    }
  }

  template <typename T>
  void maybe(const std::optional<T>& value) {
    flag(value.has_value());
    if (value) {
      fields(*this, *value);
    }
  }

  [[nodiscard]] std::string take() {
    return std::move(bytes_);
  }

 private:
  std::string bytes_{};
};

/// Takes fields from the front of bytes that may be anything. Once something is wrong everything
/// further reads as zero and empty.
class Taker {
 public:
  Taker(std::string_view bytes, std::size_t most) : left_(bytes), most_(most) {}

  [[nodiscard]] bool failed() const {
    return failed_;
  }

  /// How many bytes it may still become.
  [[nodiscard]] std::size_t most() const {
    return most_;
  }

  /// Nothing went wrong and nothing is left.
  [[nodiscard]] bool complete() const {
    return !failed_ && left_.empty();
  }

  void count(std::uint64_t& value) {
    if (!left_.empty() && static_cast<unsigned char>(left_.front()) < kMore) {
      value = static_cast<unsigned char>(left_.front());
      left_.remove_prefix(1);
      return;
    }
    value = 0;
    for (unsigned shift = 0; !failed_; shift += 7) {
      const auto byte = next();
      const auto part = static_cast<std::uint64_t>(byte & 0x7FU);
      // Beyond 64 bits, or longer than it need be: no writer of ours.
      if ((shift == 63 && part > 1) || shift > 63 || (shift > 0 && byte == 0)) {
        return fail();
      }
      value |= part << shift;
      if (byte < kMore) {
        return;
      }
    }
  }

  void number(std::int32_t& value) {
    const auto shifted = below(std::uint64_t{UINT32_MAX} + 1);
    const auto half = static_cast<std::uint32_t>(shifted >> 1U);
    value = static_cast<std::int32_t>((shifted & 1U) != 0 ? ~half : half);
  }

  template <typename Enum>
  void choice(Enum& value, Enum last) {
    value = static_cast<Enum>(below(static_cast<std::uint64_t>(last) + 1));
  }

  void flag(bool& value) {
    value = below(2) != 0;
  }

  void bytes(std::string& value) {
    value = take_bytes();
  }

  void text(std::string& value) {
    const auto taken = take_bytes();
    const bool sound = plain_bytes(taken) == taken.size() || is_utf8(taken);
    value = sound ? std::string(taken) : to_utf8(to_code_points(taken));
  }

  template <typename T>
  void list(std::vector<T>& values) {
    const auto size = length(sizeof(T));
    values.reserve(size);
    for (std::size_t i = 0; i < size && !failed_; ++i) {
      fields(*this, values.emplace_back());
    }
  }

  void maybe(std::optional<Error>& value) {
    bool has = false;
    flag(has);
    if (has) {
      fields(*this, value.emplace(Error{.code = {}, .message = {}}));
    }
  }

 private:
  void fail() {
    failed_ = true;
    left_ = {};
  }

  unsigned char next() {
    if (left_.empty()) {
      fail();
      return 0;
    }
    const auto byte = static_cast<unsigned char>(left_.front());
    left_.remove_prefix(1);
    return byte;
  }

  std::string_view take_bytes() {
    const auto size = length(1);
    const auto taken = left_.substr(0, size);
    left_.remove_prefix(size);
    return taken;
  }

  std::uint64_t below(std::uint64_t limit) {
    std::uint64_t value = 0;
    count(value);
    if (value >= limit) {
      fail();
      return 0;
    }
    return value;
  }

  /// How many elements follow. Each takes at least one byte on the wire and `bytes` in memory.
  std::size_t length(std::size_t bytes) {
    std::uint64_t size = 0;
    count(size);
    // What is left is asked behind the number itself.
    if (size > left_.size() || size > most_ / bytes) {
      fail();
      return 0;
    }
    most_ -= size * bytes;
    return size;
  }

  std::string_view left_;
  std::size_t most_;
  bool failed_{};
};

constexpr std::uint64_t kValue = 0;
constexpr std::uint64_t kError = 1;

/// The rest of the bytes as one thing; nothing when they are anything else.
template <typename T>
std::optional<T> finish(Taker& taker, T value) {
  fields(taker, value);
  return taker.complete() ? std::optional<T>(std::move(value)) : std::nullopt;
}

}  // namespace

template <typename Value>
std::string to_wire(const std::type_identity_t<Result<Value>>& outcome) {
  Writer writer;
  writer.count(outcome ? kValue : kError);
  if (outcome) {
    fields(writer, *outcome);
  } else {
    fields(writer, outcome.error());
  }
  return writer.take();
}

template <typename Value>
std::optional<Result<Value>> part_from_wire(std::string_view bytes, std::size_t& left) {
  Taker taker(bytes, left);
  std::uint64_t kind = 0;
  taker.count(kind);
  if (taker.failed() || kind > kError) {
    return std::nullopt;
  }
  if (kind == kValue) {
    auto value = finish(taker, Value{});
    left = taker.most();
    return value;
  }
  auto error = finish(taker, Error{.code = {}, .message = {}});
  if (!error) {
    return std::nullopt;
  }
  return tl::unexpected(*std::move(error));
}

template <typename Value>
std::optional<Result<Value>> from_wire(std::string_view bytes, std::size_t most) {
  return part_from_wire<Value>(bytes, most);
}

template std::string to_wire<RowPart>(const Result<RowPart>&);
template std::string to_wire<Content>(const Result<Content>&);
template std::string to_wire<Members>(const Result<Members>&);
template std::string to_wire<PageSizes>(const Result<PageSizes>&);
template std::string to_wire<Picture>(const Result<Picture>&);
template std::optional<Result<RowPart>> part_from_wire<RowPart>(std::string_view, std::size_t&);
template std::optional<Result<Content>> part_from_wire<Content>(std::string_view, std::size_t&);
template std::optional<Result<Members>> part_from_wire<Members>(std::string_view, std::size_t&);
template std::optional<Result<PageSizes>> part_from_wire<PageSizes>(std::string_view, std::size_t&);
template std::optional<Result<Picture>> part_from_wire<Picture>(std::string_view, std::size_t&);
template std::optional<Result<Content>> from_wire<Content>(std::string_view, std::size_t);
template std::optional<Result<Members>> from_wire<Members>(std::string_view, std::size_t);
template std::optional<Result<PageSizes>> from_wire<PageSizes>(std::string_view, std::size_t);
template std::optional<Result<Picture>> from_wire<Picture>(std::string_view, std::size_t);

}  // namespace jiheng::document
