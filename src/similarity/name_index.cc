#include "similarity/name_index.h"

#include <algorithm>
#include <numeric>

namespace jiheng::similarity {

/// One question while it is answered.
class NameIndex::Question {
 public:
  Question(const NameIndex& index, std::string_view wording, const Nearness& nearness)
      : index_(index),
        nearness_(nearness),
        floor_(std::max(nearness.floor, 1)),
        polarity_(similarity::polarity(wording)),
        place_(index.gram_of_.size()) {
    const auto codes = gram_codes(wording);
    size_ = codes.size();
    for (const auto code : codes) {
      if (const auto known = index.gram_of_.find(code); known != index.gram_of_.end()) {
        grams_.push_back(known->second);
      }
    }
    std::ranges::sort(grams_);
    for (const auto gram : grams_) {
      place_[gram] = true;
    }
  }

  /// Each gram finds the entries in which it is the rarest shared one. An entry first found by the
  /// i-th gram shares nothing with the i - 1 before it: once that is too little, no list of a more
  /// common gram need be walked.
  void ask() {
    for (std::size_t i = 0; i < grams_.size() && nearness_.most > 0; ++i) {
      const std::size_t shareable = grams_.size() - i;
      if (likeness(shareable, size_ + shareable, false) < floor_) {
        return;
      }
      walk(grams_[i], shareable);
    }
  }

  [[nodiscard]] std::vector<NameMatch> answer() {
    std::vector<NameMatch> matches;
    for (const auto& [permille, entry] : best_) {
      for (auto at = index_.member_start_[entry]; at < index_.member_start_[entry + 1]; ++at) {
        matches.push_back({.name = index_.members_[at], .permille = permille});
      }
    }
    std::ranges::sort(matches, [](const NameMatch& a, const NameMatch& b) {
      return a.permille != b.permille ? a.permille > b.permille : a.name < b.name;
    });
    matches.resize(std::min(matches.size(), nearness_.most));
    return matches;
  }

 private:
  struct Found {
    std::int32_t permille;
    Entry entry;
  };

  /// The first entry with `grams` grams or more.
  [[nodiscard]] Entry first_with(std::size_t grams) const {
    return index_.length_start_[std::min(grams, index_.length_start_.size() - 1)];
  }

  void walk(Gram gram, std::size_t shareable) {
    // 2 × shared ÷ (size + length) ≥ floor, where shared is neither more than the length …
    const auto floor = static_cast<std::size_t>(floor_);
    const std::size_t shortest = (floor * size_ + (2000 - floor) - 1) / (2000 - floor);
    // … nor more than what may still be shared.
    const std::size_t longest = 2000 * shareable / floor - size_;
    const auto* end = index_.postings_.data() + index_.posting_start_[gram + 1];
    const auto* at = std::lower_bound(index_.postings_.data() + index_.posting_start_[gram], end,
                                      first_with(shortest));
    end = std::lower_bound(at, end, first_with(longest + 1));
    for (; at != end; ++at) {
      consider(*at, gram, shareable);
    }
  }

  /// Compares with an entry that has `gram`, unless a rarer gram has found it before.
  void consider(Entry entry, Gram gram, std::size_t shareable) {
    const auto* at = index_.grams_.data() + index_.gram_start_[entry];
    const auto* end = index_.grams_.data() + index_.gram_start_[entry + 1];
    const std::size_t both = size_ + static_cast<std::size_t>(end - at);
    const bool turned = contrary(polarity_, index_.polarity_[entry]);
    if (turned && likeness(shareable, both, true) < floor_) {
      return;
    }
    while (!place_[*at]) {
      ++at;
    }
    if (*at != gram) {
      return;
    }
    std::size_t shared = 0;
    for (; at != end; ++at) {
      shared += place_[*at] ? 1 : 0;
    }
    if (const auto permille = likeness(shared, both, turned); permille >= floor_) {
      keep({permille, entry});
    }
  }

  /// True when `a` is to be shown before `b`.
  [[nodiscard]] bool before(const Found& a, const Found& b) const {
    const auto first = [&](Entry entry) { return index_.members_[index_.member_start_[entry]]; };
    return a.permille != b.permille ? a.permille > b.permille : first(a.entry) < first(b.entry);
  }

  /// Keeps the best as a heap with the worst of them in front. Once there are enough, nothing less
  /// alike than the worst is looked for.
  void keep(const Found& found) {
    const auto order = [this](const Found& a, const Found& b) { return before(a, b); };
    if (best_.size() == nearness_.most && !before(found, best_.front())) {
      return;
    }
    if (best_.size() == nearness_.most) {
      std::ranges::pop_heap(best_, order);
      best_.pop_back();
    }
    best_.push_back(found);
    std::ranges::push_heap(best_, order);
    if (best_.size() == nearness_.most) {
      floor_ = std::max(floor_, best_.front().permille);
    }
  }

