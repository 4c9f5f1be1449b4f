#include "store/writing.h"

#include "sql/connection.h"

namespace jiheng::store {

namespace {

// The row's lock is what other writers of the region wait for.
constexpr std::string_view kTakeRegion =
    "INSERT INTO region (region_code, revision) VALUES (?, 1) "
    "ON CONFLICT (region_code) DO UPDATE SET revision = region.revision + 1";

}  // namespace

Result<Writing> Writing::begin(sql::Pool& pool, std::string_view region) {
  JH_TRY(auto lease, pool.lease());
  JH_TRY(auto transaction, sql::Transaction::begin(*lease));
  JH_TRY_DO(lease->execute(kTakeRegion, {region}));
  return Writing(std::move(lease), std::move(transaction));
}

}  // namespace jiheng::store
