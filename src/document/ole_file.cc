#include "document/ole_file.h"

#include <algorithm>

namespace jiheng::document {
namespace {

constexpr std::string_view kSignature{"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8};
constexpr std::size_t kHeaderSize = 512;
/// Numbers from here on are no sectors: end of chain, free, and sectors of the table itself.
constexpr std::uint32_t kNoSector = 0xFFFFFFFA;
constexpr std::uint32_t kNoEntry = 0xFFFFFFFF;
constexpr std::size_t kEntrySize = 128;

tl::unexpected<Error> broken(std::string reason) {
  return fail(ErrorCode::invalid_input, {"document.broken", {"XLS", std::move(reason)}});
}

std::vector<std::uint32_t> numbers(std::string_view bytes) {
  std::vector<std::uint32_t> found(bytes.size() / 4);
  for (std::size_t i = 0; i < found.size(); ++i) {
    found[i] = little_endian(bytes, i * 4, 4);
  }
  return found;
}

char small_letter(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

std::string entry_name(std::string_view entry) {
  constexpr std::size_t kMostBytes = 64;
  const auto size = std::min<std::size_t>(little_endian(entry, kMostBytes, 2), kMostBytes);
  std::string name;
  for (std::size_t at = 0; at + 3 < size; at += 2) {  // the last character is a zero
    const auto unit = little_endian(entry, at, 2);
    name += unit < 0x80 ? small_letter(static_cast<char>(unit)) : '?';
  }
  return name;
}

}  // namespace

std::uint32_t little_endian(std::string_view bytes, std::size_t at, std::size_t size) {
  std::uint32_t number = 0;
  for (std::size_t i = 0; i < size && at + i < bytes.size(); ++i) {
    number |= static_cast<std::uint32_t>(static_cast<unsigned char>(bytes[at + i])) << (8 * i);
  }
  return number;
}

bool OleFile::is_ole(std::string_view bytes) {
  return bytes.starts_with(kSignature);
}

Result<OleFile> OleFile::open(std::string_view bytes) {
  OleFile file(bytes);
  JH_TRY_DO(file.read_header());
  JH_TRY_DO(file.read_allocation());
  JH_TRY_DO(file.read_directory());
  return file;
}

Result<void> OleFile::read_header() {
  constexpr std::size_t kShort = 9;  // sectors have 512 or 4096 bytes
  constexpr std::size_t kLong = 12;
  constexpr std::size_t kSmall = 6;
  if (bytes_.size() < kHeaderSize || !is_ole(bytes_)) {
    return broken("the header is missing");
  }
  sector_bits_ = little_endian(bytes_, 0x1E, 2);
  small_bits_ = little_endian(bytes_, 0x20, 2);
  small_below_ = little_endian(bytes_, 0x38, 4);
  if ((sector_bits_ != kShort && sector_bits_ != kLong) || small_bits_ != kSmall) {
    return broken("impossible sector size");
  }
  return {};
}

Result<std::string_view> OleFile::sector(std::uint32_t number) const {
  const auto start = (std::size_t{number} + 1) << sector_bits_;
  if (start >= bytes_.size()) {
    return broken("it ends too early");
  }
  return bytes_.substr(start, std::size_t{1} << sector_bits_);
}

/// The table of sectors stands in sectors of its own, which the header and a chain behind it list.
Result<void> OleFile::read_allocation() {
  const auto most = bytes_.size() >> sector_bits_;
  auto listed = numbers(bytes_.substr(0x4C, kHeaderSize - 0x4C));
  auto more = little_endian(bytes_, 0x44, 4);
  for (std::size_t steps = 0; more < kNoSector; ++steps) {
    if (steps > most) {
      return broken("its sectors run in a circle");
    }
    JH_TRY(const auto list, sector(more));
    auto part = numbers(list);
    if (part.empty()) {
      return broken("it ends too early");
    }
    more = part.back();
    part.pop_back();
    listed.insert(listed.end(), part.begin(), part.end());
  }
  for (const auto number : listed) {
    if (number < kNoSector && next_.size() <= most) {
      JH_TRY(const auto table, sector(number));
      const auto part = numbers(table);
      next_.insert(next_.end(), part.begin(), part.end());
    }
  }
  return {};
}

Result<std::string> OleFile::chain(std::uint32_t start) const {
  std::string bytes;
  const auto most = bytes_.size() >> sector_bits_;
  std::size_t steps = 0;
  for (auto at = start; at < kNoSector; at = next_[at]) {
    if (++steps > most + 1) {
      return broken("its sectors run in a circle");
    }
    JH_TRY(const auto part, sector(at));
    bytes += part;
    if (at >= next_.size()) {
      return broken("a sector is missing in its table");
    }
  }
  return bytes;
}

Result<void> OleFile::read_directory() {
  JH_TRY(const auto directory, chain(little_endian(bytes_, 0x30, 4)));
  std::vector<Entry> entries;
  for (std::size_t at = 0; at + kEntrySize <= directory.size(); at += kEntrySize) {
    constexpr std::uint32_t kStream = 2;
    const auto entry = std::string_view(directory).substr(at, kEntrySize);
    entries.push_back({.name = entry_name(entry),
                       .stream = little_endian(entry, 0x42, 1) == kStream,
                       .left = little_endian(entry, 0x44, 4),
                       .right = little_endian(entry, 0x48, 4),
                       .child = little_endian(entry, 0x4C, 4),
                       .start = little_endian(entry, 0x74, 4),
                       .size = little_endian(entry, 0x78, 4)});
  }
  if (entries.empty()) {
    return broken("the directory is empty");
  }
  keep_root_streams(entries);
  JH_TRY(const auto table, chain(little_endian(bytes_, 0x3C, 4)));
  small_next_ = numbers(table);
  JH_TRY(small_sectors_, chain(entries.front().start));
  return {};
}

/// The entries of a storage are a tree of siblings; a damaged one may run in a circle.
void OleFile::keep_root_streams(const std::vector<Entry>& entries) {
  std::vector<bool> seen(entries.size());
  std::vector<std::uint32_t> left{entries.front().child};
  while (!left.empty()) {
    const auto at = left.back();
    left.pop_back();
    if (at == kNoEntry || at >= entries.size() || seen[at]) {
      continue;
    }
    seen[at] = true;
    left.push_back(entries[at].left);
    left.push_back(entries[at].right);
    if (entries[at].stream) {
      streams_.push_back(entries[at]);
    }
  }
}

const OleFile::Entry* OleFile::find(std::string_view name) const {
  std::string small(name);
  std::ranges::transform(small, small.begin(), small_letter);
  const auto found = std::ranges::find(streams_, small, &Entry::name);
  return found == streams_.end() ? nullptr : &*found;
}

bool OleFile::has(std::string_view name) const {
  return find(name) != nullptr;
}

Result<std::string> OleFile::small_chain(const Entry& entry) const {
  std::string bytes;
  std::size_t steps = 0;
  for (auto at = entry.start; at < kNoSector; at = small_next_[at]) {
    const auto start = std::size_t{at} << small_bits_;
    if (at >= small_next_.size() || start >= small_sectors_.size()) {
      return broken("a sector is missing in its table");
    }
    if (++steps > small_next_.size()) {
      return broken("its sectors run in a circle");
    }
    bytes += std::string_view(small_sectors_).substr(start, std::size_t{1} << small_bits_);
  }
  return bytes;
}

Result<std::string> OleFile::read(std::string_view name) const {
  const auto* const entry = find(name);
  if (entry == nullptr) {
    return broken("no stream " + std::string(name));
  }
  JH_TRY(auto bytes, entry->size < small_below_ ? small_chain(*entry) : chain(entry->start));
  if (bytes.size() < entry->size) {
    return broken("it ends too early");
  }
  bytes.resize(entry->size);
  return bytes;
}

}  // namespace jiheng::document
