#include <memory>
#include <ostream>
#include <string>

#include "app/scoring.h"
#include "cli/each_reading.h"
#include "cli/options.h"
#include "cli/output_file.h"
#include "cli/review_format.h"
#include "cli/score_database.h"

namespace jiheng::cli {
namespace {

struct Options {
  PathOptions paths{};
  std::string packs{};
  DatabaseScores database{};  // where no path is named
  std::string format{"text"};
  std::string output{};
};

/// Takes documents as they come; a workbook needs them all, the rest is written at once.
class Collector {
 public:
  Collector(app::ReviewFormat format, std::ostream& out, const Context& context)
      : format_(format), out_(out), context_(context) {
    out_ << app::score_header(format_);
  }

  void take(app::Scoring scoring) {
    ++documents_;
    counts_.add(scoring);
    if (format_ == app::ReviewFormat::xlsx) {
      kept_.push_back(std::move(scoring));
    } else {
      out_ << app::score_lines(scoring, format_, context_.library.catalogue,
                               context_.data_language);
    }
  }

  Result<void> finish() {
    if (format_ == app::ReviewFormat::xlsx) {
      JH_TRY(const auto bytes,
             app::score_workbook(kept_, context_.library.catalogue, context_.data_language));
      out_ << bytes;
    }
    context_.tell({"cli.summary.score",
                   {std::to_string(counts_.projects), std::to_string(counts_.scored),
                    std::to_string(counts_.unscored), std::to_string(counts_.differences)}});
    return {};
  }

  [[nodiscard]] bool read_nothing() const {
    return documents_ == 0;
  }

  /// Documents were read, and none holds an indicator.
  [[nodiscard]] bool found_nothing() const {
    return documents_ > 0 && counts_.projects == 0;
  }

 private:
  app::ReviewFormat format_;
  std::ostream& out_;
  const Context& context_;
  std::vector<app::Scoring> kept_{};
  app::ScoringCounts counts_{};
  std::size_t documents_{};
};

Result<Exit> score_files(const Options& options, Context& context, Collector& collector) {
  JH_TRY(const auto inputs, inputs_of(options.paths, context, {options.output}));
  JH_TRY(const auto library, library_with(context, options.packs));
  JH_TRY(const auto vocabulary, make_vocabulary(library));
  JH_TRY(const auto pack, library.rule_pack(packs::kDefaultRulePack));
  const auto& named = options.database.profile;
  JH_TRY(const auto profile,
         library.scoring_profile(named.empty() ? packs::kDefaultScoringProfile : named));
  JH_TRY(const auto scheme, app::scheme_of(profile, vocabulary));
  return each_reading(options.paths, inputs, vocabulary, context, [&](app::Reading reading) {
    collector.take(app::score_reading(std::move(reading), {scheme, pack, vocabulary}));
  });
}

Result<Exit> score(const Options& options, Context& context) {
  const bool of_database = is_asked(options.database);
  if (options.paths.paths.empty() == !of_database) {
    return fail(ErrorCode::invalid_input,
                {of_database ? "cli.score_of_one" : "cli.score_needs_path"});
  }
  if (options.format == "xlsx" && options.output.empty()) {
    return fail(ErrorCode::invalid_input, {"cli.output_needed", {options.format}});
  }
  JH_TRY(auto output, OutputFile::open(options.output, context.terminal.out));
  if (of_database) {
    JH_TRY(const auto exit,
           score_database(options.database, options.packs, review_format(options.format),
                          output.stream(), context));
    if (exit != Exit::interrupted) {
      JH_TRY_DO(output.keep());
    }
    return exit;
  }
  Collector collector(review_format(options.format), output.stream(), context);
  JH_TRY(const auto exit, score_files(options, context, collector));
  JH_TRY_DO(collector.finish());
  if (collector.read_nothing() && !options.output.empty()) {
    context.tell({"cli.nothing_kept", {options.output}});
    return Exit::partly;
  }
  JH_TRY_DO(output.keep());
  if (collector.found_nothing() && exit == Exit::done) {
    context.tell({"scoring.nothing_to_score"});
    return Exit::partly;
  }
  return exit;
}

}  // namespace

void add_score(CLI::App& program, Context& context) {
  auto* command = program.add_subcommand("score");
  const auto options = std::make_shared<Options>();
  add_path_options(*command, options->paths);
  add_database_scores(*command, options->database);
  command->add_option("--packs", options->packs);
  command->add_option("--format", options->format)
      ->check(CLI::IsMember({"text", "csv", "json", "xlsx"}));
  command->add_option("--output", options->output);
  command->callback([options, &context] { finish(context, score(*options, context)); });
}

}  // namespace jiheng::cli
