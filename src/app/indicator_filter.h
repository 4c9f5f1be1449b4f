#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "domain/comparator.h"
#include "domain/finding.h"
#include "domain/target.h"

namespace jiheng::app {

enum class IndicatorSort : std::uint8_t {
  document,
  agency,
  project,
  level,
  name,
  comparator,
  target,
  kind,
  findings,
};

/// Which indicators of a year, and in what order. What is empty does not filter.
struct IndicatorFilter {
  int year{};
  std::optional<std::int64_t> agency{};
  std::optional<std::int64_t> project{};
  std::string level1{};
  std::string level2{};
  std::optional<TargetKind> kind{};
  std::optional<Comparator> comparator{};
  bool no_comparator{};  // only rows whose comparator is blank
  std::optional<bool> measurable{};
  std::optional<Severity> severity{};  // rows with a finding of it
  std::string rule{};                  // rows with a finding of it
  std::string query{};                 // words of a name, a target or a project
  IndicatorSort sort{};
  bool descending{};
};

}  // namespace jiheng::app
