#include "app/review.h"

#include <algorithm>
#include <memory>
#include <ostream>
#include <string>

#include "app/naming.h"
#include "app/scoring.h"
#include "cli/each_reading.h"
#include "cli/options.h"
#include "cli/output_file.h"
#include "cli/review_format.h"

namespace jiheng::cli {
namespace {

struct Options {
  PathOptions paths{};
  std::string database{};
  int year{};
  std::string agency{};
  std::string approved{};
  PackOptions packs{};
  std::string format{"text"};
  std::string output{};
  std::string fail_on{};
  bool bom{};
};

/// Takes reviews as they come; a workbook needs them all, the rest is written at once.
class Collector {
 public:
  Collector(app::ReviewFormat format, report::CsvFor reader, std::ostream& out,
            const Context& context)
      : format_(format), reader_(reader), out_(out), context_(context) {
    out_ << app::review_header(format_, reader_);
  }

  void take(app::Review review) {
    ++documents_;
    set_aside_ += review.set_aside;
    counts_.add(review.findings);
    rows_ += review.rows.size();
    if (review.held) {
      held_any_ = true;
      held_.all += review.held->all;
      held_.without.insert(held_.without.end(), review.held->without.begin(),
                           review.held->without.end());
    }
    if (format_ == app::ReviewFormat::xlsx) {
      kept_.push_back(std::move(review));
    } else {
      out_ << app::review_lines(review, format_, context_.library.catalogue, context_.data_language,
                                reader_);
    }
  }

  Result<void> finish() {
    if (format_ == app::ReviewFormat::xlsx) {
      JH_TRY(const auto bytes,
             app::review_workbook(kept_, context_.library.catalogue, context_.data_language));
      out_ << bytes;
    }
    context_.tell({"cli.summary.review",
                   {std::to_string(rows_), std::to_string(counts_.errors),
                    std::to_string(counts_.warnings), std::to_string(counts_.hints)}});
    if (set_aside_ > 0) {
      context_.tell({"cli.summary.set_aside", {std::to_string(set_aside_)}});
    }
    if (held_any_) {
      tell_held();
    }
    return {};
  }

  [[nodiscard]] bool read_nothing() const {
    return documents_ == 0;
  }

  [[nodiscard]] bool fails_on(const std::string& severity) const {
    const bool errors = counts_.errors > 0;
    return (severity == "error" && errors) ||
           (severity == "warning" && (errors || counts_.warnings > 0));
  }

 private:
  /// How much of what was reviewed could be held against the approved version, and what not.
  void tell_held() const {
    constexpr std::size_t kMostNamed = 10;
    const auto without = held_.without.size();
    context_.tell({"cli.summary.approved",
                   {std::to_string(held_.all), std::to_string(held_.all - without),
                    std::to_string(without)}});
    for (std::size_t i = 0; i < std::min(without, kMostNamed); ++i) {
      context_.tell({"cli.approved_without", {held_.without[i].agency, held_.without[i].project}});
    }
    if (without > kMostNamed) {
      context_.tell({"cli.approved_without_more", {std::to_string(without - kMostNamed)}});
    }
  }

  app::ReviewFormat format_;
  report::CsvFor reader_;
  std::ostream& out_;
  const Context& context_;
  std::vector<app::Review> kept_{};
  app::SeverityCounts counts_{};
  std::size_t documents_{};
  std::size_t rows_{};
  std::size_t set_aside_{};
  HeldProjects held_{};
  bool held_any_{};
};

/// The approved version as a file has it.
struct ApprovedFile {
  std::vector<ApprovedRow> rows{};
  std::optional<int> year{};

  /// Takes in one reading; a table of what was reached is seldom what was approved.
  void take(const app::Reading& reading, const Context& context) {
    const auto& read = reading.intake.indicators;
    const auto more = approved_rows(read);
    rows.insert(rows.end(), more.begin(), more.end());
    year = year ? year : reading.intake.year;
    if (std::ranges::any_of(read, [](const Indicator& row) { return !row.actual.empty(); })) {
      context.tell({"cli.approved_reported", {reading.source}});
    }
  }

