#include <memory>
#include <ostream>
#include <string>

#include "app/reading_report.h"
#include "app/reading_rows.h"
#include "app/summary.h"
#include "cli/options.h"
#include "cli/output_file.h"
#include "cli/progress.h"
#include "cli/summary_lines.h"

namespace jiheng::cli {
namespace {

struct Options {
  PathOptions paths{};
  std::string format{"csv"};
  bool bom{};
  std::string output{};
  std::string report{};
};

Result<Exit> extract(const Options& options, Context& context) {
  JH_TRY(const auto inputs, inputs_of(options.paths));
  JH_TRY(const auto vocabulary, make_vocabulary(context.library));
  const auto format = options.format == "jsonl" ? app::RowFormat::jsonl : app::RowFormat::csv;
  JH_TRY(auto output, OutputFile::open(options.output, context.terminal.out));
  std::optional<OutputFile> report;
  if (!options.report.empty()) {
    JH_TRY(auto file, OutputFile::open(options.report, context.terminal.out));
    report.emplace(std::move(file));
  }
  output.stream() << app::rows_header(format, options.bom);

  app::Summary summary;
  auto exit = Exit::done;
  {
    Progress progress(context, inputs.size());
    app::read_all(inputs, vocabulary, jobs_of(options.paths),
                  [&](const app::Input& input, Result<app::Reading> reading) {
                    progress.step(input.source);
                    const auto& catalogue = context.library.catalogue;
                    if (!reading) {
                      exit = Exit::partly;
                      context.complain(reading.error());
                      if (report) {
                        report->stream() << app::reading_report(input.source, reading.error(),
                                                                catalogue, context.data_language)
                                         << "\n";
                      }
                      return;
                    }
                    summary.add(*reading);
                    output.stream() << app::rows_of(*reading, format);
                    if (report) {
                      report->stream()
                          << app::reading_report(*reading, catalogue, context.data_language)
                          << "\n";
                    }
                  });
  }
  JH_TRY_DO(output.keep());
  if (report) {
    JH_TRY_DO(report->keep());
  }
  print_summary(context, summary);
  return exit;
}

}  // namespace

void add_extract(CLI::App& program, Context& context) {
  auto* command = program.add_subcommand("extract");
  const auto options = std::make_shared<Options>();
  add_path_options(*command, options->paths);
  command->add_option("--format", options->format)->check(CLI::IsMember({"csv", "jsonl"}));
  command->add_flag("--bom", options->bom);
  command->add_option("--output", options->output);
  command->add_option("--report", options->report);
  command->callback([options, &context] { finish(context, extract(*options, context)); });
}

}  // namespace jiheng::cli
