#pragma once

#include <functional>
#include <vector>

#include "app/inputs.h"
#include "cli/command.h"

namespace jiheng::cli {

/// Hands over every document of the inputs, one after the other, those of an archive too, and shows
/// how far it is. A document that cannot be had is complained about and stops no other. Partly
/// where that was so, or `take` said so of any.
Exit each_document(const std::vector<app::Input>& inputs, Context& context,
                   const std::function<Exit(const app::NamedBytes& document)>& take);

}  // namespace jiheng::cli
