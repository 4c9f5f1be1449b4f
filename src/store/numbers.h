#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "domain/comparator.h"
#include "domain/finding.h"
#include "domain/target.h"
#include "store/filing.h"

namespace jiheng::store {

/// A year and what it holds.
struct YearCount {
  int year{};
  std::int64_t projects{};
  std::int64_t indicators{};
  std::int64_t findings{};
};

struct RuleCount {
  std::string rule;
  Severity severity{};
  std::int64_t findings{};
  std::int64_t projects{};
};

struct LevelCount {
  std::string level1;
  std::string level2;
  std::int64_t indicators{};
};

struct KindCount {
  TargetKind kind{};
  std::int64_t indicators{};
};

/// `comparator` is its symbol, "" for rows without one.
struct ComparatorCount {
  std::string comparator;
  std::int64_t indicators{};
};

/// A year in numbers: current rows only.
///
/// Shape   `typed` are the rows whose target is no mere text; `projects_with` counts projects that
///         have a finding of the severity. Lists: most frequent first, then by their words; levels
///         in the order of their words.
struct Overview {
  std::int64_t agencies{};
  std::int64_t projects{};
  std::int64_t indicators{};
  std::int64_t typed{};
  std::int64_t measurable{};
  Counts findings{};
  Counts projects_with{};
  std::vector<RuleCount> by_rule{};
  std::vector<LevelCount> by_level{};
  std::vector<KindCount> by_kind{};
  std::vector<ComparatorCount> by_comparator{};
};

struct ProgrammeCount {
  std::string name;  // "" for projects of no programme
  std::int64_t projects{};
};

/// An agency of a year with its counts; `parent_id` 0 when the parent is not in the database.
struct AgencyCount {
  std::int64_t id{};
  std::string name;
  std::string code;
  std::int64_t parent_id{};
  std::int64_t projects{};
  std::int64_t indicators{};
  Counts findings{};
  std::vector<ProgrammeCount> programmes{};
};

}  // namespace jiheng::store
