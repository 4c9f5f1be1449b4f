#include <memory>
#include <string>

#include "cli/options.h"

namespace jiheng::cli {
namespace {

struct Options {
  PackOptions packs{};
  std::string database{};
  std::string listen{"127.0.0.1:8080"};
  bool public_only{};
};

Result<Exit> serve(const Options& options, Context& context) {
  if (options.public_only) {
    return fail(ErrorCode::invalid_input, {"cli.public_only_not_here"});
  }
  auto database = options.database;
  if (database.empty()) {
    JH_TRY(database, default_database(context, true));
  }
  JH_TRY(const auto library, library_with(context, options.packs.packs));
  return context.terminal.serve({.database = database,
                                 .listen = options.listen,
                                 .library = library,
                                 .pack = options.packs.pack,
                                 .language = context.message_language,
                                 .err = context.terminal.err});
}

}  // namespace

void add_serve(CLI::App& program, Context& context) {
  auto* command = program.add_subcommand("serve");
  const auto options = std::make_shared<Options>();
  add_pack_options(*command, options->packs);
  command->add_option("--database", options->database);
  command->add_option("--listen", options->listen);
  command->add_flag("--public-only", options->public_only);
  command->callback([options, &context] { finish(context, serve(*options, context)); });
}

}  // namespace jiheng::cli