  /// Targets of another year are seldom meant.
  void compare_year(const app::Reading& reading, const Context& context) const {
    const auto of = reading.intake.year;
    if (year && of && *year != *of) {
      context.tell(
          {"cli.approved_year", {reading.source, std::to_string(*of), std::to_string(*year)}});
    }
  }
};

/// Nothing to hold against would find nothing wrong, unnoticed.
Result<ApprovedFile> read_approved(const Options& options, const Vocabulary& vocabulary,
                                   Context& context) {
  if (options.approved.empty()) {
    return {};
  }
  auto paths = options.paths;
  paths.paths = {options.approved};
  JH_TRY(const auto inputs, inputs_of(paths, context, {options.output}));
  ApprovedFile approved;
  const auto exit =
      each_reading(paths, inputs, vocabulary, context,
                   [&](const app::Reading& reading) { approved.take(reading, context); });
  if (approved.rows.empty() || exit != Exit::done) {
    return fail(ErrorCode::not_found, {"cli.approved_not_read"}, options.approved);
  }
  return approved;
}

Result<Exit> review_files(const Options& options, Context& context, Collector& collector) {
  JH_TRY(const auto inputs, inputs_of(options.paths, context, {options.output}));
  JH_TRY(const auto library, library_with(context, options.packs.packs));
  JH_TRY(const auto vocabulary, make_vocabulary(library));
  JH_TRY(const auto pack, library.rule_pack(options.packs.pack.empty() ? packs::kDefaultRulePack
                                                                       : options.packs.pack));
  JH_TRY(const auto profile, app::ReadyProfile::make(library, vocabulary));
  JH_TRY(const auto approved, read_approved(options, vocabulary, context));
  return each_reading(options.paths, inputs, vocabulary, context, [&](app::Reading reading) {
    approved.compare_year(reading, context);
    collector.take(app::review_reading(std::move(reading), {profile->scheme(), pack, vocabulary},
                                       approved.rows));
  });
}

/// What the database holds, with the edits laid over it.
Result<Exit> review_database(const Options& options, Context& context, Collector& collector) {
  JH_TRY(const auto database,
         open_database(context, options.database, {.packs = {.packs = options.packs.packs}}));
  std::optional<std::int64_t> agency;
  if (!options.agency.empty()) {
    JH_TRY(agency, app::agency_named(database->workspace(), options.year, options.agency));
  }
  JH_TRY(auto review,
         app::review_year(database->workspace(), options.year, agency, options.packs.pack));
  review.source = database->url();
  collector.take(std::move(review));
  return Exit::done;
}

/// What is wrong with the options before anything is read.
Result<void> usage_of(const Options& options) {
  if (options.paths.paths.empty() && (options.database.empty() || options.year == 0)) {
    return fail(ErrorCode::invalid_input, {"cli.review_needs_source"});
  }
  if (!options.paths.paths.empty() && !options.database.empty()) {
    return fail(ErrorCode::invalid_input, {"cli.review_one_source"});
  }
  if (!options.approved.empty() && options.paths.paths.empty()) {
    return fail(ErrorCode::invalid_input, {"cli.approved_needs_files"});
  }
  if (options.format == "xlsx" && options.output.empty()) {
    return fail(ErrorCode::invalid_input, {"cli.output_needed", {options.format}});
  }
  return {};
}

Result<Exit> review(const Options& options, Context& context) {
  JH_TRY_DO(usage_of(options));
  JH_TRY(auto output, OutputFile::open(options.output, context.terminal.out));
  Collector collector(review_format(options.format), csv_for(options.bom), output.stream(),
                      context);
  JH_TRY(auto exit, options.paths.paths.empty() ? review_database(options, context, collector)
                                                : review_files(options, context, collector));
  JH_TRY_DO(collector.finish());
  if (collector.read_nothing() && !options.output.empty()) {
    context.tell({"cli.nothing_kept", {options.output}});
    return Exit::partly;
  }
  JH_TRY_DO(output.keep());
  return collector.fails_on(options.fail_on) ? Exit::partly : exit;
}

}  // namespace

void add_review(CLI::App& program, Context& context) {
  auto* command = program.add_subcommand("review");
  const auto options = std::make_shared<Options>();
  add_path_options(*command, options->paths);
  command->add_option("--database", options->database);
  command->add_option("--year", options->year)->check(CLI::Range(1990, 2100));
  command->add_option("--agency", options->agency);
  command->add_option("--approved", options->approved);
  add_pack_options(*command, options->packs);
  command->add_option("--format", options->format)
      ->check(CLI::IsMember({"text", "csv", "json", "xlsx"}));
  command->add_flag("--bom", options->bom);
  command->add_option("--output", options->output);
  command->add_option("--fail-on", options->fail_on)->check(CLI::IsMember({"error", "warning"}));
  command->callback([options, &context] { finish(context, review(*options, context)); });
}

}  // namespace jiheng::cli
