#pragma once

#include <string_view>

#include "base/result.h"
#include "sql/pool.h"

namespace jiheng::store {

/// A transaction that changes one region; others that change it wait until this one ends.
class Writing {
 public:
  [[nodiscard]] static Result<Writing> begin(sql::Pool& pool, std::string_view region);

  sql::Connection& operator*() const {
    return *lease_;
  }

  [[nodiscard]] Result<void> commit() {
    return transaction_.commit();
  }

 private:
  Writing(sql::Lease lease, sql::Transaction transaction)
      : lease_(std::move(lease)), transaction_(std::move(transaction)) {}

  sql::Lease lease_;
  sql::Transaction transaction_;  // ends before the lease does
};

}  // namespace jiheng::store
