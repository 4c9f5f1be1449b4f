#include "app/pack_check.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "scratch_folder.h"

namespace jiheng::app {
namespace {

Error error_of(const std::string& pack) {
  const test::ScratchFolder folder;
  std::filesystem::create_directory(folder / "rules");
  std::ofstream(folder / "rules/city.toml") << pack;
  const auto library = packs::load(folder.path());
  if (!library) {
    return library.error();
  }
  const auto checked = check_packs(*library);
  return checked ? Error{} : checked.error();
}

TEST(PackCheck, AcceptsTheOwnPacksAndACitysUponThem) {
  EXPECT_TRUE(check_packs(packs::load_builtin().value()));
  EXPECT_EQ(error_of("id = \"city\"\ntitle = \"甲市\"\nversion = 1\ninherits = \"national\"\n"
                     "[rules.indicator_count_unusual]\nmost = 20\nseverity = \"hint\"\n")
                .message.key,
            "");
}

TEST(PackCheck, NamesAnUnknownRuleItsLineAndTheNearestOne) {
  const auto error = error_of(
      "id = \"city\"\ntitle = \"甲市\"\nversion = 1\n\n[rules.target_emtpy]\non = false\n");
  EXPECT_EQ(error.message.key, "packs.unknown_rule");
  EXPECT_EQ(error.message.args, (std::vector<std::string>{"target_emtpy", "target_empty"}));
  EXPECT_TRUE(error.where.ends_with("city.toml:5")) << error.where;
}

TEST(PackCheck, AnIdStandsOnce) {
  const auto error = error_of("id = \"national\"\ntitle = \"甲市\"\nversion = 1\n");
  EXPECT_EQ(error.message.key, "packs.id_twice");
  EXPECT_EQ(error.message.args.at(0), "national");
  EXPECT_TRUE((error.where + error.message.args.at(1)).find("city.toml") != std::string::npos);
}

TEST(PackCheck, NamesAParameterNobodyAsksFor) {
  const auto error = error_of(
      "id = \"city\"\ntitle = \"甲市\"\nversion = 1\n[rules.indicator_count_unusual]\nmots = 20\n");
  EXPECT_EQ(error.message.key, "packs.unknown_parameter");
  EXPECT_EQ(error.message.args, (std::vector<std::string>{"indicator_count_unusual", "mots"}));
}

}  // namespace
}  // namespace jiheng::app
