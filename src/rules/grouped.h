#pragma once

#include <map>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "rules/rule.h"

namespace jiheng::rules {

/// Roles by category words: a table has a dozen of them, over many rows.
class Roles {
 public:
  explicit Roles(const Frames& frames) : frames_(frames) {}

  CategoryRole of(const Indicator& row) {
    for (const auto& known : known_) {
      if (known.level2 == row.level2 && known.level1 == row.level1) {
        return known.role;
      }
    }
    auto role = frames_.role(row.level1, row.level2);
    if (role == CategoryRole::other) {
      // 质量指标 under 效益指标 is still one of quality (rule category_outside_frame says the
      // rest).
      role = frames_.role({}, row.level2);
    }
    if (known_.size() < kMost) {
      known_.push_back({row.level1, row.level2, role});
    }
    return role;
  }

 private:
  struct Known {
    std::string_view level1;
    std::string_view level2;
    CategoryRole role;
  };

  // Beyond this, looking costs more than asking the frames again.
  static constexpr std::size_t kMost = 64;

  const Frames& frames_;
  std::vector<Known> known_;
};

/// The rows put together by project, each project where its first row stands.
class Grouped {
 public:
  Grouped(std::span<const Indicator> rows, const ReviewFacts& facts, const Vocabulary& vocabulary) {
    sort_in(rows);
    const auto* known = vocabulary.frames.named(facts.frame);
    const auto* frame = known != nullptr ? known : vocabulary.frames.fitting(rows);
    Roles roles(vocabulary.frames);
    rows_.reserve(rows.size());
    places_.reserve(rows.size());
    views_.reserve(groups_.size());
    for (const auto& group : groups_) {
      const auto first = rows_.size();
      for (const auto row : group) {
        places_.push_back(row);
        rows_.push_back({rows[row], roles.of(rows[row]), vocabulary, facts, frame});
      }
      const auto& head = rows[group.front()];
      views_.push_back({head.agency, head.project, std::span(rows_).subspan(first, group.size()),
                        vocabulary, facts});
    }
  }

  [[nodiscard]] std::span<const ProjectView> projects() const {
    return views_;
  }

  /// Where a row, counted through all projects, stands among the reviewed rows.
  [[nodiscard]] std::size_t place(std::size_t row) const {
    return places_[row];
  }

 private:
  using Key = std::pair<std::string_view, std::string_view>;

  void sort_in(std::span<const Indicator> rows) {
    std::map<Key, std::size_t> known;
    Key last;
    std::size_t group = 0;
    for (std::size_t i = 0; i < rows.size(); ++i) {
      const Key key{rows[i].agency, rows[i].project};
      if (i == 0 || key != last) {
        group = known.try_emplace(key, groups_.size()).first->second;
        last = key;
      }
      if (group == groups_.size()) {
        groups_.emplace_back();
      }
      groups_[group].push_back(i);
    }
  }

  std::vector<std::vector<std::size_t>> groups_;
  std::vector<Row> rows_;
  std::vector<std::size_t> places_;
  std::vector<ProjectView> views_;
};

}  // namespace jiheng::rules