  const NameIndex& index_;
  const Nearness& nearness_;
  std::int32_t floor_;
  Polarity polarity_;
  std::size_t size_{};         // grams asked for, known or not
  std::vector<Gram> grams_{};  // the known ones, rarest first
  std::vector<char> place_;    // by gram: is it asked for
  std::vector<Found> best_{};
};

std::vector<NameMatch> NameIndex::like(std::string_view wording, const Nearness& nearness) const {
  Question question(*this, wording, nearness);
  question.ask();
  return question.answer();
}

std::size_t NameIndex::memory_bytes() const {
  const auto of = [](const auto& vector) { return vector.capacity() * sizeof(vector[0]); };
  // A node of the map: its pair, the next one's address and, behind both, the allocator's head.
  constexpr std::size_t kNode = sizeof(std::pair<std::uint64_t, Gram>) + 2 * sizeof(void*);
  return of(grams_) + of(gram_start_) + of(postings_) + of(posting_start_) + of(polarity_) +
         of(members_) + of(member_start_) + of(length_start_) + gram_of_.size() * kNode +
         gram_of_.bucket_count() * sizeof(void*);
}

void NameIndexBuilder::add(std::string_view wording) {
  for (const auto code : gram_codes(wording)) {
    const auto [known, is_new] = gram_of_.try_emplace(code, static_cast<Gram>(gram_of_.size()));
    if (is_new) {
      names_with_.push_back(0);
    }
    ++names_with_[known->second];
    grams_.push_back(known->second);
  }
  start_.push_back(static_cast<std::uint32_t>(grams_.size()));
  polarity_.push_back(polarity(wording));
}

NameIndex NameIndexBuilder::build() && {
  order_by_rarity();
  NameIndex index;
  index.members_ = names_by_grams();
  put_entries(index);
  grams_ = {};  // the index has its own now, and postings take as much again
  put_postings(index);
  index.gram_of_ = std::move(gram_of_);
  return index;
}

void NameIndexBuilder::order_by_rarity() {
  std::vector<std::pair<std::uint64_t, Gram>> order(gram_of_.begin(), gram_of_.end());
  std::ranges::sort(order, [this](const auto& a, const auto& b) {
    const auto rare = names_with_[a.second];
    return rare != names_with_[b.second] ? rare < names_with_[b.second] : a.first < b.first;
  });
  std::vector<Gram> renamed(order.size());
  for (std::size_t i = 0; i < order.size(); ++i) {
    renamed[order[i].second] = static_cast<Gram>(i);
    gram_of_[order[i].first] = static_cast<Gram>(i);
  }
  for (auto& gram : grams_) {
    gram = renamed[gram];
  }
  for (std::size_t name = 0; name + 1 < start_.size(); ++name) {
    std::sort(grams_.begin() + start_[name], grams_.begin() + start_[name + 1]);
  }
}

/// By how many grams, then which, then as added: names of the same grams stand together.
std::vector<std::uint32_t> NameIndexBuilder::names_by_grams() const {
  std::vector<std::uint32_t> names(start_.size() - 1);
  std::iota(names.begin(), names.end(), 0U);
  std::ranges::sort(names, [this](std::uint32_t a, std::uint32_t b) {
    const auto length_a = end_of(a) - begin_of(a);
    const auto length_b = end_of(b) - begin_of(b);
    if (length_a != length_b) {
      return length_a < length_b;
    }
    const auto [at_a, at_b] = std::mismatch(begin_of(a), end_of(a), begin_of(b));
    return at_a == end_of(a) ? a < b : *at_a < *at_b;
  });
  return names;
}

void NameIndexBuilder::put_entries(NameIndex& index) const {
  index.gram_start_.push_back(0);
  index.grams_.reserve(grams_.size());
  for (std::size_t i = 0; i < index.members_.size(); ++i) {
    const auto name = index.members_[i];
    if (i > 0 && std::equal(begin_of(name), end_of(name), begin_of(index.members_[i - 1]),
                            end_of(index.members_[i - 1]))) {
      continue;
    }
    const auto entry = static_cast<NameIndex::Entry>(index.polarity_.size());
    const auto grams = static_cast<std::size_t>(end_of(name) - begin_of(name));
    index.length_start_.resize(std::max(index.length_start_.size(), grams + 1), entry);
    index.member_start_.push_back(static_cast<std::uint32_t>(i));
    index.grams_.insert(index.grams_.end(), begin_of(name), end_of(name));
    index.gram_start_.push_back(static_cast<std::uint32_t>(index.grams_.size()));
    index.polarity_.push_back(polarity_[name]);
  }
  index.member_start_.push_back(static_cast<std::uint32_t>(index.members_.size()));
  index.length_start_.push_back(static_cast<NameIndex::Entry>(index.polarity_.size()));
  index.grams_.shrink_to_fit();
}

void NameIndexBuilder::put_postings(NameIndex& index) {
  Gram grams = 0;
  for (const auto gram : index.grams_) {
    grams = std::max(grams, gram + 1);
  }
  index.posting_start_.resize(grams + 1);
  for (const auto gram : index.grams_) {
    ++index.posting_start_[gram + 1];
  }
  std::partial_sum(index.posting_start_.begin(), index.posting_start_.end(),
                   index.posting_start_.begin());
  index.postings_.resize(index.grams_.size());
  auto next = index.posting_start_;
  for (NameIndex::Entry entry = 0; entry < index.polarity_.size(); ++entry) {
    for (auto at = index.gram_start_[entry]; at < index.gram_start_[entry + 1]; ++at) {
      index.postings_[next[index.grams_[at]]++] = entry;
    }
  }
}

}  // namespace jiheng::similarity
