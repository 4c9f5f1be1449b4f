#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <span>
#include <string>
#include <vector>

#include "domain/review_facts.h"

namespace jiheng {

/// The approved rows of one project, in document order.
///
/// Shape   `agency`, `project` and `title` are search keys of the names the rows bear.
struct ApprovedProject {
  std::string agency;
  std::string project;
  std::string title;
  std::vector<const ApprovedRow*> rows{};

  [[nodiscard]] bool has_programme() const {
    return title != project;
  }
};

/// Finds the approved version of projects.
class ApprovedVersion {
 public:
  /// The rows outlive this.
  explicit ApprovedVersion(std::span<const ApprovedRow> rows);

  /// The approved version of each project, nullptr where there is none: that of the same agency and
  /// project, by folded names; of the same project where one side names no agency. Where one side
  /// says 一级项目-二级项目 and the other 二级项目 alone, they are one if each has only one such.
  [[nodiscard]] std::vector<const ApprovedProject*> of(std::span<const ProjectOf> projects) const;

 private:
  using ByKey = std::multimap<std::string, std::size_t, std::less<>>;

  template <typename Fits>
  [[nodiscard]] const ApprovedProject* the_one(const ByKey& by_key, const std::string& key,
                                               const Fits& fits) const;
  [[nodiscard]] const ApprovedProject* by_name(const ApprovedProject& wanted) const;
  [[nodiscard]] const ApprovedProject* by_title(const ApprovedProject& wanted) const;

  std::vector<ApprovedProject> projects_{};
  ByKey names_{};
  ByKey titles_{};
};

/// The rows of a project beside those that were approved, by folded name; 覆盖率(%) and 覆盖率 in %
/// bear one name.
///
/// Shape   `approved` and `repeated` have an entry for each row: what was approved as this row,
///         nullptr for one that was not approved; for such a one the approved row that another row
///         of its name already is, which it says again (not where both name a level 2, and not the
///         same). `missing` are approved rows no row belongs to, but for those that say again what
///         one says that has its row. Of several with one name those that mean the same belong
///         together, then those of one level 2, then those that are left, in their order.
struct HeldAgainst {
  std::vector<const ApprovedRow*> approved{};
  std::vector<const ApprovedRow*> repeated{};
  std::vector<const ApprovedRow*> missing{};
};

[[nodiscard]] HeldAgainst held_against(std::span<const ApprovedRow* const> approved,
                                       std::span<const Indicator* const> rows);

/// How many projects the rows are of, and those among them without an approved version, by agency
/// and name.
struct HeldProjects {
  std::size_t all{};
  std::vector<ProjectOf> without{};
};

[[nodiscard]] HeldProjects held_projects(std::span<const ApprovedRow> approved,
                                         std::span<const Indicator> rows);

}  // namespace jiheng
