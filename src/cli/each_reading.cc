#include "cli/each_reading.h"

#include <utility>

#include "app/extract.h"
#include "cli/progress.h"
#include "cli/reading_notes.h"

namespace jiheng::cli {

Exit each_reading(const PathOptions& paths, std::span<const app::Input> inputs,
                  const Vocabulary& vocabulary, Context& context,
                  const std::function<void(app::Reading reading)>& take) {
  auto exit = Exit::done;
  Progress progress(context, inputs.size());
  const auto jobs = jobs_of(paths);
  const auto readers = context.terminal.make_readers(jobs, paths.reads_scans());
  app::read_all(
      inputs,
      {.vocabulary = vocabulary, .reader = readers.reader({}), .unpacker = readers.unpacker({})},
      jobs, [&](const app::Input& input, Result<app::Reading> reading) {
        if (!input.more) {
          progress.step(input.source);
        }
        if (!reading) {
          context.complain(reading.error());
          exit = Exit::partly;
          return;
        }
        print_notes(context, *reading);
        exit = left_unread(*reading) ? Exit::partly : exit;
        take(*std::move(reading));
      });
  return exit;
}

}  // namespace jiheng::cli
