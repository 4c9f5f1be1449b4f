#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/workspace.h"
#include "store/listing.h"

namespace jiheng::app {

/// A row that taking over a rule's suggestion would change, and how.
///
/// Shape   `before` and `after` run beside each other; `before` is the text as filed where only its
///         spelling changes.
struct SuggestedChange {
  std::int64_t indicator{};
  std::int64_t revision{};
  std::int64_t project_id{};
  std::string agency;
  std::string project;
  std::string name;
  std::vector<Change> before{};
  std::vector<Change> after{};
};

/// All of them in the projects of a list; `seen` is one word for exactly these rows as they are.
struct SuggestedChanges {
  std::vector<SuggestedChange> rows{};  // document order
  std::string seen{};
};

using store::LaidEdit;

/// How many edits were taken back, and how many could not be: their rows were changed meanwhile.
struct TakenBack {
  std::int64_t undone{};
  std::int64_t left{};
};

/// What the standing suggestions of the filter's rule would change, of the projects a list of
/// projects shows under the filter.
/// Errors  not_found `browse.no_rule`.
[[nodiscard]] Result<SuggestedChanges> suggested_changes(const Workspace& workspace,
                                                         store::ProjectFilter filter);

/// Lays them all over their rows, as one transaction; nothing where there are none.
/// Errors  conflict `store.changed_meanwhile` where `seen` is not what they are now; those of
///         `suggested_changes`.
[[nodiscard]] Result<std::vector<LaidEdit>> apply_rule(const Workspace& workspace,
                                                       store::ProjectFilter filter,
                                                       const std::string& seen);

/// What is left of the last time the rule was applied to rows of a year.
/// Errors  not_found `browse.no_rule`.
[[nodiscard]] Result<std::optional<store::AppliedRule>> last_applied(const Workspace& workspace,
                                                                     std::string_view rule,
                                                                     int year);

/// Takes edits back in one transaction; those whose rows were changed meanwhile stay.
[[nodiscard]] Result<TakenBack> take_back_edits(const Workspace& workspace,
                                                const std::vector<LaidEdit>& edits);

}  // namespace jiheng::app
