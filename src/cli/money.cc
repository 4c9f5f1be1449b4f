#include <algorithm>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <ostream>
#include <string>

#include "app/money_import.h"
#include "base/text.h"
#include "cli/each_document.h"
#include "cli/options.h"
#include "cli/place_words.h"

namespace jiheng::cli {
namespace {

struct Options {
  PathOptions paths{};
  std::string database{};
  int year{};
  std::string as_of{};
  std::string unit{};
  std::string columns{};
  bool dry_run{};
};

/// What the person chose, read once for all files.
struct Choices {
  std::optional<Date> as_of{};
  std::optional<intake::MoneyUnit> unit{};
  std::optional<std::vector<intake::MoneyColumn>> columns{};
};

Result<Choices> choices_of(const Options& options) {
  Choices choices{.as_of = parse_iso_date(options.as_of),
                  .unit = intake::money_unit_from_word(options.unit)};
  if (!options.as_of.empty() && !choices.as_of) {
    return fail(ErrorCode::invalid_input, {"cli.money.bad_day"});
  }
  if (!options.unit.empty() && !choices.unit) {
    return fail(ErrorCode::invalid_input, {"cli.money.bad_unit"});
  }
  if (options.columns.empty()) {
    return choices;
  }
  choices.columns.emplace();
  for (const auto said : split(options.columns, ',')) {
    const auto word = trim(said);
    const auto column = intake::money_column_from_word(word == "-" ? "" : word);
    if (!column) {
      return fail(ErrorCode::invalid_input, {"cli.money.bad_column", {std::string(word)}});
    }
    choices.columns->push_back(*column);
  }
  return choices;
}

/// Blank is not 0.
std::string sum_text(const std::optional<Decimal>& sum) {
  return sum ? sum->to_shortest_string() : "–";
}

/// Says a text in the language of the data.
using Say = std::function<std::string(const Text&)>;

bool has_amounts(const app::MoneyReport& report) {
  return std::ranges::any_of(report.columns, intake::is_amount);
}

/// What every column of amounts counts in, where they differ.
std::string units_by_column(const app::MoneyReport& report, const Say& say) {
  std::string said;
  for (std::size_t i = 0; i < report.columns.size(); ++i) {
    if (!intake::is_amount(report.columns[i])) {
      continue;
    }
    const auto& unit = report.units[i];
    const auto& head = report.heads[i];
    said += (said.empty() ? "" : " | ") +
            (unit ? say({"cli.money.unit_of_column", {head, std::string(unit->word)}})
                  : say({"cli.money.unit_no_column", {head}}));
  }
  return said;
}

std::string unit_text(const app::MoneyReport& report, const Say& say) {
  const bool any =
      std::ranges::any_of(report.units, [](const auto& unit) { return unit.has_value(); });
  if (!report.unit && any) {
    return say({"cli.money.unit_by_column", {units_by_column(report, say)}});
  }
  if (!report.unit) {
    return report.unit_missing || !has_amounts(report) ? say({"cli.money.unit_unknown"})
                                                       : say({"cli.money.unit_in_cells"});
  }
  const std::string unit(report.unit->word);
  return report.written && *report.written != *report.unit
             ? say({"cli.money.unit_other", {unit, std::string(report.written->word)}})
             : say({"cli.money.unit", {unit}});
}

/// The heads and what they hold, and the units.
void print_columns(const app::MoneyReport& report, const std::string& source, const Say& say,
                   std::ostream& out) {
  std::string columns;
  for (std::size_t i = 0; i < report.heads.size(); ++i) {
    const auto word = intake::word(report.columns[i]);
    columns += (columns.empty() ? "" : " | ") + report.heads[i] +
               (word.empty() ? "" : " = " + say({"money.column." + std::string(word)}));
  }
  out << say({"cli.money.columns", {source, columns}}) << "\n  " << unit_text(report, say) << "\n";
  if (report.set_aside) {
    out << "  " << say({"cli.money.unit_set_aside", {std::string(report.set_aside->word)}}) << "\n";
  }
}

/// What became of a row, which project it is and what is odd about it.
std::string outcome(const app::MoneyLine& line, const Say& say) {
  const auto fate = say(app::text_of(line.fate));
  auto said = line.found.empty() ? fate : fate + "　" + line.found;
  if (line.fate == app::MoneyFate::not_found && !line.candidates.empty()) {
    said += say({"cli.money.near", {line.candidates.front().project}});
  }
  if (line.remark != app::MoneyRemark::none) {
    said += say({"cli.money.remark", {say(app::text_of(line.remark))}});
  }
  return said;
}

std::string end_text(const app::MoneyReport& report, bool dry_run, const Say& say) {
  if (!dry_run) {
    return say({"cli.money.stored", {std::to_string(report.stored)}});
  }
  return say({report.unit_missing ? "cli.money.tried_no_unit" : "cli.money.tried"});
}

void print(const app::MoneyReport& report, const std::string& source, bool dry_run,
           Context& context) {
  auto& out = context.terminal.out;
  const auto say = [&](const Text& text) {
    return context.library.catalogue.render(context.data_language, text);
  };
  print_columns(report, source, say, out);
  for (const auto& line : report.lines) {
    const auto& name = line.project.empty() ? line.agency : line.project;
    const auto said = outcome(line, say);
    const auto place = place_words(line.place, context.library.catalogue, context.data_language);
    out << say(line.bad.empty() ? Text{"cli.money.row", {place, name, said}}
                                : Text{"cli.money.bad", {place, name, said, line.bad}})
        << "\n";
  }
  out << say({"cli.money.sum",
              {std::to_string(report.understood), std::to_string(report.doubtful),
               sum_text(report.initial), sum_text(report.adjusted), sum_text(report.executed)}})
      << "\n"
      << end_text(report, dry_run, say) << "\n";
}

/// One document; what is wrong with it is said and stops no other.
Exit import_one(const app::NamedBytes& document, const Options& options, const Choices& choices,
                const app::Workspace& workspace, Context& context) {
  const auto& source = document.input.source;
  const auto report =
      app::import_money(workspace, {.name = std::filesystem::path(source).filename().string(),
                                    .bytes = *document.bytes,
                                    .year = options.year,
                                    .as_of = choices.as_of,
                                    .unit = choices.unit,
                                    .columns = choices.columns,
                                    .dry_run = options.dry_run});
  if (!report) {
    auto error = report.error();
    error.where = source;
    context.complain(error);
    return Exit::partly;
  }
  print(*report, source, options.dry_run, context);
  return report->doubtful == 0 ? Exit::done : Exit::partly;
}

Result<Exit> import(const Options& options, Context& context) {
  JH_TRY(const auto choices, choices_of(options));
  JH_TRY(const auto inputs, inputs_of(options.paths, context));
  JH_TRY(const auto database,
         open_database(context, options.database, {.ocr = options.paths.reads_scans()}));
  return each_document(inputs, context, [&](const app::NamedBytes& document) {
    return import_one(document, options, choices, database->workspace(), context);
  });
}

}  // namespace

void add_money(CLI::App& program, Context& context) {
  auto* command = program.add_subcommand("money");
  const auto options = std::make_shared<Options>();
  command->add_option("PATH", options->paths.paths)->expected(0, -1);
  command->add_option("--database", options->database);
  command->add_option("--year", options->year)->required()->check(CLI::Range(1990, 2100));
  command->add_option("--as-of", options->as_of);
  command->add_option("--unit", options->unit);
  command->add_option("--columns", options->columns);
  command->add_flag("--dry-run", options->dry_run);
  command->callback([options, &context] { finish(context, import(*options, context)); });
}

}  // namespace jiheng::cli
