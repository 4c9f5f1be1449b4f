#include "sql/connection.h"

#include <gtest/gtest.h>

#include <limits>

#include "sql/postgres.h"
#include "sql/test_database.h"

namespace jiheng::sql {
namespace {

class ConnectionContract : public testing::TestWithParam<Engine> {
 protected:
  void SetUp() override {
    if (!TestDatabase::is_available(GetParam())) {
      GTEST_SKIP() << "JIHENG_TEST_POSTGRES is not set";
    }
    database_ = std::make_unique<TestDatabase>(GetParam());
    auto opened = open(database_->url());
    ASSERT_TRUE(opened);
    connection_ = *std::move(opened);
    ASSERT_TRUE(connection_->script(
        "CREATE TABLE item (id bigint PRIMARY KEY, name text, size bigint NOT NULL)"));
  }

  void TearDown() override {
    connection_.reset();
    database_.reset();
  }

  std::int64_t count() {
    return connection_->number("SELECT COUNT(*) FROM item").value_or(-1);
  }

  std::string name_of(std::int64_t id) {
    auto statement = connection_->prepare("SELECT name FROM item WHERE id = ?");
    EXPECT_TRUE(statement);
    EXPECT_TRUE((*statement)->run({id}));
    EXPECT_TRUE((*statement)->next().value_or(false));
    return std::string((*statement)->text(0));
  }

