#pragma once

#include <fmt/format.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <array>
#include <cstdlib>
#include <string>

#include "sql/connection.h"

namespace jiheng::sql {

/// A fresh, empty database for one test; gone when this is.
///
/// Shape   SQLite: in memory. PostgreSQL: a database of its own on the server that
///         JIHENG_TEST_POSTGRES names (tools/with_postgres sets it).
class TestDatabase {
 public:
  explicit TestDatabase(Engine engine) {
    if (engine == Engine::sqlite) {
      url_ = "sqlite::memory:";
      return;
    }
    static int counter = 0;
    server_ = server();
    name_ = fmt::format("jiheng_{}_{}", getpid(), ++counter);
    administer("CREATE DATABASE " + name_);
    const auto path = server_.find('/', server_.find("://") + 3) + 1;
    const auto query = std::min(server_.find('?'), server_.size());
    url_ = server_.substr(0, path) + name_ + server_.substr(query);
  }

  TestDatabase(const TestDatabase&) = delete;
  TestDatabase& operator=(const TestDatabase&) = delete;

  ~TestDatabase() {
    if (!name_.empty()) {
      administer("DROP DATABASE " + name_ + " WITH (FORCE)");
    }
  }

  [[nodiscard]] const std::string& url() const {
    return url_;
  }

  /// "" when no server was given: tests of PostgreSQL are skipped then.
  [[nodiscard]] static std::string server() {
    const char* url = std::getenv("JIHENG_TEST_POSTGRES");
    return url == nullptr ? std::string() : std::string(url);
  }

  [[nodiscard]] static bool is_available(Engine engine) {
    return engine == Engine::sqlite || !server().empty();
  }

 private:
  void administer(const std::string& sql) const {
    const auto connection = open(server_);
    ASSERT_TRUE(connection) << server_;
    const auto done = (*connection)->script(sql);
    ASSERT_TRUE(done) << sql;
  }

  std::string server_{};
  std::string name_{};
  std::string url_{};
};

inline constexpr std::array kEngines{Engine::sqlite, Engine::postgres};

inline std::string engine_name(const testing::TestParamInfo<Engine>& info) {
  return info.param == Engine::sqlite ? "Sqlite" : "Postgres";
}

}  // namespace jiheng::sql
