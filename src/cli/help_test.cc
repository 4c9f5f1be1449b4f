#include <gtest/gtest.h>

#include <iostream>
#include <sstream>

#include "base/text.h"
#include "cli/command.h"

namespace jiheng::cli {
namespace {

class Help : public testing::TestWithParam<packs::Language> {
 protected:
  void SetUp() override {
    auto library = packs::load_builtin();
    ASSERT_TRUE(library) << library.error().where;
    context_.library = std::move(*library);
    add_commands(program_, context_);
  }

  [[nodiscard]] const std::string& page(const std::string& command) const {
    static const std::string kNone;
    const auto& entries = context_.library.catalogue.entries(GetParam());
    const auto found = entries.find("cli.help." + command);
    return found == entries.end() ? kNone : found->second;
  }

  static void expect_options_named(const CLI::App& command, const std::string& page) {
    for (const auto* option : command.get_options()) {
      if (!option->get_lnames().empty()) {
        const auto name = "--" + option->get_lnames().front();
        EXPECT_NE(page.find(name), std::string::npos) << command.get_name() << " " << name;
      }
    }
  }

  std::ostringstream out_;
  std::ostringstream err_;
  Terminal terminal_{.out = out_,
                     .err = err_,
                     .environment = [](const std::string&) { return std::string(); },
                     .serve = [](const ServeRequest&) { return Exit::done; }};
  Context context_{.terminal = terminal_};
  CLI::App program_{"jiheng"};
};

TEST_P(Help, has_a_page_for_every_command_and_names_every_option) {
  for (const auto* command : program_.get_subcommands({})) {
    const auto& text = page(command->get_name());
    ASSERT_FALSE(text.empty()) << command->get_name();
    expect_options_named(*command, text);
    for (const auto* nested : command->get_subcommands({})) {
      EXPECT_NE(text.find(nested->get_name()), std::string::npos) << nested->get_name();
      expect_options_named(*nested, text);
    }
  }
}

TEST_P(Help, fits_a_terminal_of_a_hundred_columns) {
  for (const auto& [key, text] : context_.library.catalogue.entries(GetParam())) {
    if (!key.starts_with("cli.help")) {
      continue;
    }
    for (const auto line : split(text, '\n')) {
      EXPECT_LE(display_width(line), 100U) << key << ": " << line;
    }
  }
}

INSTANTIATE_TEST_SUITE_P(in, Help, testing::Values(packs::Language::zh, packs::Language::en),
                         [](const auto& tested) {
                           return tested.param == packs::Language::zh ? "chinese" : "english";
                         });

}  // namespace
}  // namespace jiheng::cli
