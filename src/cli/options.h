#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "app/database.h"
#include "app/inputs.h"
#include "app/readers.h"
#include "cli/command.h"

namespace jiheng::cli {

/// The options of every command that reads documents.
struct PathOptions {
  std::vector<std::string> paths{};
  std::string name{};  // of standard input
  unsigned jobs{};     // 0: one a core
  std::string ocr{"auto"};

  [[nodiscard]] app::Ocr reads_scans() const;
};

void add_path_options(CLI::App& command, PathOptions& options);

/// The documents named, at least one.
///
/// Shape   what a run that writes the files `written` makes beside them is left out; so are results
///         of this program in folders, and it says how many.
/// Errors  those of `app::find_inputs`; not_found `cli.no_files`; invalid_input `cli.no_paths`,
///         `cli.output_is_input`.
[[nodiscard]] Result<std::vector<app::Input>> inputs_of(
    const PathOptions& options, const Context& context,
    const std::vector<std::string>& written = {});

/// Errors  invalid_input `cli.output_is_input`: `output` is one of the files to read.
[[nodiscard]] Result<void> keep_inputs(const std::vector<app::Input>& inputs,
                                       const std::string& output);

[[nodiscard]] unsigned jobs_of(const PathOptions& options);

/// Which packs a command judges by.
struct PackOptions {
  std::string packs{};  // a folder laid over the built-in ones, or ""
  std::string pack{};   // id of a rule pack; "" is the default one
};

void add_pack_options(CLI::App& command, PackOptions& options);

/// The packs of the program, or with those of a folder laid over them.
[[nodiscard]] Result<packs::Library> library_with(const Context& context,
                                                  const std::string& folder);

/// A database in a file that is not there: opening it would make it.
[[nodiscard]] bool is_missing(std::string_view url);

/// How a command opens its database.
///
/// Shape   with `migrate` it is made when missing and its schema brought up to date; the pack is
///         that of years which have none of their own; `ocr` for documents read into it.
struct Opening {
  bool migrate{};
  PackOptions packs{};
  app::Ocr ocr{};
};

/// The database of a command: `url`, or the default one.
/// Errors  those of `app::Database::open`; not_found `cli.no_database` without `migrate`.
[[nodiscard]] Result<std::unique_ptr<app::Database>> open_database(const Context& context,
                                                                   const std::string& url,
                                                                   const Opening& opening);

}  // namespace jiheng::cli
