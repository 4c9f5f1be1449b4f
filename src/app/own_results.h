#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "app/inputs.h"

namespace jiheng::app {

/// Takes what this program wrote itself (the CSV of `extract`, `review`, `score`, `library match`)
/// out of what folders were found to hold: such a file tells of documents and is none. One that is
/// among the `paths` given stays. Gives how many there were.
std::size_t leave_out_own_results(std::vector<Input>& inputs,
                                  const std::vector<std::string>& paths);

}  // namespace jiheng::app
