#include "app/library.h"

#include <algorithm>
#include <memory>
#include <ostream>
#include <string>

#include "cli/each_reading.h"
#include "cli/library_office.h"
#include "cli/options.h"
#include "cli/output_file.h"

namespace jiheng::cli {
namespace {

struct ListOptions {
  std::string packs{};
  std::string sector{};
  std::string format{"csv"};
  std::string output{};
  OfficeOptions office{};
};

struct MatchOptions {
  PathOptions paths{};
  std::string packs{};
  std::string format{"csv"};
  std::string output{};
  std::int32_t floor{600};
  std::size_t most{3};
  OfficeOptions office{};
};

/// The indicators of the packs or, with a database, the office's laid over them, and what persons
/// decided there.
struct Offered {
  std::vector<LibraryIndicator> indicators{};
  store::ConfirmedEntries confirmed{{}};
};

Result<Offered> offered(const Context& context, const std::string& packs,
                        const Vocabulary& vocabulary, const OfficeOptions& options) {
  JH_TRY(auto indicators, app::load_library(packs, vocabulary));
  if (options.database.empty()) {
    return Offered{.indicators = std::move(indicators)};
  }
  JH_TRY(const auto office, open_office(context, options, false));
  JH_TRY(const auto library, app::office_library(office.workspace, std::move(indicators)));
  return Offered{.indicators = library.indicators(),
                 .confirmed = store::ConfirmedEntries(library.decisions)};
}

app::LibraryFormat format_of(const std::string& word) {
  if (word == "xlsx") {
    return app::LibraryFormat::xlsx;
  }
  return word == "csv" ? app::LibraryFormat::csv : app::LibraryFormat::json;
}

Result<Exit> list(const ListOptions& options, Context& context) {
  if (options.format == "xlsx" && options.output.empty()) {
    return fail(ErrorCode::invalid_input, {"cli.output_needed", {options.format}});
  }
  JH_TRY(const auto library, library_with(context, options.packs));
  JH_TRY(const auto vocabulary, make_vocabulary(library));
  JH_TRY(auto from, offered(context, options.packs, vocabulary, options.office));
  auto indicators = std::move(from.indicators);
  if (!options.sector.empty()) {
    JH_TRY(indicators, app::of_sector(std::move(indicators), options.sector));
  }
  JH_TRY(const auto bytes, app::library_file(indicators, format_of(options.format),
                                             library.catalogue, context.data_language));
  JH_TRY(auto output, OutputFile::open(options.output, context.terminal.out));
  output.stream() << bytes;
  JH_TRY_DO(output.keep());
  return Exit::done;
}

/// Writes what the rows of each document may mean, and counts.
class Writer {
 public:
  Writer(const MatchOptions& options, const std::vector<LibraryIndicator>& library,
         std::ostream& out)
      : format_(options.format == "csv" ? app::MatchFormat::csv : app::MatchFormat::jsonl),
        library_(library),
        out_(out) {
    out_ << app::match_header(format_);
  }

  void take(const app::MatchedReading& matched) {
    ++documents_;
    rows_ += matched.rows.size();
    for (const auto& matches : matched.matches) {
      matched_ += matches.empty() ? 0 : 1;
      certain_ += !matches.empty() && matches.front().confidence == 1000 ? 1 : 0;
    }
    out_ << app::match_lines(matched, library_, format_);
  }

  [[nodiscard]] Text summary() const {
    return {"cli.summary.library",
            {std::to_string(rows_), std::to_string(matched_), std::to_string(certain_)}};
  }

  [[nodiscard]] bool has_none() const {
    return documents_ == 0;
  }

 private:
  app::MatchFormat format_;
  const std::vector<LibraryIndicator>& library_;
  std::ostream& out_;
  std::size_t documents_{};
  std::size_t rows_{};
  std::size_t matched_{};
  std::size_t certain_{};
};

Result<Exit> match(const MatchOptions& options, Context& context) {
  JH_TRY(const auto inputs, inputs_of(options.paths, context, {options.output}));
  JH_TRY(const auto library, library_with(context, options.packs));
  JH_TRY(const auto vocabulary, make_vocabulary(library));
  JH_TRY(const auto from, offered(context, options.packs, vocabulary, options.office));
  const similarity::LibraryMatcher matcher(from.indicators, vocabulary.measures);
  JH_TRY(auto output, OutputFile::open(options.output, context.terminal.out));
  Writer writer(options, from.indicators, output.stream());
  const auto exit =
      each_reading(options.paths, inputs, vocabulary, context, [&](app::Reading reading) {
        writer.take(app::match_reading(std::move(reading),
                                       {.matcher = matcher,
                                        .frames = vocabulary.frames,
                                        .nearness = {.most = options.most, .floor = options.floor},
                                        .confirmed = &from.confirmed}));
      });
  context.tell(writer.summary());
  if (writer.has_none() && !options.output.empty()) {
    context.tell({"cli.nothing_kept", {options.output}});
    return Exit::partly;
  }
  JH_TRY_DO(output.keep());
  return exit;
}

void add_list(CLI::App& library, Context& context) {
  auto* command = library.add_subcommand("list");
  const auto options = std::make_shared<ListOptions>();
  command->add_option("--sector", options->sector);
  command->add_option("--packs", options->packs);
  add_office_options(*command, options->office);
  command->add_option("--format", options->format)->check(CLI::IsMember({"csv", "json", "xlsx"}));
  command->add_option("--output", options->output);
  command->callback([options, &context] { finish(context, list(*options, context)); });
}

void add_match(CLI::App& library, Context& context) {
  auto* command = library.add_subcommand("match");
  const auto options = std::make_shared<MatchOptions>();
  add_path_options(*command, options->paths);
  command->add_option("--packs", options->packs);
  add_office_options(*command, options->office);
  command->add_option("--floor", options->floor)->check(CLI::Range(1, 1000));
  command->add_option("--most", options->most)->check(CLI::Range(1, 100));
  command->add_option("--format", options->format)->check(CLI::IsMember({"csv", "jsonl"}));
  command->add_option("--output", options->output);
  command->callback([options, &context] { finish(context, match(*options, context)); });
}

}  // namespace

void add_library(CLI::App& program, Context& context) {
  auto* command = program.add_subcommand("library");
  command->require_subcommand(1);
  add_list(*command, context);
  add_match(*command, context);
  add_office_commands(*command, context);
}

}  // namespace jiheng::cli
