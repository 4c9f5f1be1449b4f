#include "app/own_results.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <string_view>

#include "report/csv.h"
#include "report/extract_rows.h"
#include "report/library_matches.h"
#include "report/review_rows.h"
#include "report/score_rows.h"

namespace jiheng::app {
namespace {

bool is_own_result(const std::string& path) {
  // The longest header has half of this.
  std::array<char, 1024> block{};
  std::ifstream file(path, std::ios::binary);
  file.read(block.data(), block.size());
  std::string_view beginning(block.data(), static_cast<std::size_t>(file.gcount()));
  const auto mark = report::opening(report::CsvFor::spreadsheets);
  beginning.remove_prefix(beginning.starts_with(mark) ? mark.size() : 0);
  return std::ranges::any_of(
      std::array{report::extract_csv_header(), report::review_csv_header(),
                 report::score_csv_header(), report::matches_csv_header()},
      [beginning](const std::string& header) { return beginning.starts_with(header); });
}

}  // namespace

std::size_t leave_out_own_results(std::vector<Input>& inputs,
                                  const std::vector<std::string>& paths) {
  return std::erase_if(inputs, [&](const Input& input) {
    const bool named = std::ranges::find(paths, input.path) != paths.end();
    return !named && is_own_result(input.path);
  });
}

}  // namespace jiheng::app
