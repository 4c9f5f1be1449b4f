#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "document/document.h"

namespace jiheng::document {

/// Does a ZIP container begin here whose directory, which stands at the end, is missing?
[[nodiscard]] bool is_cut_off_zip(std::string_view bytes);

/// A ZIP container in memory; the only file that knows libzip.
///
/// The bytes must outlive it. What a part unpacks to counts against `limits.unpacked_bytes`, over
/// all parts read, whatever the container's directory claims.
class Zip {
 public:
  /// Errors  invalid_input `document.broken`: no container, or its directory cannot be read;
  ///         `document.cut_off`: it begins as one and ends before its directory.
  [[nodiscard]] static Result<Zip> open(std::string_view bytes, const Limits& limits);

  Zip(Zip&&) noexcept;
  Zip& operator=(Zip&&) noexcept;
  ~Zip();

  /// Names of the parts in the order of the directory; folders left out.
  [[nodiscard]] const std::vector<std::string>& names() const;
  [[nodiscard]] bool has(std::string_view name) const;

  /// The same names, byte for byte as the container has them: old programs wrote them in the
  /// encoding of their country.
  [[nodiscard]] const std::vector<std::string>& raw_names() const;

  /// A part, unpacked.
  /// Errors  invalid_input: `document.encrypted`, `document.too_large` (beyond the limit),
  ///         `document.broken` (no such part, or its bytes do not unpack); where: the part.
  [[nodiscard]] Result<std::string> read(const std::string& name);

  /// The part at `index` of names(): two parts may share a name.
  /// Errors  as above.
  [[nodiscard]] Result<std::string> read(std::size_t index);

 private:
  struct State;
  Result<std::string> read_entry(std::uint64_t entry, const std::string& name);
  explicit Zip(std::unique_ptr<State> state);

  std::unique_ptr<State> state_;
};

}  // namespace jiheng::document
