#include "intake/repeats.h"

#include <algorithm>
#include <utility>

namespace jiheng::intake {
namespace {

/// Print titles are a few rows; a longer equal run is a second copy of the table, not a reprint.
constexpr std::size_t kLongestBlock = 12;

}  // namespace

void Repeats::add(RepeatRow row) {
  if (first_.size() <= kLongestBlock) {
    first_.push_back(row);
  }
  rows_.push_back(std::move(row));
}

std::vector<Repeat> Repeats::settle(bool end) {
  std::vector<Repeat> found;
  while (end ? !rows_.empty() : rows_.size() > kLongestBlock) {
    auto count = equal_rows();
    const bool block = count > 0 && count <= kLongestBlock;
    const auto repeat = block ? judge(count) : Repeat::no;
    count = block ? count : 1;
    found.insert(found.end(), count, repeat);
    rows_.erase(rows_.begin(), rows_.begin() + static_cast<std::ptrdiff_t>(count));
    settled_ += count;
  }
  return found;
}

/// How many of the rows at hand equal the table's first rows, up to the next mark.
std::size_t Repeats::equal_rows() const {
  std::size_t count = 0;
  while (count < rows_.size() && count < settled_ && count <= kLongestBlock &&
         rows_[count].key == first_[count].key && (count == 0 || !rows_[count].after_mark)) {
    ++count;
  }
  return count;
}

/// What a block of `count` rows is; where shorter ones were dropped only as much of it as those.
Repeat Repeats::judge(std::size_t& count) {
  bool dropped = rows_.front().after_mark;
  if (!dropped) {
    const auto proven =
        std::find_if(places_by_length_.rbegin(), places_by_length_.rend(),
                     [&](const auto& place) { return place.first <= count && place.second >= 2; });
    dropped = proven != places_by_length_.rend();
    count = dropped ? proven->first : count;
  }
  if (dropped) {
    ++places_by_length_[count];
  }
  return dropped ? Repeat::dropped : Repeat::doubtful;
}

}  // namespace jiheng::intake
