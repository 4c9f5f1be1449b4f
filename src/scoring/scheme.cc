#include "scoring/scheme.h"

#include <algorithm>

#include "scoring/condition_words.h"

namespace jiheng::scoring {
Result<Scheme> Scheme::make(const packs::ScoringProfile& profile, const Vocabulary& vocabulary,
                            Explain explain) {
  Scheme scheme;
  scheme.profile_ = &profile;
  scheme.vocabulary_ = &vocabulary;
  scheme.explain_ = explain;
  for (const auto& said : profile.assignments) {
    Condition condition{.method = said.method, .endings = &said.endings};
    JH_TRY(condition.roles, read_words(said.roles, "roles", category_role_from_word, said.where));
    JH_TRY(condition.kinds, read_words(said.kinds, "kinds", target_kind_from_word, said.where));
    JH_TRY(condition.comparators,
           read_words(said.comparators, "comparators", comparator_from_symbol, said.where));
    scheme.conditions_.push_back(std::move(condition));
  }
  return scheme;
}

CategoryRole Scheme::role_of(const Indicator& row) const {
  const auto role = vocabulary_->frames.role(row.level1, row.level2);
  return role == CategoryRole::other ? vocabulary_->frames.role({}, row.level2) : role;
}

bool Scheme::fits(const Condition& condition, const Indicator& row) const {
  const bool named = condition.endings->empty() ||
                     std::ranges::any_of(*condition.endings, [&](const std::string& ending) {
                       return row.name.ends_with(ending);
                     });
  const bool compared = condition.comparators.empty() ||
                        (row.comparator && holds(condition.comparators, *row.comparator));
  return named && compared && holds(condition.kinds, kind(row.typed)) &&
         (condition.roles.empty() || holds(condition.roles, role_of(row)));
}

packs::Method Scheme::method_of(const Indicator& row) const {
  const auto found = std::ranges::find_if(
      conditions_, [&](const Condition& condition) { return fits(condition, row); });
  return found == conditions_.end() ? packs::Method::proportion : found->method;
}

}  // namespace jiheng::scoring
