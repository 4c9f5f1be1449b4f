#include "intake/repeats.h"

#include <algorithm>
#include <map>

namespace jiheng::intake {
namespace {

/// Print titles are a few rows; a longer equal run is a second copy of the table, not a reprint.
constexpr std::size_t kLongestBlock = 12;

/// How many rows from `at` on equal the table's first rows, up to the next mark.
std::size_t equal_rows(const std::vector<RepeatRow>& rows, std::size_t at) {
  std::size_t count = 0;
  while (at + count < rows.size() && count < at && count <= kLongestBlock &&
         rows[at + count].key == rows[count].key && (count == 0 || !rows[at + count].after_mark)) {
    ++count;
  }
  return count;
}

}  // namespace

std::vector<Repeat> find_repeats(const std::vector<RepeatRow>& rows) {
  std::vector<Repeat> found(rows.size(), Repeat::no);
  std::map<std::size_t, int> places_by_length;  // of dropped blocks
  for (std::size_t at = 1; at < rows.size();) {
    auto count = equal_rows(rows, at);
    if (count == 0 || count > kLongestBlock) {
      ++at;
      continue;
    }
    bool dropped = rows[at].after_mark;
    if (!dropped) {
      const auto proven = std::find_if(
          places_by_length.rbegin(), places_by_length.rend(),
          [&](const auto& place) { return place.first <= count && place.second >= 2; });
      dropped = proven != places_by_length.rend();
      count = dropped ? proven->first : count;
    }
    if (dropped) {
      ++places_by_length[count];
    }
    std::fill_n(found.begin() + static_cast<std::ptrdiff_t>(at), count,
                dropped ? Repeat::dropped : Repeat::doubtful);
    at += count;
  }
  return found;
}

}  // namespace jiheng::intake
