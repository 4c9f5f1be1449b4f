#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <memory>
#include <optional>
#include <ostream>
#include <set>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>

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

/// What the document does to the rows its agencies hold: counts of rows, then each changed cell.
void print_changes(const app::ReportChanges& changes, Context& context) {
  const auto say = [&](const Text& text) {
    return context.library.catalogue.render(context.data_language, text);
  };
  std::set<std::tuple<std::string_view, std::string_view, std::string_view>> rows;
  for (const auto& cell : changes.changed) {
    rows.emplace(cell.agency, cell.project, cell.name);
  }
  if (changes.gone + changes.unchanged == 0 && rows.empty()) {
    return;  // nothing was held before
  }
  auto& out = context.terminal.out;
  out << "  "
      << say({"cli.import.changes",
              {std::to_string(changes.added), std::to_string(rows.size()),
               std::to_string(changes.unchanged), std::to_string(changes.gone)}})
      << "\n";
  for (const auto& cell : changes.changed) {
    out << "  "
        << say({"cli.import.changed",
                {cell.agency, cell.project, cell.name,
                 say({"field." + std::string(word(cell.field))}), cell.before, cell.after}})
        << "\n";
  }
}

/// Each document's outcome is a line on stdout; what was not understood follows it.
void print(const app::ImportReport& report, const std::string& source, Context& context) {
  auto& out = context.terminal.out;
  const auto say = [&](const Text& text) {
    return context.library.catalogue.render(context.data_language, text);
  };
  out << source << ": " << say(app::sentence_of(report)) << "\n";
  print_changes(report.changes, context);
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
                 say({"field." + std::string(word(conflict.field))}), conflict.filed,
                 conflict.edited}})
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

/// A folder of its own that goes with everything in it.
class ScratchFolder {
 public:
  static Result<ScratchFolder> make() {
    auto pattern = (std::filesystem::temp_directory_path() / "jiheng-XXXXXX").string();
    if (mkdtemp(pattern.data()) == nullptr) {
      return fail(ErrorCode::unavailable, {"cli.no_scratch", {std::strerror(errno)}});
    }
    return ScratchFolder(std::move(pattern));
  }

  ScratchFolder(ScratchFolder&& other) noexcept : path_(std::exchange(other.path_, "")) {}

  ScratchFolder& operator=(ScratchFolder&&) = delete;
  ScratchFolder(const ScratchFolder&) = delete;
  ScratchFolder& operator=(const ScratchFolder&) = delete;

  ~ScratchFolder() {
    if (!path_.empty()) {
      std::error_code ignored;
      std::filesystem::remove_all(path_, ignored);
    }
  }

  [[nodiscard]] const std::string& path() const {
    return path_;
  }

 private:
  explicit ScratchFolder(std::string path) : path_(std::move(path)) {}

  std::string path_;
};

/// One document. What is wrong with it is said and stops no other; what is wrong with the command
/// line is an Error.
Result<Exit> import_one(const app::NamedBytes& document, const Options& options,
                        const app::Workspace& workspace, Context& context) {
  const auto& source = document.input.source;
  auto report = app::import_document(
      workspace, {.name = std::filesystem::path(source).filename().string(),
                  .bytes = document.bytes,
                  .dry_run = options.dry_run,
                  .year = options.year == 0 ? std::nullopt : std::optional(options.year),
                  .region = options.region,
                  .agency = options.agency});
  if (report) {
    print(*report, source, context);
    return Exit::done;
  }
  auto error = std::move(report.error());
  if (error.message.key == "filing.bad_region") {
    return tl::unexpected(std::move(error));
  }
  error.where = source;
  context.complain(error);
  return Exit::partly;
}

Result<Exit> import(const Options& options, Context& context) {
  JH_TRY(const auto inputs, inputs_of(options.paths));
  auto url = options.database;
  if (url.empty()) {
    JH_TRY(url, default_database(context, !options.dry_run));
  }
  std::optional<ScratchFolder> scratch;
  if (options.dry_run && is_missing(url)) {
    // Trying writes nothing: where there is no database yet, one aside stands for the empty one.
    JH_TRY(auto folder, ScratchFolder::make());
    url = "sqlite:" + folder.path() + "/dry-run.db";
    scratch.emplace(std::move(folder));
  }
  JH_TRY(const auto database, open_database(context, url, !options.dry_run || scratch));
  auto exit = Exit::done;
  Progress progress(context, inputs.size());
  for (const auto& input : inputs) {
    progress.step(input.source);
    const auto documents = app::documents_of(input, context.terminal.unpacker);
    if (!documents) {
      context.complain(documents.error());
      exit = Exit::partly;
      continue;
    }
    for (const auto& document : *documents) {
      JH_TRY(const auto outcome, import_one(document, options, database->workspace(), context));
      exit = outcome == Exit::done ? exit : outcome;
    }
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
