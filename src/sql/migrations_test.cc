#include "sql/migrations.h"

#include <gtest/gtest.h>

#include <array>

#include "sql/test_database.h"

namespace jiheng::sql {
namespace {

constexpr std::string_view kFirst =
    "CREATE TABLE a (id bigint);\n"
    "-- @sqlite\nCREATE TABLE b (id bigint, name text);\n"
    "-- @postgres\nCREATE TABLE b (id bigint, name varchar(5));\n"
    "-- @both\nCREATE TABLE c (id bigint);\n";

TEST(SectionFor, GivesEachEngineItsLines) {
  EXPECT_EQ(section_for(kFirst, Engine::sqlite),
            "CREATE TABLE a (id bigint);\nCREATE TABLE b (id bigint, name text);\n"
            "CREATE TABLE c (id bigint);\n");
  EXPECT_EQ(section_for(kFirst, Engine::postgres),
            "CREATE TABLE a (id bigint);\nCREATE TABLE b (id bigint, name varchar(5));\n"
            "CREATE TABLE c (id bigint);\n");
}

TEST(MigrationsIn, TakesSchemaFilesInOrder) {
  const std::array<Resource, 3> resources{Resource{"schema/0002_b.sql", "b"},
                                          Resource{"packs/x.toml", "x"},
                                          Resource{"schema/0001_a.sql", "a"}};
  const auto migrations = migrations_in(resources);
  ASSERT_EQ(migrations.size(), 2U);
  EXPECT_EQ(migrations[0].name, "0001_a");
  EXPECT_EQ(migrations[1].text, "b");
  EXPECT_NE(migrations[0].checksum, migrations[1].checksum);
}

class MigrationsContract : public testing::TestWithParam<Engine> {
 protected:
  void SetUp() override {
    if (!TestDatabase::is_available(GetParam())) {
      GTEST_SKIP() << "JIHENG_TEST_POSTGRES is not set";
    }
    database_ = std::make_unique<TestDatabase>(GetParam());
    connection_ = *open(database_->url());
  }

  void TearDown() override {
    connection_.reset();
    database_.reset();
  }

  Result<std::size_t> apply(const std::vector<Resource>& resources) {
    return migrate(*connection_, migrations_in(resources), 1);
  }

  std::unique_ptr<TestDatabase> database_;
  std::unique_ptr<Connection> connection_;
};

TEST_P(MigrationsContract, AppliesEachOnce) {
  EXPECT_EQ(apply({{"schema/1.sql", kFirst}}), 1U);
  EXPECT_EQ(apply({{"schema/1.sql", kFirst}}), 0U);
  EXPECT_EQ(apply({{"schema/1.sql", kFirst}, {"schema/2.sql", "CREATE TABLE d (id bigint);"}}), 1U);
  EXPECT_EQ(connection_->number("SELECT COUNT(*) FROM d"), 0);
  EXPECT_EQ(connection_->number("SELECT COUNT(*) FROM schema_migration"), 2);
}

TEST_P(MigrationsContract, RefusesAChangedScript) {
  ASSERT_TRUE(apply({{"schema/1.sql", kFirst}}));
  const auto again = apply({{"schema/1.sql", "CREATE TABLE a (id bigint, name text);"}});
  ASSERT_FALSE(again);
  EXPECT_EQ(again.error().code, ErrorCode::conflict);
  EXPECT_EQ(again.error().message, (Text{"sql.migration_changed", {"1"}}));
}

TEST_P(MigrationsContract, RefusesADatabaseFromTheFuture) {
  ASSERT_TRUE(apply({{"schema/1.sql", kFirst}, {"schema/2.sql", "CREATE TABLE d (id bigint);"}}));
  const auto older = apply({{"schema/1.sql", kFirst}});
  ASSERT_FALSE(older);
  EXPECT_EQ(older.error().message.key, "sql.database_newer");
}

TEST_P(MigrationsContract, LeavesNothingOfAFailedScript) {
  const auto broken = apply({{"schema/1.sql", "CREATE TABLE a (id bigint); CREATE TABLE a (x);"}});
  EXPECT_FALSE(broken);
  EXPECT_FALSE(connection_->number("SELECT COUNT(*) FROM a"));
  EXPECT_EQ(connection_->number("SELECT COUNT(*) FROM schema_migration"), 0);
}

TEST_P(MigrationsContract, TheProgramsOwnSchemaBuilds) {
  const auto migrations = migrations_in(builtin_resources());
  ASSERT_FALSE(migrations.empty());
  EXPECT_EQ(migrate(*connection_, migrations, 1), migrations.size());
  EXPECT_EQ(migration_state(*connection_, migrations)->applied, migrations.size());
}

TEST_P(MigrationsContract, AnOldDatabaseKeepsItsRows) {
  const auto migrations = migrations_in(builtin_resources());
  ASSERT_GT(migrations.size(), 1U);
  const std::span all(migrations);
  ASSERT_EQ(migrate(*connection_, all.first(1), 1), 1U);
  ASSERT_TRUE(connection_->execute(
      "INSERT INTO filed_row (region_code, version_id, position, indicator_id, name, line, "
      "last_line) VALUES ('330400000', 1, 0, 2, '培训人数', 3, 3)",
      {}));
  EXPECT_EQ(migration_state(*connection_, all)->pending, migrations.size() - 1);
  EXPECT_EQ(migrate(*connection_, all, 2), migrations.size() - 1);
  EXPECT_EQ(connection_->number("SELECT COUNT(*) FROM filed_row WHERE name = '培训人数' AND "
                                "boxes IS NULL AND page IS NULL"),
            1);
}

INSTANTIATE_TEST_SUITE_P(, MigrationsContract, testing::ValuesIn(kEngines), engine_name);

}  // namespace
}  // namespace jiheng::sql
