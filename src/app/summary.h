#pragma once

#include <cstddef>
#include <map>
#include <set>
#include <string>
#include <utility>

#include "app/reading.h"

namespace jiheng::app {

/// What a run over documents found: the numbers of the summary on stderr.
struct Summary {
  std::size_t documents{};
  std::size_t pages{};
  std::size_t tables{};
  std::size_t indicators{};
  std::size_t repeated{};
  std::size_t doubtful{};
  std::size_t unread{};
  std::size_t remembered{};  // rows read by a remembered correction
  std::set<std::string> agencies{};
  std::set<std::pair<std::string, std::string>> projects{};  // agency, project
  std::map<Repair, std::size_t> repairs{};

  void add(const Reading& reading);
  void add(const Indicator& row);
  void add(const Summary& other);

  /// The fixed last line scripts rely on: "1 documents, 0 pages, 1 tables, 147 indicators, …".
  [[nodiscard]] std::string last_line() const;
};

}  // namespace jiheng::app
