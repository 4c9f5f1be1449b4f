#pragma once

#include <string>
#include <vector>

#include "app/inputs.h"
#include "app/journal.h"
#include "base/result.h"

namespace jiheng::cli {

/// The files that a run makes beside its output while it lasts: "x.csv.part", "x.csv.journal".
[[nodiscard]] std::vector<std::string> working_files(const std::string& output);

/// Takes the working files of an interrupted run out of what a folder was found to hold.
void leave_out(std::vector<app::Input>& inputs, const std::vector<std::string>& files);

/// The journal of a run that writes `output`: none where the output is no file that can be
/// replaced, or where there is but one small file to read. `settings` is what the bytes depend on
/// besides the documents.
/// Errors  those of `app::Journal::open`.
[[nodiscard]] Result<app::Journal> open_journal(const std::string& output,
                                                const std::vector<app::Input>& inputs,
                                                std::string_view settings);

}  // namespace jiheng::cli
