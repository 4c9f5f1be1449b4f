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

/// The rows of a project beside those that were approved, by folded name.
///
/// Shape   `approved` has an entry for each row, nullptr for one that was not approved; `missing`
///         are approved rows no row belongs to. Of several with one name those that mean the same
///         belong together, then those of one level 2, then those that are left, in their order.
struct HeldAgainst {
  std::vector<const ApprovedRow*> approved{};
  std::vector<const ApprovedRow*> missing{};
};

[[nodiscard]] HeldAgainst held_against(std::span<const ApprovedRow* const> approved,
                                       std::span<const Indicator* const> rows);

/// How many projects the rows are of, and how many of them have an approved version.
struct HeldProjects {
  std::size_t all{};
  std::size_t approved{};
};

[[nodiscard]] HeldProjects held_projects(std::span<const ApprovedRow> approved,
                                         std::span<const Indicator> rows);

}  // namespace jiheng
