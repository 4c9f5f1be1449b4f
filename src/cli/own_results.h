#pragma once

#include <string>
#include <vector>

#include "app/inputs.h"
#include "cli/options.h"

namespace jiheng::cli {

/// Takes what this program wrote itself (the CSV of `extract`, `review`, `score`, `library match`)
/// out of what folders were found to hold: such a file tells of documents and is none. One that is
/// named stays. Gives how many there were.
std::size_t leave_out_own_results(std::vector<app::Input>& inputs, const PathOptions& options);

}  // namespace jiheng::cli
