#include <filesystem>
#include <memory>
#include <ostream>
#include <string>

#include "app/filing.h"
#include "cli/options.h"
#include "cli/progress.h"

namespace jiheng::cli {
namespace {

struct Options {
  PathOptions paths{};
  std::string database{};
  int year{};
  std::string region{};
  std::string agency{};
  bool dry_run{};
};

/// Each document's outcome is a line on stdout; what was not understood follows it.
void print(const app::ImportReport& report, const std::string& source, Context& context) {
  auto& out = context.terminal.out;
  const auto say = [&](const Text& text) {
    return context.library.catalogue.render(context.data_language, text);
  };
  out << source << ": " << say(app::sentence_of(report)) << "\n";
  if (report.changes.carried > 0 || !report.changes.conflicts.empty()) {
    out << "  "
        << say({"cli.import.edits",
                {std::to_string(report.changes.carried),
                 std::to_string(report.changes.conflicts.size())}})
        << "\n";
  }
  for (const auto& conflict : report.changes.conflicts) {
    out << "  "
        << say({"cli.import.conflict",
                {conflict.agency, conflict.project, conflict.name,
                 std::string(word(conflict.field)), conflict.filed, conflict.edited}})
        << "\n";
  }
  for (const auto& note : report.notes) {
    if (note.fate == "unread" || note.fate == "doubtful") {
      out << "  " << note.place << ": " << say(note.reason) << "  " << note.text << "\n";
    }
  }
  for (const auto& notice : report.notices) {
    out << "  " << (notice.place.empty() ? "" : notice.place + ": ") << say(notice.message) << "\n";
  }
}

Result<Exit> import(const Options& options, Context& context) {
  JH_TRY(const auto inputs, inputs_of(options.paths));
  JH_TRY(const auto database, open_database(context, options.database, true));
  auto exit = Exit::done;
  Progress progress(context, inputs.size());
  for (const auto& input : inputs) {
    progress.step(input.source);
    const auto bytes = app::read_bytes(input);
    auto report = bytes.and_then([&](const std::string& content) {
      return app::import_document(
          database->workspace(),
          {.name = std::filesystem::path(input.source).filename().string(),
           .bytes = content,
           .dry_run = options.dry_run,
           .year = options.year == 0 ? std::nullopt : std::optional(options.year),
           .region = options.region,
           .agency = options.agency});
    });
    if (!report) {
      auto error = std::move(report.error());
      error.where = input.source;
      context.complain(error);
      exit = Exit::partly;
      continue;
    }
    print(*report, input.source, context);
  }
  return exit;
}

}  // namespace

void add_import(CLI::App& program, Context& context) {
  auto* command = program.add_subcommand("import");
  const auto options = std::make_shared<Options>();
  command->add_option("PATH", options->paths.paths)->expected(0, -1);
  command->add_option("--database", options->database);
  command->add_option("--year", options->year)->check(CLI::Range(1990, 2100));
  command->add_option("--region", options->region);
  command->add_option("--agency", options->agency);
  command->add_flag("--dry-run", options->dry_run);
  command->callback([options, &context] { finish(context, import(*options, context)); });
}

}  // namespace jiheng::cli
