#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "store/store.h"

namespace jiheng::store {

/// What a person said the columns of a layout of money tables hold.
///
/// Shape   `columns` are words of app::MoneyColumn by position, "" for one that is not read;
///         `measure` 元 or 万元, "" where the tables say it themselves.
struct MoneyLayout {
  std::string layout;
  std::vector<std::string> columns{};
  std::string measure{};

  friend bool operator==(const MoneyLayout&, const MoneyLayout&) = default;
};

/// Remembered columns of money tables. Every call names the region first.
class MoneyLayouts {
 public:
  /// `store` outlives it.
  explicit MoneyLayouts(Store& store) : parts_(store.parts()) {}

  /// Remembers a layout; what was said of it before no longer counts.
  [[nodiscard]] Result<void> remember(std::string_view region, const MoneyLayout& layout,
                                      std::string_view author);
  [[nodiscard]] Result<std::optional<MoneyLayout>> find(std::string_view region,
                                                        std::string_view layout);

 private:
  StoreParts parts_;
};

}  // namespace jiheng::store
