#include <algorithm>
#include <memory>
#include <ostream>
#include <string>

#include "app/exporting.h"
#include "app/naming.h"
#include "cli/options.h"
#include "cli/output_file.h"

namespace jiheng::cli {
namespace {

struct Options {
  std::string database{};
  std::string form{};
  int year{};
  std::string agency{};
  std::string project{};
  std::string format{};
  std::string output{};
  int month{};
  std::string profile{};
  std::string pack{};
};

app::ExportForm form_of(const std::string& word) {
  if (word == "monitoring") {
    return app::ExportForm::monitoring;
  }
  if (word == "self-evaluation") {
    return app::ExportForm::self_evaluation;
  }
  return word == "ambition" ? app::ExportForm::ambition : app::ExportForm::table11;
}

app::ExportFormat format_of(const std::string& word) {
  if (word == "xlsx") {
    return app::ExportFormat::xlsx;
  }
  return word == "csv" ? app::ExportFormat::csv : app::ExportFormat::json;
}

Result<Exit> run_export(const Options& options, Context& context) {
  if (options.format == "xlsx" && options.output.empty()) {
    return fail(ErrorCode::invalid_input, {"cli.output_needed", {options.format}});
  }
  JH_TRY(const auto database, open_database(context, options.database, {}));
  const auto& workspace = database->workspace();
  store::IndicatorFilter filter{.region = {}, .year = options.year};
  if (!options.agency.empty()) {
    JH_TRY(filter.agency, app::agency_named(workspace, options.year, options.agency));
  }
  if (!options.project.empty()) {
    JH_TRY(filter.project,
           app::project_named(workspace, options.year, filter.agency, options.project));
  }
  JH_TRY(const auto file, app::export_form(workspace, {.form = form_of(options.form),
                                                       .format = format_of(options.format),
                                                       .filter = filter,
                                                       .language = context.data_language,
                                                       .month = options.month,
                                                       .profile = options.profile,
                                                       .monitoring_pack = options.pack}));
  JH_TRY(auto output, OutputFile::open(options.output, context.terminal.out));
  output.stream() << file.bytes;
  JH_TRY_DO(output.keep());
  if (!options.output.empty()) {
    context.tell({"cli.export.written", {options.output}});
  }
  return Exit::done;
}

}  // namespace

void add_export(CLI::App& program, Context& context) {
  auto* command = program.add_subcommand("export");
  const auto options = std::make_shared<Options>();
  command->add_option("--database", options->database);
  command->add_option("--form", options->form)
      ->required()
      ->check(CLI::IsMember({"table11", "ambition", "monitoring", "self-evaluation"}));
  command->add_option("--year", options->year)->required()->check(CLI::Range(1990, 2100));
  command->add_option("--agency", options->agency);
  command->add_option("--project", options->project);
  command->add_option("--format", options->format)
      ->required()
      ->check(CLI::IsMember({"xlsx", "csv", "json"}));
  command->add_option("--month", options->month)->check(CLI::Range(1, 12));
  command->add_option("--output", options->output);
  command->add_option("--profile", options->profile);
  command->add_option("--pack", options->pack);
  command->callback([options, &context] { finish(context, run_export(*options, context)); });
}

}  // namespace jiheng::cli
