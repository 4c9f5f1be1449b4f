#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace jiheng::document {

/// A number of the file, low byte first; bytes behind the end are zero.
[[nodiscard]] std::uint32_t little_endian(std::string_view bytes, std::size_t at, std::size_t size);

/// A compound file (OLE): the container of XLS, of DOC, and of encrypted XLSX and DOCX.
///
/// Shape   streams of the root are known by name; those of embedded documents are not. The bytes
///         must outlive it. Chains of sectors are followed for as many steps as there are sectors.
/// Source  [MS-CFB].
class OleFile {
 public:
  [[nodiscard]] static bool is_ole(std::string_view bytes);

  /// Errors  invalid_input `document.broken`.
  [[nodiscard]] static Result<OleFile> open(std::string_view bytes);

  /// Names are compared without regard to ASCII case, as the format demands.
  [[nodiscard]] bool has(std::string_view name) const;

  /// Errors  invalid_input `document.broken`: no such stream, or its sectors are not all there.
  [[nodiscard]] Result<std::string> read(std::string_view name) const;

 private:
  struct Entry {
    std::string name{};  // ASCII in small letters; other characters as "?"
    bool stream{};
    std::uint32_t left{};
    std::uint32_t right{};
    std::uint32_t child{};
    std::uint32_t start{};
    std::size_t size{};
  };

  explicit OleFile(std::string_view bytes) : bytes_(bytes) {}

  Result<void> read_header();
  Result<void> read_allocation();
  Result<void> read_directory();
  void keep_root_streams(const std::vector<Entry>& entries);
  [[nodiscard]] const Entry* find(std::string_view name) const;
  [[nodiscard]] Result<std::string_view> sector(std::uint32_t number) const;
  [[nodiscard]] Result<std::string> chain(std::uint32_t start) const;
  [[nodiscard]] Result<std::string> small_chain(const Entry& entry) const;

  std::string_view bytes_;
  std::size_t sector_bits_{};
  std::size_t small_bits_{};
  std::size_t small_below_{};          // streams below this size stand in small sectors
  std::vector<std::uint32_t> next_{};  // by sector: the one behind it
  std::vector<std::uint32_t> small_next_{};
  std::string small_sectors_{};
  std::vector<Entry> streams_{};
};

}  // namespace jiheng::document
