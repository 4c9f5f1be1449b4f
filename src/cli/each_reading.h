#pragma once

#include <functional>
#include <span>

#include "app/inputs.h"
#include "app/reading.h"
#include "cli/options.h"
#include "domain/vocabulary.h"

namespace jiheng::cli {

/// Reads documents and gives each to `take`, in their order. Shows progress, says what a person
/// should look at in each, and complains of those that cannot be read, which stop no other: then it
/// gives Exit::partly.
Exit each_reading(const PathOptions& paths, std::span<const app::Input> inputs,
                  const Vocabulary& vocabulary, Context& context,
                  const std::function<void(app::Reading reading)>& take);

}  // namespace jiheng::cli
