#include "app/judging.h"

#include "intake/target_language.h"
#include "rules/rule.h"

namespace jiheng::app {

store::Hooks hooks_of(const Workspace& workspace) {
  return {.retype =
              [&workspace](Indicator& row) {
                const auto comparator =
                    row.comparator ? std::string(sign(*row.comparator)) : std::string();
                const auto target = row.target;
                const auto measure = row.measure;
                intake::retype(row, {comparator, target, measure}, workspace.vocabulary);
              },
          .review =
              [&workspace](std::span<const Indicator> rows, const ReviewFacts& facts) {
                return rules::review(rows, facts, workspace.pack, workspace.vocabulary);
              }};
}

}  // namespace jiheng::app
