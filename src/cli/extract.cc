#include <memory>
#include <ostream>
#include <string>

#include "app/reading_report.h"
#include "app/reading_rows.h"
#include "app/summary.h"
#include "cli/options.h"
#include "cli/output_file.h"
#include "cli/progress.h"
#include "cli/reading_notes.h"
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

/// Takes readings as they come and writes each to the places that asked for it.
class Writer {
 public:
  Writer(Context& context, app::RowFormat format, OutputFile& output, OutputFile* report)
      : context_(context), format_(format), output_(output), report_(report) {}

  void take(const app::Input& input, const Result<app::Reading>& reading) {
    const auto& catalogue = context_.library.catalogue;
    if (!reading) {
      exit_ = Exit::partly;
      context_.complain(reading.error());
      note(app::reading_report(input.source, reading.error(), catalogue, context_.data_language));
      return;
    }
    summary_.add(*reading);
    print_notes(context_, *reading);
    output_.stream() << app::rows_of(*reading, format_);
    note(app::reading_report(*reading, catalogue, context_.data_language));
  }

  [[nodiscard]] bool read_nothing() const {
    return summary_.documents == 0;
  }

  [[nodiscard]] Exit finish() const {
    print_summary(context_, summary_);
    return exit_;
  }

 private:
  void note(const std::string& line) {
    if (report_ != nullptr) {
      report_->stream() << line << "\n";
    }
  }

  Context& context_;
  app::RowFormat format_;
  OutputFile& output_;
  OutputFile* report_;
  app::Summary summary_{};
  Exit exit_{Exit::done};
};

Result<Exit> extract(const Options& options, Context& context) {
  JH_TRY(const auto inputs, inputs_of(options.paths));
  JH_TRY_DO(keep_inputs(inputs, options.output));
  JH_TRY_DO(keep_inputs(inputs, options.report));
  JH_TRY(const auto vocabulary, make_vocabulary(context.library));
  const auto format = options.format == "jsonl" ? app::RowFormat::jsonl : app::RowFormat::csv;
  JH_TRY(auto output, OutputFile::open(options.output, context.terminal.out));
  std::optional<OutputFile> report;
  if (!options.report.empty()) {
    JH_TRY(auto file, OutputFile::open(options.report, context.terminal.out));
    report.emplace(std::move(file));
  }
  output.stream() << app::rows_header(format, options.bom);
  Writer writer(context, format, output, report ? &*report : nullptr);
  {
    Progress progress(context, inputs.size());
    const auto jobs = jobs_of(options.paths);
    app::read_all(inputs,
                  {.vocabulary = vocabulary,
                   .reader = context.terminal.make_reader(jobs, options.paths.reads_scans()),
                   .unpacker = context.terminal.unpacker},
                  jobs, [&](const app::Input& input, const Result<app::Reading>& reading) {
                    if (!input.more) {
                      progress.step(input.source);
                    }
                    writer.take(input, reading);
                  });
  }
  if (report) {
    JH_TRY_DO(report->keep());
  }
  if (writer.read_nothing() && !options.output.empty()) {
    context.tell({"cli.nothing_kept", {options.output}});
    return Exit::partly;
  }
  JH_TRY_DO(output.keep());
  return writer.finish();
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
