#include <memory>
#include <ostream>
#include <string>

#include "cli/command.h"
#include "cli/options.h"

namespace jiheng::cli {
namespace {

Result<Exit> migrate(const std::string& url, Context& context) {
  JH_TRY(const auto database, open_database(context, url, {.migrate = true}));
  context.tell({"cli.db.migrated", {std::to_string(database->migrations())}});
  return Exit::done;
}

Result<Exit> check(const std::string& url, Context& context) {
  JH_TRY(const auto database, open_database(context, url, {}));
  JH_TRY(const auto problems, database->check());
  if (problems.empty()) {
    context.tell({"cli.db.sound"});
    return Exit::done;
  }
  context.tell({"cli.db.problems", {std::to_string(problems.size())}});
  for (const auto& problem : problems) {
    context.tell(problem);
  }
  return Exit::partly;
}

}  // namespace

void add_db(CLI::App& program, Context& context) {
  auto* command = program.add_subcommand("db");
  command->require_subcommand(1);
  const auto url = std::make_shared<std::string>();
  auto* migrating = command->add_subcommand("migrate");
  migrating->add_option("--database", *url);
  migrating->callback([url, &context] { finish(context, migrate(*url, context)); });
  auto* checking = command->add_subcommand("check");
  checking->add_option("--database", *url);
  checking->callback([url, &context] { finish(context, check(*url, context)); });
}

}  // namespace jiheng::cli
