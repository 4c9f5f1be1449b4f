#ifndef __clang__
// GCC 12 sees an uninitialised std::function inside std::regex when sanitizers are on.
#pragma GCC diagnostic ignored "-Wmaybe-uninitialized"
#endif

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <regex>
#include <string>
#include <vector>

#include "sql/migrations.h"

// architecture.md, "One schema for four engines", rules 1 to 4, checked on the text of schema/.

namespace jiheng::sql {
namespace {

using Complaints = std::vector<std::string>;

std::string without_comments(std::string_view sql) {
  static const std::regex kComment("--[^\n]*");
  return std::regex_replace(std::string(sql), kComment, "");
}

/// The statements of a script, blanks folded to one.
std::vector<std::string> statements_of(std::string_view sql) {
  static const std::regex kBlanks("\\s+");
  std::vector<std::string> statements;
  std::string rest = std::regex_replace(without_comments(sql), kBlanks, " ");
  for (std::size_t end = rest.find(';'); end != std::string::npos; end = rest.find(';')) {
    const std::size_t start = rest.front() == ' ' ? 1 : 0;
    statements.push_back(rest.substr(start, end - start));
    rest.erase(0, end + 1);
  }
  return statements;
}

/// Matches of a pattern with one group.
std::vector<std::string> all_of(const std::string& text, const std::string& pattern) {
  const std::regex expression(pattern, std::regex::icase);
  std::vector<std::string> found;
  for (std::sregex_iterator it(text.begin(), text.end(), expression), end; it != end; ++it) {
    found.push_back((*it)[1].str());
  }
  return found;
}

/// Rule 1: region_code first in every key, unique constraint, foreign key and index.
void lint_keys(const std::string& statement, Complaints& complaints) {
  const auto lists = all_of(statement, R"((?:PRIMARY KEY|UNIQUE|FOREIGN KEY)\s*\(([^)]*)\))");
  for (const auto& list : lists) {
    if (!list.starts_with("region_code")) {
      complaints.push_back("region_code is not first: " + list);
    }
  }
  for (const auto& list : all_of(statement, R"(REFERENCES \w+ \(([^)]*)\))")) {
    if (!list.starts_with("region_code")) {
      complaints.push_back("reference over regions: " + list);
    }
  }
  for (const auto& list :
       all_of(statement,
              R"(CREATE (?:UNIQUE )?INDEX \w+ ON \w+(?: USING \w+)? ?\((.*?)\)(?: WHERE .*)?$)")) {
    if (!list.starts_with("region_code")) {
      complaints.push_back("region_code is not first in an index: " + list);
    }
  }
  const bool is_table = statement.starts_with("CREATE TABLE");
  if (is_table && !all_of(statement, R"((\w+ \w+ PRIMARY KEY|UNIQUE,))").empty()) {
    complaints.push_back("a key of one column: " + statement);
  }
  if (is_table && statement.find("PRIMARY KEY (region_code") == std::string::npos) {
    complaints.push_back("no primary key by region: " + statement);
  }
}

/// Rule 2: ids are made by the program; nothing that only one engine or one node understands.
void lint_words(const std::string& statement, Complaints& complaints) {
  static const std::string kForbidden =
      R"(\b(SERIAL|BIGSERIAL|IDENTITY\s*\(|AUTOINCREMENT|GENERATED|TRIGGER|PROCEDURE|FUNCTION|)"
      R"(LISTEN|NOTIFY|ROLLUP|CUBE|SEQUENCE|NEXTVAL)\b)";
  for (const auto& word : all_of(statement, kForbidden)) {
    complaints.push_back("forbidden word: " + word);
  }
}

/// Rule 4: money in whole 分, other values as text, times as bigint, flags 0 and 1.
void lint_types(const std::string& statement, Complaints& complaints) {
  static const std::string kForbidden =
      R"(\b(REAL|FLOAT\w*|DOUBLE|NUMERIC|DECIMAL|MONEY|BOOLEAN|TIMESTAMP\w*|DATE|TIME|INTEGER|INT)\b)"
      R"((?=[ ,)]))";
  for (const auto& type : all_of(statement, kForbidden)) {
    complaints.push_back("forbidden type: " + type);
  }
  for (const auto& text : all_of(statement, "(DEFAULT '')")) {
    complaints.push_back("an empty text is never stored: " + text);
  }
}

/// Rule 3: a script that only one engine can read stands in that engine's section.
void lint_dialect(const std::string& statement, Complaints& complaints) {
  static const std::string kForbidden =
      R"(\b(bytea|blob|text\[\]|USING gin|USING fts5|EXTENSION|COLLATE|VIRTUAL)\b)";
  for (const auto& word : all_of(statement, kForbidden)) {
    complaints.push_back("one engine's word in the common text: " + word);
  }
}

/// Lines for both engines only.
std::string common_text(std::string_view sql) {
  const auto sqlite = statements_of(section_for(sql, Engine::sqlite));
  const auto postgres = statements_of(section_for(sql, Engine::postgres));
  std::string common;
  for (const auto& statement : sqlite) {
    if (std::ranges::find(postgres, statement) != postgres.end()) {
      common += statement + ";";
    }
  }
  return common;
}

Complaints lint(std::string_view sql) {
  Complaints complaints;
  for (const auto engine : {Engine::sqlite, Engine::postgres}) {
    for (const auto& statement : statements_of(section_for(sql, engine))) {
      // Search tables of FTS5 know no keys; ids are their rowids.
      if (statement.starts_with("CREATE VIRTUAL TABLE")) {
        continue;
      }
      lint_keys(statement, complaints);
      lint_words(statement, complaints);
      lint_types(statement, complaints);
    }
  }
  for (const auto& statement : statements_of(common_text(sql))) {
    lint_dialect(statement, complaints);
  }
  return complaints;
}

TEST(SchemaLint, EveryMigrationKeepsTheRules) {
  const auto migrations = migrations_in(builtin_resources());
  ASSERT_FALSE(migrations.empty());
  for (const auto& migration : migrations) {
    EXPECT_FALSE(statements_of(migration.text).empty()) << migration.name;
    EXPECT_THAT(lint(migration.text), testing::IsEmpty()) << migration.name;
  }
}

struct Broken {
  std::string name;
  std::string sql;
};

class SchemaLintRefuses : public testing::TestWithParam<Broken> {};

TEST_P(SchemaLintRefuses, WhatBreaksARule) {
  EXPECT_THAT(lint(GetParam().sql), testing::Not(testing::IsEmpty()));
}

const std::string kGood =
    "CREATE TABLE t (region_code text NOT NULL, id bigint NOT NULL, PRIMARY KEY (region_code, "
    "id));";

INSTANTIATE_TEST_SUITE_P(
    , SchemaLintRefuses,
    testing::Values(
        Broken{"KeyWithoutRegion", "CREATE TABLE t (id bigint, PRIMARY KEY (id));"},
        Broken{"KeyInColumn", "CREATE TABLE t (id bigint PRIMARY KEY);"},
        Broken{"NoKey", "CREATE TABLE t (region_code text, id bigint);"},
        Broken{"RegionSecond",
               "CREATE TABLE t (id bigint, region_code text, PRIMARY KEY (id, region_code));"},
        Broken{"UniqueWithoutRegion",
               "CREATE TABLE t (region_code text, a text, PRIMARY KEY (region_code), UNIQUE (a));"},
        Broken{"IndexWithoutRegion", kGood + "CREATE INDEX i ON t (id);"},
        Broken{"PartOfIndexWithoutRegion",
               kGood + "CREATE INDEX i ON t (id) WHERE id IS NOT NULL;"},
        Broken{"GinWithoutRegion", kGood + "-- @postgres\nCREATE INDEX i ON t USING gin (grams);"},
        Broken{"ForeignKeyOverRegions",
               "CREATE TABLE t (region_code text, a bigint, PRIMARY KEY (region_code, a), FOREIGN "
               "KEY (a) REFERENCES other (id));"},
        Broken{"Serial",
               "CREATE TABLE t (region_code text, id bigserial, PRIMARY KEY "
               "(region_code, id));"},
        Broken{"Double",
               "CREATE TABLE t (region_code text, amount double precision, PRIMARY KEY "
               "(region_code));"},
        Broken{"Numeric",
               "CREATE TABLE t (region_code text, amount numeric, PRIMARY KEY "
               "(region_code));"},
        Broken{"Boolean",
               "CREATE TABLE t (region_code text, done boolean NOT NULL, PRIMARY KEY "
               "(region_code));"},
        Broken{"Trigger", kGood + "CREATE TRIGGER x AFTER INSERT ON t BEGIN SELECT 1; END;"},
        Broken{"OneEnginesWord",
               "CREATE TABLE t (region_code text, b bytea, PRIMARY KEY "
               "(region_code));"}),
    [](const auto& row) { return row.param.name; });

TEST(SchemaLint, AcceptsWhatKeepsTheRules) {
  EXPECT_THAT(lint(kGood), testing::IsEmpty());
}

}  // namespace
}  // namespace jiheng::sql
