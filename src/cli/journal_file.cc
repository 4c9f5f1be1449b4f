#include "cli/journal_file.h"

#include <algorithm>
#include <filesystem>

#include "cli/output_file.h"

namespace jiheng::cli {
namespace {

namespace fs = std::filesystem;

std::string journal_of(const std::string& target) {
  return target + ".journal";
}

bool is_same_file(const std::string& a, const std::string& b) {
  std::error_code error;
  return fs::equivalent(a, b, error) && !error;
}

/// Read again sooner than a journal is begun.
bool is_short(const std::vector<app::Input>& inputs) {
  constexpr std::uintmax_t kSmall = std::uintmax_t{1} << 20U;
  std::error_code error;
  return inputs.size() == 1 &&
         (inputs.front().path == "-" || fs::file_size(inputs.front().path, error) < kSmall);
}

}  // namespace

std::vector<std::string> working_files(const std::string& output) {
  const auto target = output.empty() ? std::string() : replaced_by(output);
  return target.empty() ? std::vector<std::string>()
                        : std::vector<std::string>{part_of(target), journal_of(target)};
}

void leave_out(std::vector<app::Input>& inputs, const std::vector<std::string>& files) {
  std::erase_if(inputs, [&](const app::Input& input) {
    return std::ranges::any_of(
        files, [&](const std::string& file) { return is_same_file(input.path, file); });
  });
}

Result<app::Journal> open_journal(const std::string& output, const std::vector<app::Input>& inputs,
                                  std::string_view settings) {
  const auto target = output.empty() ? std::string() : replaced_by(output);
  if (target.empty() || is_short(inputs)) {
    return app::Journal();
  }
  return app::Journal::open(journal_of(target), app::journal_key(settings));
}

}  // namespace jiheng::cli
