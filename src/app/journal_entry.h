#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "app/journal.h"

namespace jiheng::app {

/// Gives an entry as a journal holds it to `put`, in parts: its texts and numbers behind each
/// other, "5:hello" each. Errors  those of `put` and of `LongText::each_part`.
[[nodiscard]] Result<void> put_bytes(const JournalEntry& entry,
                                     const std::function<Result<void>(std::string_view)>& put);

/// The inverse; nothing for any other bytes.
[[nodiscard]] std::optional<JournalEntry> entry_from_bytes(std::string_view bytes);

}  // namespace jiheng::app
