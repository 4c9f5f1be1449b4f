#include "packs/plain_texts.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>

#include "packs/pack_sources.h"
#include "packs/toml_file.h"

namespace jiheng::packs {
namespace {

std::map<std::string, std::pair<std::string, std::size_t>> as_toml(const PackSource& source) {
  PackProblems problems;
  const auto file = parse_toml(source.path, source.bytes, problems);
  std::map<std::string, std::pair<std::string, std::size_t>> texts;
  for (const auto& [key, node] : file.value().table) {
    texts[std::string(key.str())] = {node.as_string()->get(), node.source().begin.line};
  }
  return texts;
}

// A file the short way cannot read would only be slow; one it reads otherwise would be wrong.
TEST(PlainTexts, ReadTheCatalogueAsTomlDoes) {
  const auto files =
      builtin_files([](std::string_view path) { return path.starts_with("packs/text/"); });
  ASSERT_GE(files.size(), 40U);
  for (const auto& [path, source] : files) {
    SCOPED_TRACE(path);
    const auto plain = plain_texts(source.bytes);
    ASSERT_TRUE(plain);
    const auto toml = as_toml(source);
    EXPECT_EQ(plain->size(), toml.size());
    for (const auto& [key, text, line] : *plain) {
      ASSERT_TRUE(toml.contains(key)) << key;
      EXPECT_EQ(toml.at(key).first, text) << key;
      EXPECT_EQ(toml.at(key).second, line) << key;
    }
  }
}

TEST(PlainTexts, KnowEscapesAndFences) {
  const auto texts = plain_texts(
      "# comment\n\n\"a.b\" = \"say \\\"x\\\" \\\\ \\n\\t.\"\n\"c\" = '''\ntwo\n lines'''\n\"d\" = "
      "\"\"\n");
  ASSERT_TRUE(texts);
  ASSERT_EQ(texts->size(), 3U);
  EXPECT_EQ((*texts)[0].text, "say \"x\" \\ \n\t.");
  EXPECT_EQ((*texts)[1].text, "two\n lines");
  EXPECT_EQ((*texts)[1].line, 4U);
  EXPECT_EQ((*texts)[2].text, "");
  EXPECT_EQ((*texts)[2].line, 7U);
}

TEST(PlainTexts, LeaveTheRestToToml) {
  for (const std::string_view other :
       {"a = \"bare key\"\n", "\"a\" = 1\n", "[table]\n", "\"a\" = \"never ends\n",
        "\"a\" = \"b\" # c\n", "\"a\" = \"\\u4e00\"\n", "\"a\" = \"\"\"more\"\"\"\n",
        "\"a\" = '''on one line'''\n", "\"a\" = '''\nnever ends\n", "\"a\" = \"bell \a\"\n",
        "\"a\"=\"b\"\n", "\"a\" = \"\xFF\"\n", "'a' = \"b\"\n", "\"a\" = 'b'\n"}) {
    EXPECT_FALSE(plain_texts(other)) << other;
  }
}

}  // namespace
}  // namespace jiheng::packs
