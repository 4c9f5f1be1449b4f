#pragma once

#include "app/import_report.h"
#include "app/reading.h"
#include "cli/command.h"

namespace jiheng::cli {

/// What a person should look at in one document, on stderr: rows in doubt, rows not read, and what
/// the document as a whole has to say, each with its place. A long list is cut and says so.
void print_notes(const Context& context, const app::Reading& reading);

/// True where pages were left unread because they are pictures of print, or were read in part
/// because they are damaged: the document counts as one that could not be read.
[[nodiscard]] bool left_unread(const app::Reading& reading);
[[nodiscard]] bool left_unread(const app::ImportReport& report);

}  // namespace jiheng::cli
