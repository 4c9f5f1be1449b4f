#pragma once

#include <CLI/CLI.hpp>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "cli/run.h"
#include "domain/vocabulary.h"
#include "packs/library.h"

namespace jiheng::cli {

/// What every command shares: where it prints, in which language, with which packs.
///
/// Shape   data on stdout is in `data_language` (zh unless --lang says otherwise, whatever the
///         locale); stderr and help are in `message_language` (--lang, else the locale).
struct Context {
  Terminal& terminal;
  packs::Language data_language{packs::Language::zh};
  packs::Language message_language{packs::Language::en};
  packs::Library library{};
  Exit exit{Exit::done};  // what the command ended with

  [[nodiscard]] std::string say(const Text& text) const {
    return library.catalogue.render_with_next(message_language, text, "cli");
  }

  /// "jiheng: where: sentence" on stderr.
  void complain(const Error& error) const;
  /// A sentence of its own line on stderr.
  void tell(const Text& text) const;
};

/// Adds a command to the program; its callback runs with the parsed options and sets the exit.
using AddCommand = void (*)(CLI::App& program, Context& context);

void add_extract(CLI::App& program, Context& context);
void add_review(CLI::App& program, Context& context);
void add_score(CLI::App& program, Context& context);
void add_import(CLI::App& program, Context& context);
void add_export(CLI::App& program, Context& context);
void add_money(CLI::App& program, Context& context);
void add_serve(CLI::App& program, Context& context);
void add_db(CLI::App& program, Context& context);
void add_packs(CLI::App& program, Context& context);
void add_library(CLI::App& program, Context& context);
void add_actuals(CLI::App& program, Context& context);

/// The whole command line: every command with its options, and --lang.
void add_commands(CLI::App& program, Context& context);

/// The database when nobody names one: jiheng.db in the user's data folder, which `make` makes.
[[nodiscard]] Result<std::string> default_database(const Context& context, bool make);

/// How a command ended: its Exit, or its Error as a complaint and `partly`; `usage` when the Error
/// is about the command line itself.
void finish(Context& context, const Result<Exit>& result);

}  // namespace jiheng::cli
