#pragma once

#include <condition_variable>
#include <memory>
#include <mutex>
#include <string>
#include <utility>
#include <vector>

#include "base/result.h"
#include "sql/connection.h"

namespace jiheng::sql {

class Pool;

/// A connection for one thread until this goes out of scope.
class Lease {
 public:
  Lease(Pool& pool, std::unique_ptr<Connection> connection)
      : pool_(&pool), connection_(std::move(connection)) {}

  Lease(Lease&& other) noexcept
      : pool_(std::exchange(other.pool_, nullptr)), connection_(std::move(other.connection_)) {}

  Lease& operator=(Lease&&) = delete;
  Lease(const Lease&) = delete;
  Lease& operator=(const Lease&) = delete;
  ~Lease();

  Connection& operator*() const {
    return *connection_;
  }

  Connection* operator->() const {
    return connection_.get();
  }

 private:
  Pool* pool_;
  std::unique_ptr<Connection> connection_;
};

/// A few connections to one database, shared by threads. `sqlite::memory:` has just one. A dead
/// connection is replaced when it is next asked for.
class Pool {
 public:
  /// Errors  those of `open`: the first connection is made at once.
  [[nodiscard]] static Result<std::unique_ptr<Pool>> open(const std::string& url);

  /// Waits while all connections are taken.
  [[nodiscard]] Result<Lease> lease();

 private:
  friend class Lease;

  explicit Pool(std::string url, std::size_t limit) : url_(std::move(url)), limit_(limit) {}

  void give_back(std::unique_ptr<Connection> connection);

  std::string url_;
  std::size_t limit_;
  std::mutex mutex_{};
  std::condition_variable returned_{};
  std::size_t taken_{};
  std::vector<std::unique_ptr<Connection>> idle_{};
};

}  // namespace jiheng::sql
