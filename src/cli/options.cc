#include "cli/options.h"

#include <algorithm>
#include <filesystem>
#include <thread>

#include "app/own_results.h"
#include "cli/journal_file.h"

namespace jiheng::cli {

bool is_missing(std::string_view url) {
  constexpr std::string_view kSqlite = "sqlite:";
  std::error_code ignored;
  return url.starts_with(kSqlite) && !std::filesystem::exists(url.substr(kSqlite.size()), ignored);
}

void add_path_options(CLI::App& command, PathOptions& options) {
  command.add_option("PATH", options.paths)->expected(0, -1);
  command.add_option("--name", options.name);
  command.add_option("--jobs", options.jobs)->check(CLI::Range(1U, 256U));
  command.add_option("--ocr", options.ocr)->check(CLI::IsMember({"auto", "never", "always"}));
}

void add_pack_options(CLI::App& command, PackOptions& options) {
  command.add_option("--packs", options.packs);
  command.add_option("--pack", options.pack);
}

app::Ocr PathOptions::reads_scans() const {
  if (ocr == "always") {
    return app::Ocr::always;
  }
  return ocr == "never" ? app::Ocr::never : app::Ocr::automatic;
}

Result<std::vector<app::Input>> inputs_of(const PathOptions& options, const Context& context,
                                          const std::vector<std::string>& written) {
  JH_TRY(auto inputs, app::find_inputs(options.paths, options.name));
  for (const auto& file : written) {
    leave_out(inputs, working_files(file));
  }
  if (const auto own = app::leave_out_own_results(inputs, options.paths); own > 0) {
    context.tell({"cli.own_results", {std::to_string(own)}});
  }
  if (inputs.empty()) {
    const bool named = !options.paths.empty();
    return named ? fail(ErrorCode::not_found, {"cli.no_files"})
                 : fail(ErrorCode::invalid_input, {"cli.no_paths"});
  }
  for (const auto& file : written) {
    JH_TRY_DO(keep_inputs(inputs, file));
  }
  return inputs;
}

Result<void> keep_inputs(const std::vector<app::Input>& inputs, const std::string& output) {
  namespace fs = std::filesystem;
  for (const auto& input : inputs) {
    std::error_code error;
    if (!output.empty() && fs::equivalent(input.path, output, error) && !error &&
        fs::is_regular_file(output, error)) {
      return fail(ErrorCode::invalid_input, {"cli.output_is_input"}, output);
    }
  }
  return {};
}

unsigned jobs_of(const PathOptions& options) {
  return options.jobs != 0 ? options.jobs : std::max(1U, std::thread::hardware_concurrency());
}

Result<packs::Library> library_with(const Context& context, const std::string& folder) {
  if (folder.empty()) {
    return context.library;
  }
  auto library = packs::load(folder);
  if (!library) {
    context.tell({"cli.packs.check_all", {folder}});
  }
  return library;
}

Result<std::string> default_database(const Context& context, bool make) {
  namespace fs = std::filesystem;
  auto folder = fs::path(context.terminal.environment("XDG_DATA_HOME"));
  if (folder.empty()) {
    const auto home = context.terminal.environment("HOME");
    if (home.empty()) {
      return fail(ErrorCode::not_found, {"cli.no_data_folder"});
    }
    folder = fs::path(home) / ".local" / "share";
  }
  folder /= "jiheng";
  std::error_code error;
  if (make) {
    fs::create_directories(folder, error);
  }
  if (error) {
    return fail(ErrorCode::unavailable, {"cli.cannot_write", {error.message()}}, folder.string());
  }
  return "sqlite:" + (folder / "jiheng.db").string();
}

Result<std::unique_ptr<app::Database>> open_database(const Context& context, const std::string& url,
                                                     const Opening& opening) {
  app::Database::Options options{.url = url,
                                 .library = {},
                                 .pack = opening.packs.pack,
                                 .migrate = opening.migrate,
                                 .readers = context.terminal.make_readers(1, opening.ocr)};
  if (url.empty()) {
    JH_TRY(options.url, default_database(context, opening.migrate));
  }
  if (!opening.migrate && is_missing(options.url)) {
    return fail(ErrorCode::not_found, {"cli.no_database"}, options.url);
  }
  JH_TRY(options.library, library_with(context, opening.packs.packs));
  return app::Database::open(std::move(options));
}

}  // namespace jiheng::cli
