#include "domain/approved_version.h"

#include <algorithm>
#include <set>
#include <utility>

#include "base/text.h"
#include "domain/approved_row.h"
#include "domain/project.h"

namespace jiheng {
namespace {

ApprovedProject named(const ProjectOf& of) {
  return {.agency = search_key(of.agency),
          .project = search_key(of.project),
          .title = search_key(split_project_name(of.project).title)};
}

/// A folded name without what stands in brackets at its end: 覆盖率 and % of 覆盖率(%).
struct NameParts {
  std::string bare;
  std::string brackets{};

  explicit NameParts(std::string_view name) : bare(search_key(name)) {
    const auto open = bare.ends_with(')') ? bare.rfind('(') : std::string::npos;
    if (open != std::string::npos && open > 0) {
      brackets = bare.substr(open + 1, bare.size() - open - 2);
      bare.resize(open);
    }
  }
};

/// Whether what only one of two names has in brackets is the measure they count in.
bool brackets_are_measure(const Indicator& row, const ApprovedRow& approved) {
  const auto mine = NameParts(row.name).brackets;
  const auto theirs = NameParts(approved.name).brackets;
  if (mine.empty() == theirs.empty()) {
    return false;
  }
  const auto& said = mine.empty() ? theirs : mine;
  return said == search_key(row.measured.filed) || said == search_key(approved.measured.filed);
}

bool is_of_one_level2(const Indicator& row, const ApprovedRow& approved) {
  return search_key(row.level2) == search_key(approved.level2);
}

bool say_the_same(const ApprovedRow& one, const ApprovedRow& other) {
  return search_key(one.level2) == search_key(other.level2) &&
         search_key(value_text(one)) == search_key(value_text(other));
}

/// Rows and approved rows of one project on their way to each other.
class Pairing {
 public:
  Pairing(std::span<const ApprovedRow* const> approved, std::span<const Indicator* const> rows)
      : approved_(approved), rows_(rows), free_(approved.size(), true) {
    held_.approved.resize(rows.size());
    held_.repeated.resize(rows.size());
    for (std::size_t i = 0; i < approved.size(); ++i) {
      by_name_[search_key(approved[i]->name)].push_back(i);
      by_bare_name_[NameParts(approved[i]->name).bare].push_back(i);
    }
    for (const auto* row : rows) {
      names_.push_back(search_key(row->name));
      bare_names_.push_back(NameParts(row->name).bare);
    }
  }

  template <typename Fits>
  void pair(const Fits& fits) {
    pair_by(names_, by_name_, fits);
  }

  template <typename Fits>
  void pair_bare(const Fits& fits) {
    pair_by(bare_names_, by_bare_name_, fits);
  }

  HeldAgainst held() && {
    for (std::size_t i = 0; i < rows_.size(); ++i) {
      if (held_.approved[i] == nullptr) {
        held_.repeated[i] = taken(names_[i], [&](const ApprovedRow& other) {
          const bool unsaid = rows_[i]->level2.empty() || other.level2.empty();
          return unsaid || is_of_one_level2(*rows_[i], other);
        });
      }
    }
    for (std::size_t i = 0; i < approved_.size(); ++i) {
      const auto& one = *approved_[i];
      const auto repeats = [&](const ApprovedRow& other) { return say_the_same(one, other); };
      if (free_[i] && taken(search_key(one.name), repeats) == nullptr) {
        held_.missing.push_back(&one);
      }
    }
    return std::move(held_);
  }

 private:
  using ByName = std::map<std::string, std::vector<std::size_t>, std::less<>>;

  template <typename Fits>
  void pair_by(const std::vector<std::string>& names, const ByName& by_name, const Fits& fits) {
    for (std::size_t i = 0; i < rows_.size(); ++i) {
      const auto found = by_name.find(names[i]);
      if (held_.approved[i] != nullptr || found == by_name.end()) {
        continue;
      }
      const auto one = std::ranges::find_if(found->second, [&](std::size_t which) {
        return free_[which] && fits(*rows_[i], *approved_[which]);
      });
      if (one != found->second.end()) {
        free_[*one] = false;
        held_.approved[i] = approved_[*one];
      }
    }
  }

  /// The first approved row of the name that has its row already and fits.
  template <typename Fits>
  [[nodiscard]] const ApprovedRow* taken(const std::string& name, const Fits& fits) const {
    const auto found = by_name_.find(name);
    if (found == by_name_.end()) {
      return nullptr;
    }
    const auto one = std::ranges::find_if(
        found->second, [&](std::size_t which) { return !free_[which] && fits(*approved_[which]); });
    return one == found->second.end() ? nullptr : approved_[*one];
  }

