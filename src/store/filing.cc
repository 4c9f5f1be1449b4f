#include "store/filing_plan.h"
#include "store/filing_write.h"
#include "store/store.h"
#include "store/writing.h"

namespace jiheng::store {

Result<FilingResult> Store::plan(const FilingRequest& request, const Hooks& hooks) {
  JH_TRY(const auto lease, pool_->lease());
  JH_TRY(auto plan, plan_filing(*lease, request, hooks));
  return std::move(plan.result);
}

Result<FilingResult> Store::file(const FilingRequest& request, const Hooks& hooks) {
  JH_TRY_DO(validate_filing(request));
  JH_TRY(auto writing, Writing::begin(*pool_, request.region));
  JH_TRY(auto plan, plan_filing(*writing, request, hooks));
  if (plan.result.outcome != FilingOutcome::same_document) {
    JH_TRY_DO(write_filing({*writing, request, hooks, plan}, clock_, ids_));
    JH_TRY_DO(writing.commit());
  }
  return std::move(plan.result);
}

}  // namespace jiheng::store
