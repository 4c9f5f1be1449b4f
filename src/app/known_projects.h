#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "app/workspace.h"
#include "similarity/name_index.h"

namespace jiheng::app {

/// The projects of a year by the names a document may call them: the whole name, or the title
/// behind its programme.
class KnownProjects {
 public:
  /// Errors  unavailable when the database is away.
  [[nodiscard]] static Result<KnownProjects> load(const Workspace& workspace,
                                                  const std::string& region, int year);

  /// Those a document means; several where it does not say enough. A whole name goes before a
  /// title, and the agency tells several of one name apart: the only one of its name is meant
  /// though the document names 主管部门 or writes the agency otherwise.
  [[nodiscard]] std::vector<const store::ProjectSummary*> find(std::string_view agency,
                                                               std::string_view project) const;

  /// Those whose names are most like one no project bears, the likest first, at most `most`. The
  /// first question makes the index.
  [[nodiscard]] std::vector<const store::ProjectSummary*> like(std::string_view project,
                                                               std::size_t most);

  /// The project with an id; nullptr where the year has none.
  [[nodiscard]] const store::ProjectSummary* with_id(std::int64_t id) const;

 private:
  using ByKey = std::unordered_multimap<std::string, std::size_t>;

  void add(store::ProjectSummary project);
  void index_names();
  [[nodiscard]] std::vector<const store::ProjectSummary*> named(const ByKey& by_key,
                                                                std::string_view agency,
                                                                std::string_view project) const;

  std::vector<store::ProjectSummary> projects_{};
  ByKey whole_{};
  ByKey title_{};
  std::optional<similarity::NameIndex> index_{};
  std::vector<std::size_t> named_{};  // the project of each name of the index
};

}  // namespace jiheng::app
