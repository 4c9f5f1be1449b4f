#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "app/journal.h"

namespace jiheng::app {

/// An entry as a journal holds it: its texts and numbers behind each other, "5:hello" each.
[[nodiscard]] std::string to_bytes(const JournalEntry& entry);

/// The inverse; nothing for any other bytes.
[[nodiscard]] std::optional<JournalEntry> entry_from_bytes(std::string_view bytes);

}  // namespace jiheng::app
