#include "cli/each_document.h"

#include "cli/progress.h"

namespace jiheng::cli {

Exit each_document(const std::vector<app::Input>& inputs, Context& context,
                   const std::function<Exit(const app::NamedBytes& document)>& take) {
  auto exit = Exit::done;
  Progress progress(context, inputs.size());
  const auto unpacker = context.terminal.make_readers(1, app::Ocr::never).unpacker({});
  for (const auto& input : inputs) {
    progress.step(input.source);
    const auto documents = app::documents_of(input, unpacker);
    if (!documents) {
      context.complain(documents.error());
      exit = Exit::partly;
      continue;
    }
    for (const auto& document : *documents) {
      if (!document.bytes) {
        context.complain(document.bytes.error());
        exit = Exit::partly;
        continue;
      }
      const auto outcome = take(document);
      exit = outcome == Exit::done ? exit : outcome;
    }
  }
  return exit;
}

}  // namespace jiheng::cli
