#include "cli/run.h"

#include <algorithm>
#include <array>
#include <exception>
#include <ostream>

#include "cli/command.h"
#include "cli/place_words.h"
#include "cli/usage.h"
#include "packs/library_for_reading.h"

namespace jiheng::cli {
namespace {

constexpr std::array<AddCommand, 11> kCommands{add_extract, add_review, add_score,  add_import,
                                               add_actuals, add_money,  add_export, add_serve,
                                               add_db,      add_packs,  add_library};

/// The value of --lang wherever it stands; help needs it before anything is parsed.
std::string asked_language(const std::vector<std::string>& arguments) {
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    if (arguments[i] == "--lang" && i + 1 < arguments.size()) {
      return arguments[i + 1];
    }
    if (arguments[i].starts_with("--lang=")) {
      return arguments[i].substr(7);
    }
  }
  return "";
}

packs::Language locale_language(const Terminal& terminal) {
  for (const auto* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
    const auto value = terminal.environment(name);
    if (!value.empty()) {
      return value.starts_with("zh") ? packs::Language::zh : packs::Language::en;
    }
  }
  return packs::Language::en;
}

void choose_languages(Context& context, const std::vector<std::string>& arguments) {
  const auto asked = asked_language(arguments);
  context.message_language = locale_language(context.terminal);
  if (asked == "zh" || asked == "en") {
    context.data_language = asked == "zh" ? packs::Language::zh : packs::Language::en;
    context.message_language = context.data_language;
  }
}

bool wants_help(const std::vector<std::string>& arguments) {
  return arguments.empty() || arguments.front() == "help" ||
         std::ranges::any_of(arguments, [](const auto& a) { return a == "--help" || a == "-h"; });
}

Exit help(const Context& context, const std::vector<std::string>& arguments) {
  const auto& texts = context.library.catalogue.entries(context.message_language);
  auto key = std::string("cli.help");
  for (const auto& argument : arguments) {
    const auto candidate = "cli.help." + argument;
    if (texts.contains(candidate)) {
      key = candidate;
      break;
    }
  }
  const bool asked = !arguments.empty();
  (asked ? context.terminal.out : context.terminal.err) << context.say({key}) << "\n";
  return asked ? Exit::done : Exit::usage;
}

/// Something that the command line itself says is wrong, whatever the files hold.
bool is_usage(const Error& error) {
  static constexpr std::array<std::string_view, 4> kOfTheLine{
      "inputs.stdin_without_name", "sql.unknown_url", "filing.bad_region", "exporting.data_only"};
  const auto& key = error.message.key;
  return error.code == ErrorCode::invalid_input &&
         (key.starts_with("cli.") || std::ranges::find(kOfTheLine, key) != kOfTheLine.end());
}

Exit parse_and_run(Context& context, const std::vector<std::string>& arguments) {
  CLI::App program("jiheng");
  add_commands(program, context);
  std::vector<std::string> reversed(arguments.rbegin(), arguments.rend());
  try {
    program.parse(reversed);
  } catch (const CLI::ParseError& error) {
    context.tell(usage_text(error, arguments));
    context.tell({"cli.usage.see_help"});
    return Exit::usage;
  }
  return context.exit;
}

}  // namespace

void Context::complain(const Error& error) const {
  const auto where = error.where.empty()
                         ? std::string()
                         : place_words(error.where, library.catalogue, message_language) + ": ";
  terminal.err << "jiheng: " << where
               << library.catalogue.render_with_next(message_language, error.message, "cli")
               << "\n";
}

void Context::tell(const Text& text) const {
  terminal.err << say(text) << "\n";
}

void add_commands(CLI::App& program, Context& context) {
  program.set_help_flag();
  program.require_subcommand(1);
  program.fallthrough();
  // Its value was already read: help needs it before anything is parsed.
  program.add_option("--lang")->check(CLI::IsMember({"zh", "en"}))->expected(1);
  for (const auto add : kCommands) {
    add(program, context);
  }
}

void finish(Context& context, const Result<Exit>& result) {
  if (result) {
    context.exit = *result;
    return;
  }
  context.complain(result.error());
  context.exit = is_usage(result.error()) ? Exit::usage : Exit::partly;
}

Exit run(const std::vector<std::string>& arguments, Terminal& terminal) {
  Context context{.terminal = terminal};
  choose_languages(context, arguments);
  try {
    const bool reads = !arguments.empty() && arguments.front() == "extract";
    auto library = reads ? packs::load_builtin_for_reading() : packs::load_builtin();
    if (!library) {
      terminal.err << "jiheng: " << library.error().where << ": " << library.error().message.key
                   << "\n";
      return Exit::bug;
    }
    context.library = std::move(*library);
    if (!arguments.empty() && arguments.front() == "--version") {
      terminal.out << "jiheng " JIHENG_VERSION "\n";
      return Exit::done;
    }
    return wants_help(arguments) ? help(context, arguments) : parse_and_run(context, arguments);
  } catch (const std::exception& error) {
    context.tell({"cli.bug", {error.what()}});
    return Exit::bug;
  }
}

}  // namespace jiheng::cli
