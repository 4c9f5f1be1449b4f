#pragma once

#include <cstdint>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "similarity/wording.h"

namespace jiheng::similarity {

/// A name that is like the one asked for.
///
/// Shape   `name` counts the names in the order they were added, from 0.
/// Units   thousandths (`likeness`).
struct NameMatch {
  std::uint32_t name{};
  std::int32_t permille{};

  friend bool operator==(const NameMatch&, const NameMatch&) = default;
};

/// How many names are wanted, and how like they must be at least (thousandths, 1 … 1000).
struct Nearness {
  std::size_t most{10};
  std::int32_t floor{500};
};

/// "What is like this?" over millions of names.
///
/// Names with the same grams are kept once. Grams are ordered by rarity and names by length, so
/// that a question walks the lists of its rarest grams only, and of them only the names that are
/// neither too short nor too long to be like it. Nothing is rounded, sampled or left to chance: the
/// answer is that of comparing with every name. Questions may be asked from several threads.
class NameIndex {
 public:
  /// The names most like `wording`, most alike first, then in the order they were added. None for a
  /// wording without characters.
  [[nodiscard]] std::vector<NameMatch> like(std::string_view wording,
                                            const Nearness& nearness) const;

  [[nodiscard]] std::size_t size() const {
    return members_.size();
  }

  /// What the index holds in memory, in bytes.
  [[nodiscard]] std::size_t memory_bytes() const;

 private:
  friend class NameIndexBuilder;
  class Question;

  using Gram = std::uint32_t;   // by rarity: the rarest is 0
  using Entry = std::uint32_t;  // names of the same grams: by how many, then which

  [[nodiscard]] std::size_t grams_in(Entry entry) const {
    return gram_start_[entry + 1] - gram_start_[entry];
  }

  std::unordered_map<std::uint64_t, Gram> gram_of_{};
  std::vector<Gram> grams_{};  // of each entry, rarest first
  std::vector<std::uint32_t> gram_start_{};
  std::vector<Entry> postings_{};  // of each gram, ascending
  std::vector<std::uint32_t> posting_start_{};
  std::vector<Polarity> polarity_{};      // of each entry
  std::vector<std::uint32_t> members_{};  // the names of each entry, ascending
  std::vector<std::uint32_t> member_start_{};
  std::vector<Entry> length_start_{};  // the first entry with so many grams or more
};

/// Takes the names of an index one by one, at most 2^32 - 1 grams in all.
class NameIndexBuilder {
 public:
  /// A name without characters is counted and never found.
  void add(std::string_view wording);

  [[nodiscard]] NameIndex build() &&;

 private:
  using Gram = NameIndex::Gram;

  /// Renames grams so that the rarest come first; equally rare ones by their characters.
  void order_by_rarity();
  [[nodiscard]] std::vector<std::uint32_t> names_by_grams() const;
  void put_entries(NameIndex& index) const;
  static void put_postings(NameIndex& index);

  [[nodiscard]] const Gram* begin_of(std::uint32_t name) const {
    return grams_.data() + start_[name];
  }

  [[nodiscard]] const Gram* end_of(std::uint32_t name) const {
    return grams_.data() + start_[name + 1];
  }

  std::unordered_map<std::uint64_t, Gram> gram_of_{};
  std::vector<std::uint32_t> names_with_{};  // by gram
  std::vector<Gram> grams_{};
  std::vector<std::uint32_t> start_{0};
  std::vector<Polarity> polarity_{};
};

}  // namespace jiheng::similarity
