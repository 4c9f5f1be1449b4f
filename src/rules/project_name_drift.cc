#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "base/utf8.h"
#include "rules/catalogue.h"
#include "rules/project_reading.h"

namespace jiheng::rules {
namespace {

using Characters = std::u32string;

/// 第一批 and 第二批 are told apart by a number: those are two things, not one misspelled.
bool is_number_word(char32_t c, const Characters& numbers) {
  return (c >= U'0' && c <= U'9') || numbers.find(c) != Characters::npos;
}

Characters characters_of(std::string_view text) {
  Characters characters;
  for (std::size_t i = 0; i < text.size();) {
    const auto point = decode_point(text, i);
    characters.push_back(point.point);
    i += point.bytes;
  }
  return characters;
}

/// True when the names differ in one stretch of at most `most` characters that holds no number.
bool is_drift(const Characters& one, const Characters& other, std::size_t most,
              const Characters& numbers) {
  const auto shorter = std::min(one.size(), other.size());
  std::size_t front = 0;
  while (front < shorter && one[front] == other[front]) {
    ++front;
  }
  std::size_t back = 0;
  while (back < shorter - front && one[one.size() - 1 - back] == other[other.size() - 1 - back]) {
    ++back;
  }
  const auto cut = [&](const Characters& name) {
    return name.substr(front, name.size() - front - back);
  };
  const auto [mine, theirs] = std::pair(cut(one), cut(other));
  const auto numbered = [&](const Characters& text) {
    return std::ranges::any_of(text, [&](char32_t c) { return is_number_word(c, numbers); });
  };
  return mine.size() <= most && theirs.size() <= most && (!mine.empty() || !theirs.empty()) &&
         !numbered(mine) && !numbered(theirs) && 2 * (front + back) >= 3 * most;
}

/// Names that are compared with each other, and the first rows of the projects that bear them.
class Names {
 public:
  explicit Names(const Parameters& parameters) : parameters_(parameters) {
    for (const auto& word : parameters.words("numbers")) {
      numbers_ += characters_of(word);
    }
  }

  void add(const std::string& name, std::optional<std::size_t> row) {
    auto& held = names_[name];
    if (held.characters.empty()) {
      held.characters = characters_of(name);
    }
    if (row) {
      held.rows.push_back(*row);
    }
  }

  void check(Sink& sink) const {
    // Each name is held against each other one: more names than a department has are none.
    const auto limit = parameters_.number("department_projects");
    if (!limit || Decimal::whole(static_cast<std::int64_t>(names_.size())) > *limit) {
      return;
    }
    for (const auto& name : names_) {
      const auto& here = name.second;
      const auto there = std::ranges::find_if(names_, [&](const auto& other) {
        return drifts(here.characters, other.second.characters);
      });
      if (there == names_.end()) {
        continue;
      }
      for (const auto row : here.rows) {
        sink.report({.column = Column::project, .args = {name.first, there->first}, .row = row});
      }
    }
  }

 private:
  struct Held {
    Characters characters;
    std::vector<std::size_t> rows;
  };

  [[nodiscard]] bool drifts(const Characters& one, const Characters& other) const {
    const auto most = parameters_.number("characters");
    const auto least = parameters_.number("least_length");
    const auto shorter =
        Decimal::whole(static_cast<std::int64_t>(std::min(one.size(), other.size())));
    return most && least && shorter >= *least &&
           is_drift(one, other, static_cast<std::size_t>(most->digits()), numbers_);
  }

  const Parameters& parameters_;
  Characters numbers_;
  std::map<std::string, Held> names_;
};

/// Programmes are compared with programmes, titles with titles.
struct Compared {
  Names programmes;
  Names titles;

  void add(std::string_view project, std::optional<std::size_t> row) {
    const auto name = split_project_name(project);
    if (!name.programme.empty()) {
      programmes.add(name.programme, row);
    }
    titles.add(name.title, row);
  }
};

/// A document of more agencies or projects than a department has is a city's: names are compared
/// within each.
bool is_department(std::span<const ProjectView> projects, const Parameters& parameters) {
  std::set<std::string_view> agencies;
  for (const auto& project : projects) {
    agencies.insert(project.agency);
  }
  for (const auto& other : projects.front().facts.others) {
    agencies.insert(other.agency);
  }
  const auto most = parameters.number("department_agencies");
  const auto limit = parameters.number("department_projects");
  const auto count = Decimal::whole(
      static_cast<std::int64_t>(projects.size() + projects.front().facts.others.size()));
  return most && limit && count <= *limit &&
         Decimal::whole(static_cast<std::int64_t>(agencies.size())) <= *most;
}

void check(std::span<const ProjectView> projects, const Parameters& parameters, Sink& sink) {
  if (projects.empty()) {
    return;
  }
  const bool department = is_department(projects, parameters);
  std::map<std::string_view, Compared> compared;
  const auto add = [&](std::string_view agency, std::string_view project,
                       std::optional<std::size_t> row) {
    const auto group = department ? std::string_view() : agency;
    compared.try_emplace(group, Compared{Names(parameters), Names(parameters)})
        .first->second.add(project, row);
  };
  std::size_t row = 0;
  for (const auto& project : projects) {
    add(project.agency, project.project, row);
    row += project.rows.size();
  }
  for (const auto& other : projects.front().facts.others) {
    add(other.agency, other.project, std::nullopt);
  }
  for (const auto& [group, names] : compared) {
    names.programmes.check(sink);
    names.titles.check(sink);
  }
}

}  // namespace

const Rule kProjectNameDrift{.id = "project_name_drift",
                             .number = 70,
                             .severity = Severity::warning,
                             .aspect = Aspect::compliance,
                             .check_all = check};

}  // namespace jiheng::rules
