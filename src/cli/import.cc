#include <algorithm>
#include <filesystem>
#include <memory>
#include <optional>
#include <ostream>
#include <string>
#include <utility>

#include "app/filing.h"
#include "cli/each_document.h"
#include "cli/options.h"
#include "cli/place_words.h"
#include "cli/reading_notes.h"
#include "domain/shown_value.h"

namespace jiheng::cli {
namespace {

struct Options {
  PathOptions paths{};
  PackOptions packs{};
  std::string database{};
  int year{};
  std::string region{};
  std::string agency{};
  bool dry_run{};
  bool again{};
  bool all_rows{};
};

/// How many new rows, and how many vanished ones, are named without --all-rows.
constexpr std::size_t kNamedRows = 20;

/// A line a row, and how many more there are.
void print_rows(const std::vector<app::NamedRow>& rows, const std::string& key, bool all,
                Context& context) {
  const auto line = [&](const Text& text) {
    context.terminal.out << "  " << context.library.catalogue.render(context.data_language, text)
                         << "\n";
  };
  const auto named = all ? rows.size() : std::min(rows.size(), kNamedRows);
  for (std::size_t i = 0; i < named; ++i) {
    line({key,
          {rows[i].agency, rows[i].project, rows[i].name,
           place_words(rows[i].place, context.library.catalogue, context.data_language)}});
  }
  if (named < rows.size()) {
    line({key + "_more", {std::to_string(rows.size() - named)}});
  }
}

/// What the document does to the rows its agencies hold: counts of rows, then each changed cell,
/// each new and each vanished row.
void print_changes(const app::ImportReport& report, bool all_rows, Context& context) {
  const auto& changes = report.changes;
  const auto say = [&](const Text& text) {
    return context.library.catalogue.render(context.data_language, text);
  };
  if (changes.gone + changes.unchanged == 0 && changes.changed.empty()) {
    return;  // nothing was held before
  }
  // Every row is new, unchanged or changed; a changed one may have several changed cells.
  const auto changed_rows = report.indicators - changes.added - changes.unchanged;
  auto& out = context.terminal.out;
  out << "  "
      << say({"cli.import.changes",
              {std::to_string(changes.added), std::to_string(changed_rows),
               std::to_string(changes.unchanged), std::to_string(changes.gone)}})
      << "\n";
  for (const auto& cell : changes.changed) {
    out << "  "
        << say({"cli.import.changed",
                {cell.agency, cell.project, cell.name,
                 say({"field." + std::string(word(cell.field))}),
                 shown_value(cell.field, cell.before), shown_value(cell.field, cell.after)}})
        << "\n";
  }
  print_rows(changes.added_rows, "cli.import.new_row", all_rows, context);
  print_rows(changes.gone_rows, "cli.import.gone_row", all_rows, context);
}

/// Each document's outcome is a line on stdout; what was not understood follows it.
void print(const app::ImportReport& report, const std::string& source, bool all_rows,
           Context& context) {
  auto& out = context.terminal.out;
  const auto say = [&](const Text& text) {
    return context.library.catalogue.render(context.data_language, text);
  };
  const auto place = [&](const std::string& where) {
    return place_words(where, context.library.catalogue, context.data_language);
  };
  out << source << ": " << say(app::sentence_of(report)) << "\n";
  if (report.remembered > 0) {
    out << "  " << say({"cli.import.remembered", {std::to_string(report.remembered)}}) << "\n";
  }
  print_changes(report, all_rows, context);
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
                 say({"field." + std::string(word(conflict.field))}),
                 shown_value(conflict.field, conflict.filed),
                 shown_value(conflict.field, conflict.edited)}})
        << "\n";
  }
  for (const auto& note : report.notes) {
    if (note.fate == "unread" || note.fate == "doubtful") {
      out << "  " << place(note.place) << ": " << say(note.reason) << "  " << note.text << "\n";
    }
  }
  for (const auto& notice : report.notices) {
    out << "  " << (notice.place.empty() ? "" : place(notice.place) + ": ") << say(notice.message)
        << "\n";
  }
}

/// One document; what is wrong with it is said and stops no other.
Exit import_one(const app::NamedBytes& document, const Options& options,
                const app::Workspace& workspace, Context& context) {
  const auto& source = document.input.source;
  auto report = app::import_document(
      workspace, {.name = std::filesystem::path(source).filename().string(),
                  .bytes = *document.bytes,
                  .dry_run = options.dry_run,
                  .year = options.year == 0 ? std::nullopt : std::optional(options.year),
                  .region = options.region,
                  .agency = options.agency,
                  .again = options.again});
  if (report) {
    print(*report, source, options.all_rows, context);
    return left_unread(*report) ? Exit::partly : Exit::done;
  }
  auto error = std::move(report.error());
  error.where = source;
  context.complain(error);
  return Exit::partly;
}

Result<Exit> import(const Options& options, Context& context) {
  JH_TRY_DO(app::check_region(options.region));
  JH_TRY(const auto inputs, inputs_of(options.paths, context));
  auto url = options.database;
  if (url.empty()) {
    JH_TRY(url, default_database(context, !options.dry_run));
  }
  // Trying writes nothing: where there is no database yet, one in memory stands for the empty one.
  const bool aside = options.dry_run && is_missing(url);
  JH_TRY(const auto database, open_database(context, aside ? "sqlite::memory:" : url,
                                            {.migrate = aside || !options.dry_run,
                                             .packs = options.packs,
                                             .ocr = options.paths.reads_scans()}));
  return each_document(inputs, context, [&](const app::NamedBytes& document) {
    return import_one(document, options, database->workspace(), context);
  });
}

}  // namespace

void add_import(CLI::App& program, Context& context) {
  auto* command = program.add_subcommand("import");
  const auto options = std::make_shared<Options>();
  command->add_option("PATH", options->paths.paths)->expected(0, -1);
  add_pack_options(*command, options->packs);
  command->add_option("--database", options->database);
  command->add_option("--year", options->year)->check(CLI::Range(1990, 2100));
  command->add_option("--region", options->region);
  command->add_option("--agency", options->agency);
  command->add_flag("--dry-run", options->dry_run);
  command->add_flag("--again", options->again);
  command->add_flag("--all-rows", options->all_rows);
  command->callback([options, &context] { finish(context, import(*options, context)); });
}

}  // namespace jiheng::cli
