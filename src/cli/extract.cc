#include "app/extract.h"

#include <cerrno>
#include <filesystem>
#include <ios>
#include <memory>
#include <optional>
#include <ostream>
#include <stop_token>
#include <string>
#include <string_view>
#include <utility>
#include <variant>

#include "app/isolated/scan_reader.h"
#include "app/reading_report.h"
#include "app/reading_rows.h"
#include "app/summary.h"
#include "cli/journal_file.h"
#include "cli/options.h"
#include "cli/output_file.h"
#include "cli/progress.h"
#include "cli/reading_notes.h"
#include "cli/review_format.h"
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

/// Takes documents as they come and writes each to the places that asked for it.
class Writer {
 public:
  /// `full` is asked to stop once nothing more can be written.
  Writer(Context& context, OutputFile& output, OutputFile* report, app::Journal& journal,
         std::stop_source& full)
      : context_(context), output_(output), report_(report), journal_(journal), full_(full) {}

  void take(const app::Input& input, app::Extracted extracted) {
    if (const auto* entry = std::get_if<app::JournalEntry>(&extracted)) {
      write(*entry);
      return;
    }
    const auto& catalogue = context_.library.catalogue;
    auto& written = std::get<Result<app::WrittenReading>>(extracted);
    if (!written) {
      exit_ = Exit::partly;
      context_.complain(written.error());
      note(app::reading_report(input.source, written.error(), catalogue, context_.data_language));
      return;
    }
    const auto& reading = written->reading;
    print_notes(context_, reading);
    exit_ = left_unread(reading) ? Exit::partly : exit_;
    app::JournalEntry entry{
        .source = reading.source,
        .hash = reading.hash,
        .rows = std::move(written->rows),
        .report = report_ != nullptr || journal_.keeps()
                      ? app::reading_report(reading, catalogue, context_.data_language)
                      : std::string(),
        .summary = std::move(written->summary)};
    entry.summary.add(reading);
    write(entry);
    // A document that could not be read is tried anew next time: it may have been the machine.
    keep(entry);
  }

  [[nodiscard]] bool read_nothing() const {
    return summary_.documents == 0;
  }

  [[nodiscard]] Exit finish() const {
    print_summary(context_, summary_);
    return exit_;
  }

 private:
  /// The journal only saves time: without it the run goes on.
  void keep(const app::JournalEntry& entry) {
    if (const auto kept = journaling_ ? journal_.add(entry) : Result<void>{}; !kept) {
      context_.complain(kept.error());
      journaling_ = false;
    }
  }

  void write(const app::JournalEntry& entry) {
    summary_.add(entry.summary);
    write(entry.rows);
    note(entry.report);
  }

  void write(const app::WrittenRows& rows) {
    auto& stream = output_.stream();
    errno = 0;
    stream << rows.forms;
    const auto written = rows.indicators.each_part([&](std::string_view part) -> Result<void> {
      stream << part;
      return {};
    });
    if (!written) {
      // What lacks rows is not kept.
      stream.setstate(std::ios::failbit);
      context_.complain(written.error());
      exit_ = Exit::partly;
    }
    if (!output_.is_well()) {
      full_.request_stop();
    }
  }

  void note(const std::string& line) {
    if (report_ != nullptr) {
      report_->stream() << line << "\n";
    }
  }

  Context& context_;
  OutputFile& output_;
  OutputFile* report_;
  app::Journal& journal_;
  std::stop_source& full_;
  bool journaling_{true};
  app::Summary summary_{};
  Exit exit_{Exit::done};
};

/// How documents are read, and what stops it.
struct ReadingRun {
  const Vocabulary& vocabulary;
  app::Journal& journal;
  app::RowFormat format;
  report::CsvFor csv;
  std::stop_token stop;
};

