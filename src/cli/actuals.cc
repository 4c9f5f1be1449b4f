#include <filesystem>
#include <memory>
#include <optional>
#include <ostream>
#include <string>
#include <utility>

#include "app/reported_documents.h"
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
  std::string agency{};
  std::string profile{};
  bool filed{};
  bool dry_run{};
};

/// A line a row that says something new or goes nowhere; the counts before them.
class Lines {
 public:
  explicit Lines(Context& context) : context_(context) {}

  void print(const app::ReportedDocument& document, const std::string& source) {
    context_.terminal.out
        << source << ": "
        << say({document.dry_run ? "cli.actuals.would" : "cli.actuals.done",
                {std::to_string(document.matched), std::to_string(document.changed),
                 std::to_string(document.same), std::to_string(document.blank),
                 std::to_string(document.unmatched), std::to_string(document.ambiguous)}})
        << "\n";
    for (const auto& row : document.rows) {
      print(row);
    }
    for (const auto& money : document.moneys) {
      print(money);
    }
    for (const auto& cell : document.unread_moneys) {
      line({"cli.actuals.unread_money",
            {place_of(cell.place), cell.project, cell.column, cell.text}});
    }
    for (const auto& text : document.texts) {
      line({"cli.actuals.change",
            {place_of(text.place), text.project, "",
             say({"cli.actuals.field." + std::string(word(text.part))}), text.before, text.after}});
    }
  }

 private:
  [[nodiscard]] std::string say(const Text& text) const {
    return context_.library.catalogue.render(context_.data_language, text);
  }

  [[nodiscard]] std::string place_of(const std::string& place) const {
    return place_words(place, context_.library.catalogue, context_.data_language);
  }

  void line(const Text& text) {
    context_.terminal.out << "  " << say(text) << "\n";
  }

  void print(const app::ReportedRow& row) {
    const auto place = place_of(row.place);
    if (row.match != app::RowMatch::matched) {
      line({"cli.actuals." + std::string(app::word(row.match)),
            {place, row.agency, row.project, row.name}});
      return;
    }
    if (row.target != row.current_target) {
      line({"cli.actuals.other_target",
            {place, row.project, row.name, row.target, row.current_target}});
    }
    if (row.blank) {
      line({"cli.actuals.blank", {place, row.project, row.name}});
    }
    for (const auto& change : row.changes) {
      line({"cli.actuals.change",
            {place_of(change.place), row.project, row.name,
             say({"cli.actuals.field." + std::string(app::word(change.field))}), change.before,
             change.after}});
    }
    print_score(row);
  }

  void print_score(const app::ReportedRow& row) {
    if (row.other_score) {
      const auto& score = *row.other_score;
      line({"cli.actuals.other_score",
            {place_of(score.place), row.project, row.name, score.after, score.before}});
    }
  }

  void print(const app::ReportedMoney& money) {
    const auto spelled = [](const std::optional<Decimal>& yuan) {
      return yuan ? yuan->to_shortest_string() : std::string("-");
    };
    const auto of = [&](const ProjectMoney& one) {
      return spelled(one.initial) + " / " + spelled(one.adjusted) + " / " + spelled(one.executed);
    };
    line({"cli.actuals.money",
          {money.project,
           money.after.source.empty() ? say({"cli.actuals.total"}) : money.after.source,
           of(money.before), of(money.after)}});
  }

  Context& context_;
};

Exit report_one(const app::NamedBytes& document, const Options& options, Date day,
                const app::Workspace& workspace, Context& context) {
  const auto& source = document.input.source;
  const auto reported =
      app::report_document(workspace, {.name = std::filesystem::path(source).filename().string(),
                                       .bytes = *document.bytes,
                                       .year = options.year,
                                       .day = day,
                                       .agency = options.agency,
                                       .profile = options.profile,
                                       .filed = options.filed,
                                       .dry_run = options.dry_run});
  if (!reported) {
    auto error = reported.error();
    error.where = source;
    context.complain(error);
    return Exit::partly;
  }
  Lines(context).print(*reported, source);
  return Exit::done;
}

Result<Exit> actuals(const Options& options, Context& context) {
  const auto day = parse_iso_date(options.as_of);
  if (!day) {
    return fail(ErrorCode::invalid_input, {"cli.actuals.bad_day", {options.as_of}});
  }
  JH_TRY(const auto inputs, inputs_of(options.paths, context));
  JH_TRY(const auto database,
         open_database(context, options.database, {.ocr = options.paths.reads_scans()}));
  return each_document(inputs, context, [&](const app::NamedBytes& document) {
    return report_one(document, options, *day, database->workspace(), context);
  });
}

}  // namespace

void add_actuals(CLI::App& program, Context& context) {
  auto* command = program.add_subcommand("actuals");
  const auto options = std::make_shared<Options>();
  command->add_option("PATH", options->paths.paths)->expected(0, -1);
  command->add_option("--database", options->database);
  command->add_option("--year", options->year)->required()->check(CLI::Range(1990, 2100));
  command->add_option("--as-of", options->as_of)->required();
  command->add_option("--agency", options->agency);
  command->add_option("--profile", options->profile);
  command->add_flag("--filed", options->filed);
  command->add_flag("--dry-run", options->dry_run);
  command->callback([options, &context] { finish(context, actuals(*options, context)); });
}

}  // namespace jiheng::cli
