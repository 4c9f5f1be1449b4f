#include "sql/pool.h"

namespace jiheng::sql {

namespace {

// Enough readers beside one writer on a small server; PostgreSQL's default limit is 100.
constexpr std::size_t kConnections = 6;

}  // namespace

Lease::~Lease() {
  if (pool_ != nullptr) {
    pool_->give_back(std::move(connection_));
  }
}

Result<std::unique_ptr<Pool>> Pool::open(const std::string& url) {
  JH_TRY(auto first, sql::open(url));
  std::unique_ptr<Pool> pool(new Pool(url, is_private(url) ? 1 : kConnections));
  pool->idle_.push_back(std::move(first));
  return pool;
}

Result<Lease> Pool::lease() {
  std::unique_lock lock(mutex_);
  returned_.wait(lock, [this] { return taken_ < limit_; });
  ++taken_;
  if (!idle_.empty()) {
    auto connection = std::move(idle_.back());
    idle_.pop_back();
    return Lease(*this, std::move(connection));
  }
  lock.unlock();
  auto fresh = sql::open(url_);
  if (!fresh) {
    give_back(nullptr);
    return tl::unexpected(std::move(fresh.error()));
  }
  return Lease(*this, *std::move(fresh));
}

void Pool::give_back(std::unique_ptr<Connection> connection) {
  {
    const std::scoped_lock lock(mutex_);
    --taken_;
    if (connection != nullptr && connection->is_alive()) {
      idle_.push_back(std::move(connection));
    }
  }
  returned_.notify_one();
}

}  // namespace jiheng::sql