  std::span<const ApprovedRow* const> approved_;
  std::span<const Indicator* const> rows_;
  std::vector<bool> free_;
  std::vector<std::string> names_{};
  std::vector<std::string> bare_names_{};
  ByName by_name_{};
  ByName by_bare_name_{};
  HeldAgainst held_{};
};

}  // namespace

ApprovedVersion::ApprovedVersion(std::span<const ApprovedRow> rows) {
  std::map<ProjectOf, std::size_t> known;  // as written: most rows repeat the one before
  std::map<std::pair<std::string, std::string>, std::size_t> folded;
  for (const auto& row : rows) {
    const auto [as_written, is_new] = known.try_emplace({row.agency, row.project}, 0);
    if (is_new) {
      auto project = named(as_written->first);
      const auto [found, first] =
          folded.try_emplace({project.agency, project.project}, projects_.size());
      as_written->second = found->second;
      if (first) {
        names_.emplace(project.project, projects_.size());
        titles_.emplace(project.title, projects_.size());
        projects_.push_back(std::move(project));
      }
    }
    projects_[as_written->second].rows.push_back(&row);
  }
}

/// The only one that fits; of the same agency before one where a side names none.
template <typename Fits>
const ApprovedProject* ApprovedVersion::the_one(const ByKey& by_key, const std::string& key,
                                                const Fits& fits) const {
  const auto [first, last] = by_key.equal_range(key);
  std::vector<const ApprovedProject*> found;
  for (auto at = first; at != last; ++at) {
    if (fits(projects_[at->second])) {
      found.push_back(&projects_[at->second]);
    }
  }
  return found.size() == 1 ? found.front() : nullptr;
}

const ApprovedProject* ApprovedVersion::by_name(const ApprovedProject& wanted) const {
  const auto* same = the_one(names_, wanted.project, [&](const ApprovedProject& other) {
    return other.agency == wanted.agency;
  });
  return same != nullptr ? same
                         : the_one(names_, wanted.project, [&](const ApprovedProject& other) {
                             return other.agency.empty() || wanted.agency.empty();
                           });
}

const ApprovedProject* ApprovedVersion::by_title(const ApprovedProject& wanted) const {
  return the_one(titles_, wanted.title, [&](const ApprovedProject& other) {
    const bool agency =
        other.agency == wanted.agency || other.agency.empty() || wanted.agency.empty();
    return agency && other.has_programme() != wanted.has_programme();
  });
}

std::vector<const ApprovedProject*> ApprovedVersion::of(std::span<const ProjectOf> projects) const {
  std::vector<const ApprovedProject*> found;
  std::map<const ApprovedProject*, std::size_t> taken;
  std::vector<bool> titled;
  for (const auto& project : projects) {
    const auto wanted = named(project);
    const auto* same = by_name(wanted);
    titled.push_back(same == nullptr);
    found.push_back(same != nullptr ? same : by_title(wanted));
    ++taken[found.back()];
  }
  for (std::size_t i = 0; i < found.size(); ++i) {
    if (titled[i] && taken[found[i]] > 1) {
      found[i] = nullptr;
    }
  }
  return found;
}

HeldAgainst held_against(std::span<const ApprovedRow* const> approved,
                         std::span<const Indicator* const> rows) {
  const auto same = [](const Indicator& row, const ApprovedRow& other) {
    return !difference(row, other);
  };
  Pairing pairing(approved, rows);
  pairing.pair(same);
  pairing.pair(is_of_one_level2);
  pairing.pair([](const Indicator&, const ApprovedRow&) { return true; });
  pairing.pair_bare([&](const Indicator& row, const ApprovedRow& other) {
    return brackets_are_measure(row, other) && same(row, other);
  });
  pairing.pair_bare(brackets_are_measure);
  return std::move(pairing).held();
}

HeldProjects held_projects(std::span<const ApprovedRow> approved, std::span<const Indicator> rows) {
  std::set<ProjectOf> distinct;
  for (const auto& row : rows) {
    distinct.insert({row.agency, row.project});
  }
  const std::vector<ProjectOf> projects(distinct.begin(), distinct.end());
  const auto found = ApprovedVersion(approved).of(projects);
  HeldProjects held{.all = projects.size()};
  for (std::size_t i = 0; i < projects.size(); ++i) {
    if (found[i] == nullptr) {
      held.without.push_back(projects[i]);
    }
  }
  return held;
}

}  // namespace jiheng