  std::unique_ptr<TestDatabase> database_;
  std::unique_ptr<Connection> connection_;
};

constexpr std::string_view kInsert = "INSERT INTO item (id, name, size) VALUES (?, ?, ?)";

TEST_P(ConnectionContract, KeepsValuesExactly) {
  constexpr auto kLargest = std::numeric_limits<std::int64_t>::max();
  constexpr auto kSmallest = std::numeric_limits<std::int64_t>::min();
  ASSERT_TRUE(connection_->execute(kInsert, {kLargest, "绩效'?'\\\t\n\"", kSmallest}));
  EXPECT_EQ(connection_->number("SELECT size FROM item WHERE id = ?", {kLargest}), kSmallest);
  EXPECT_EQ(name_of(kLargest), "绩效'?'\\\t\n\"");
}

TEST_P(ConnectionContract, NeverStoresAnEmptyText) {
  ASSERT_TRUE(connection_->execute(kInsert, {std::int64_t{1}, "", std::int64_t{0}}));
  EXPECT_EQ(connection_->number("SELECT COUNT(*) FROM item WHERE name IS NULL"), 1);
  EXPECT_EQ(name_of(1), "");
}

TEST_P(ConnectionContract, RunsAStatementAgainAndAgain) {
  const auto insert = connection_->prepare(kInsert);
  ASSERT_TRUE(insert);
  for (std::int64_t i = 0; i < 5; ++i) {
    ASSERT_TRUE((*insert)->run({i, std::to_string(i), i}));
    EXPECT_EQ((*insert)->changed(), 1);
  }
  const auto select = connection_->prepare("SELECT id FROM item WHERE size >= ? ORDER BY id");
  for (std::int64_t i = 0; i < 5; ++i) {
    ASSERT_TRUE((*select)->run({i}));
    EXPECT_EQ((*select)->next(), true);
    EXPECT_EQ((*select)->integer(0), i);
  }
  EXPECT_EQ((*select)->next(), false);
  EXPECT_EQ((*select)->next(), false);
}

TEST_P(ConnectionContract, CallsABrokenConstraintAConflict) {
  ASSERT_TRUE(connection_->execute(kInsert, {std::int64_t{1}, "a", std::int64_t{0}}));
  const auto twice = connection_->execute(kInsert, {std::int64_t{1}, "b", std::int64_t{0}});
  ASSERT_FALSE(twice);
  EXPECT_EQ(twice.error().code, ErrorCode::conflict);
  EXPECT_EQ(name_of(1), "a");
}

TEST_P(ConnectionContract, SaysWhatIsWrongWithAStatement) {
  const auto answer = connection_->execute("SELECT nothing FROM nowhere");
  ASSERT_FALSE(answer);
  EXPECT_EQ(answer.error().code, ErrorCode::unavailable);
  EXPECT_EQ(answer.error().message.key, "sql.failed");
}

TEST_P(ConnectionContract, RollsBackWhatIsNotCommitted) {
  {
    const auto transaction = Transaction::begin(*connection_);
    ASSERT_TRUE(transaction);
    ASSERT_TRUE(connection_->execute(kInsert, {std::int64_t{1}, "a", std::int64_t{0}}));
  }
  EXPECT_EQ(count(), 0);
  auto transaction = Transaction::begin(*connection_);
  ASSERT_TRUE(connection_->execute(kInsert, {std::int64_t{1}, "a", std::int64_t{0}}));
  ASSERT_TRUE(transaction->commit());
  EXPECT_EQ(count(), 1);
}

TEST_P(ConnectionContract, LoadsInBulkWhatRowsWouldHold) {
  constexpr std::array<std::string_view, 3> kColumns{"id", "name", "size"};
  {
    const auto bulk = connection_->bulk("item", kColumns);
    ASSERT_TRUE(bulk);
    for (std::int64_t i = 0; i < 3000; ++i) {
      ASSERT_TRUE((*bulk)->row({i, i == 7 ? "a\\N\tb\r\nc\\" : "数量指标", i}));
    }
    ASSERT_TRUE((*bulk)->row({std::int64_t{9000}, "", std::int64_t{-1}}));
    ASSERT_TRUE((*bulk)->finish());
  }
  EXPECT_EQ(count(), 3001);
  EXPECT_EQ(name_of(7), "a\\N\tb\r\nc\\");
  EXPECT_EQ(connection_->number("SELECT id FROM item WHERE name IS NULL"), 9000);
}

TEST_P(ConnectionContract, RefusesABulkLoadThatBreaksAConstraint) {
  constexpr std::array<std::string_view, 3> kColumns{"id", "name", "size"};
  auto transaction = Transaction::begin(*connection_);
  const auto bulk = connection_->bulk("item", kColumns);
  Result<void> done = (*bulk)->row({std::int64_t{1}, "a", std::int64_t{0}});
  if (done) {
    done = (*bulk)->row({std::int64_t{1}, "b", std::int64_t{0}});
  }
  if (done) {
    done = (*bulk)->finish();
  }
  ASSERT_FALSE(done);
  EXPECT_EQ(done.error().code, ErrorCode::conflict);
}

TEST_P(ConnectionContract, KeepsBytes) {
  const bool sqlite = GetParam() == Engine::sqlite;
  ASSERT_TRUE(connection_->script(sqlite ? "CREATE TABLE content (bytes blob)"
                                         : "CREATE TABLE content (bytes bytea)"));
  std::string bytes;
  for (int i = 0; i < 1024; ++i) {
    bytes += static_cast<char>(i % 256);
  }
  ASSERT_TRUE(connection_->execute("INSERT INTO content (bytes) VALUES (?)", {Blob{bytes}}));
  const auto select = connection_->prepare("SELECT bytes FROM content");
  ASSERT_TRUE((*select)->run({}));
  ASSERT_TRUE((*select)->next().value_or(false));
  EXPECT_EQ((*select)->blob(0), bytes);
}

TEST_P(ConnectionContract, UpsertsByKey) {
  constexpr std::array<std::string_view, 1> kKeys{"id"};
  constexpr std::array<std::string_view, 2> kValues{"name", "size"};
  const auto sql = connection_->dialect().upsert("item", kKeys, kValues);
  ASSERT_TRUE(connection_->execute(sql, {std::int64_t{1}, "a", std::int64_t{0}}));
  ASSERT_TRUE(connection_->execute(sql, {std::int64_t{1}, "b", std::int64_t{0}}));
  EXPECT_EQ(count(), 1);
  EXPECT_EQ(name_of(1), "b");
}

TEST_P(ConnectionContract, FindsTextInText) {
  ASSERT_TRUE(connection_->execute(kInsert, {std::int64_t{1}, "公众满意度%", std::int64_t{0}}));
  const auto sql =
      "SELECT COUNT(*) FROM item WHERE " + connection_->dialect().contains("item.name");
  EXPECT_EQ(connection_->number(sql, {"满意"}), 1);
  EXPECT_EQ(connection_->number(sql, {"%"}), 1);
  EXPECT_EQ(connection_->number(sql, {"意满"}), 0);
}

INSTANTIATE_TEST_SUITE_P(, ConnectionContract, testing::ValuesIn(kEngines), engine_name);

TEST(Open, RefusesOtherAddresses) {
  for (const auto* url : {"", "sqlite:", "mysql://localhost/x", "file.db"}) {
    const auto opened = open(url);
    ASSERT_FALSE(opened) << url;
    EXPECT_EQ(opened.error().code, ErrorCode::invalid_input);
  }
}

TEST(Open, SaysThatAFileIsNoDatabase) {
  const auto opened = open("sqlite:" JIHENG_SOURCE_DIR "/README.md");
  ASSERT_FALSE(opened);
  EXPECT_EQ(opened.error().code, ErrorCode::unavailable);
}

TEST(Numbered, LeavesQuotedMarksAlone) {
  EXPECT_EQ(numbered("SELECT '?', \"a\" FROM t WHERE a = ? AND b = '''?' AND c = ?"),
            "SELECT '?', \"a\" FROM t WHERE a = $1 AND b = '''?' AND c = $2");
}

}  // namespace
}  // namespace jiheng::sql
