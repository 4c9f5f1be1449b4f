#pragma once

#include <memory>
#include <string>

#include "app/database.h"
#include "app/office_library.h"
#include "cli/command.h"

namespace jiheng::cli {

/// Where an office's own library is; without `database` a command works with the program's alone.
struct OfficeOptions {
  std::string database{};
  std::string region{};
};

void add_office_options(CLI::App& command, OfficeOptions& options);

/// A database opened for its library, in the region that was asked for.
struct Office {
  std::unique_ptr<app::Database> database;
  app::Workspace workspace;
};

/// Errors  those of `open_database`; invalid_input `filing.bad_region`.
[[nodiscard]] Result<Office> open_office(const Context& context, const OfficeOptions& options,
                                         bool migrate);

/// `jiheng library import` and `export`.
void add_office_commands(CLI::App& library, Context& context);

}  // namespace jiheng::cli