/// Gives how many of the inputs were read before it was stopped.
std::size_t read_all(const std::vector<app::Input>& inputs, const PathOptions& paths,
                     const ReadingRun& reading, Context& context, Writer& writer) {
  Progress progress(context, inputs.size());
  const auto jobs = jobs_of(paths);
  const auto readers = context.terminal.make_readers(jobs, paths.reads_scans());
  const app::ReadingMeans means{.vocabulary = reading.vocabulary,
                                .reader = readers.reader(reading.stop),
                                .unpacker = readers.unpacker(reading.stop),
                                .stop = reading.stop};
  return app::extract_all(
      inputs,
      {.reading = means, .journal = reading.journal, .format = reading.format, .csv = reading.csv},
      jobs, [&](const app::Input& input, app::Extracted extracted) {
        if (!input.more) {
          progress.step(input.source);
        }
        writer.take(input, std::move(extracted));
      });
}

/// Says how to go on.
Exit interrupted(app::Journal& journal, const Options& options, std::size_t done, std::size_t total,
                 const Context& context) {
  const auto synced = journal.sync();
  const bool kept = journal.keeps() && synced;
  context.tell({kept ? "cli.interrupted_kept" : "cli.interrupted",
                {std::to_string(done), std::to_string(total), options.output}});
  return Exit::interrupted;
}

/// Two files cannot be one: the second would replace the first.
Result<void> check_outputs(const Options& options) {
  const auto whole = [](const std::string& path) {
    return std::filesystem::absolute(path).lexically_normal();
  };
  if (!options.output.empty() && !options.report.empty() &&
      whole(options.output) == whole(options.report)) {
    return fail(ErrorCode::invalid_input, {"cli.outputs_are_one"}, options.report);
  }
  return {};
}

/// The documents to read, none of which is a file that the run writes.
Result<std::vector<app::Input>> documents_of(const Options& options, const Context& context) {
  JH_TRY_DO(check_outputs(options));
  return inputs_of(options.paths, context, {options.output, options.report});
}

Result<Exit> extract(const Options& options, Context& context) {
  JH_TRY(const auto inputs, documents_of(options, context));
  JH_TRY(const auto vocabulary, make_vocabulary(context.library));
  const auto format = options.format == "jsonl" ? app::RowFormat::jsonl : app::RowFormat::csv;
  const std::string language = context.data_language == packs::Language::zh ? "zh" : "en";
  std::stop_source source;
  const auto stop = source.get_token();
  const std::stop_callback on_interrupt(context.terminal.interrupts(),
                                        [&source] { source.request_stop(); });
  const auto ocr = options.paths.reads_scans();
  // What was not read for want of a reader of scans is read again once one is installed.
  const auto scans = ocr == app::Ocr::never ? std::string() : app::installed_line_reader();
  JH_TRY(auto journal, open_journal(options.output, inputs,
                                    options.format + (options.bom ? " bom " : " ") + language +
                                        " " + options.paths.ocr + " " + scans));
  if (journal.earlier() > 0) {
    context.tell({"cli.resumed", {std::to_string(journal.earlier())}});
  }
  JH_TRY(auto output, OutputFile::open(options.output, context.terminal.out));
  std::optional<OutputFile> report;
  if (!options.report.empty()) {
    JH_TRY(auto file, OutputFile::open(options.report, context.terminal.out));
    report.emplace(std::move(file));
  }
  const auto reader = csv_for(options.bom);
  output.stream() << app::rows_header(format, reader);
  Writer writer(context, output, report ? &*report : nullptr, journal, source);
  const ReadingRun reading{
      .vocabulary = vocabulary, .journal = journal, .format = format, .csv = reader, .stop = stop};
  const auto done = read_all(inputs, options.paths, reading, context, writer);
  if (!output.is_well()) {
    JH_TRY_DO(output.keep());
  }
  if (done < inputs.size()) {
    return interrupted(journal, options, done, inputs.size(), context);
  }
  if (report) {
    JH_TRY_DO(report->keep());
  }
  if (writer.read_nothing() && !options.output.empty()) {
    context.tell({"cli.nothing_kept", {options.output}});
    return Exit::partly;
  }
  JH_TRY_DO(output.keep());
  journal.remove();
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
