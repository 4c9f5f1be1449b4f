#include "cli/library_office.h"

#include <algorithm>
#include <filesystem>
#include <memory>
#include <ostream>

#include "app/filing.h"
#include "app/library.h"
#include "app/library_import.h"
#include "cli/options.h"
#include "cli/output_file.h"
#include "cli/place_words.h"

namespace jiheng::cli {
namespace {

struct ImportOptions {
  std::string path{};
  OfficeOptions office{};
  bool dry_run{};
};

struct ExportOptions {
  OfficeOptions office{};
  std::string format{"xlsx"};
  std::string output{};
};

/// What became of an entry, a line or more; nothing of one that stays as it is.
void print(const app::ImportedEntry& entry, Context& context) {
  const auto line = [&](const Text& text) {
    context.terminal.out << "  " << context.library.catalogue.render(context.data_language, text)
                         << "\n";
  };
  const auto say = [&](const Text& text) {
    return context.library.catalogue.render(context.data_language, text);
  };
  const auto place = [&](const std::string& where) {
    return place_words(where, context.library.catalogue, context.data_language);
  };
  switch (entry.fate) {
    case app::ImportFate::added:
      return line({"cli.library.added", {entry.code, entry.name, place(entry.where)}});
    case app::ImportFate::refused:
      return line(
          {"cli.library.refused", {place(entry.reason_where), entry.name, say(entry.reason)}});
    case app::ImportFate::changed:
      for (const auto& change : entry.changes) {
        line({"cli.library.changed",
              {entry.code, entry.name, say({"report.library_column_" + change.member}),
               change.before, change.after}});
      }
      return;
    case app::ImportFate::unchanged:
      return;
  }
}

std::string joined(const std::vector<std::string>& words) {
  std::string all;
  for (const auto& word : words) {
    all.append(all.empty() ? "" : "、").append(word);
  }
  return all;
}

Result<Exit> import(const ImportOptions& options, Context& context) {
  JH_TRY(const auto bytes, app::read_bytes({.source = options.path, .path = options.path}));
  JH_TRY(const auto office, open_office(context, options.office, !options.dry_run));
  const auto name = std::filesystem::path(options.path).filename().string();
  const auto imported = app::import_library(
      office.workspace,
      {.name = name, .bytes = bytes, .dry_run = options.dry_run, .region = options.office.region});
  if (!imported) {
    auto error = imported.error();
    error.where = error.where.empty() ? options.path : options.path + ": " + error.where;
    return tl::unexpected(error);
  }
  if (!imported->ignored.empty()) {
    context.terminal.out << "  "
                         << context.library.catalogue.render(
                                context.data_language,
                                {"cli.library.ignored", {joined(imported->ignored)}})
                         << "\n";
  }
  for (const auto& entry : imported->entries) {
    print(entry, context);
  }
  const auto count = [&](app::ImportFate fate) { return std::to_string(imported->count(fate)); };
  const auto* key = options.dry_run ? "cli.library.would" : "cli.library.imported";
  context.terminal.out << name << ": "
                       << context.library.catalogue.render(
                              context.data_language,
                              {key,
                               {count(app::ImportFate::added), count(app::ImportFate::changed),
                                count(app::ImportFate::unchanged),
                                count(app::ImportFate::refused)}})
                       << "\n";
  return imported->count(app::ImportFate::refused) == 0 ? Exit::done : Exit::partly;
}

Result<Exit> export_library(const ExportOptions& options, Context& context) {
  if (options.format == "xlsx" && options.output.empty()) {
    return fail(ErrorCode::invalid_input, {"cli.output_needed", {options.format}});
  }
  JH_TRY(const auto office, open_office(context, options.office, false));
  JH_TRY(const auto library, app::office_library(office.workspace));
  const auto indicators = library.indicators();
  JH_TRY(const auto bytes, app::library_file(indicators,
                                             options.format == "xlsx" ? app::LibraryFormat::xlsx
                                                                      : app::LibraryFormat::json,
                                             context.library.catalogue, context.data_language));
  JH_TRY(auto output, OutputFile::open(options.output, context.terminal.out));
  output.stream() << bytes;
  JH_TRY_DO(output.keep());
  return Exit::done;
}

}  // namespace

void add_office_options(CLI::App& command, OfficeOptions& options) {
  command.add_option("--database", options.database);
  command.add_option("--region", options.region);
}

Result<Office> open_office(const Context& context, const OfficeOptions& options, bool migrate) {
  JH_TRY_DO(app::check_region(options.region));
  JH_TRY(auto database, open_database(context, options.database, {.migrate = migrate}));
  auto workspace = database->workspace();
  workspace.region = options.region;
  return Office{.database = std::move(database), .workspace = std::move(workspace)};
}

void add_office_commands(CLI::App& library, Context& context) {
  auto* importing = library.add_subcommand("import");
  const auto taken = std::make_shared<ImportOptions>();
  importing->add_option("FILE", taken->path)->required();
  add_office_options(*importing, taken->office);
  importing->add_flag("--dry-run", taken->dry_run);
  importing->callback([taken, &context] { finish(context, import(*taken, context)); });

  auto* exporting = library.add_subcommand("export");
  const auto given = std::make_shared<ExportOptions>();
  add_office_options(*exporting, given->office);
  exporting->add_option("--format", given->format)->check(CLI::IsMember({"xlsx", "json"}));
  exporting->add_option("--output", given->output);
  exporting->callback([given, &context] { finish(context, export_library(*given, context)); });
}

}  // namespace jiheng::cli
