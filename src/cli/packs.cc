#include <algorithm>
#include <memory>
#include <ostream>
#include <string>

#include "app/library.h"
#include "app/pack_check.h"
#include "cli/options.h"

namespace jiheng::cli {
namespace {

Result<Exit> list(const std::string& folder, Context& context) {
  JH_TRY(const auto library, library_with(context, folder));
  const auto print = [&](const Text& text) {
    context.terminal.out << library.catalogue.render(context.data_language, text) << "\n";
  };
  for (const auto& pack : library.rule_packs) {
    const auto verified =
        std::ranges::count_if(pack.rules, [](const auto& rule) { return rule.second.verified; });
    print({"cli.packs.rule_pack",
           {pack.id, pack.title, std::to_string(pack.version), std::to_string(pack.rules.size()),
            std::to_string(verified)}});
  }
  for (const auto& profile : library.scoring_profiles) {
    print({profile.inherits.empty() ? "cli.packs.scoring_profile_own" : "cli.packs.scoring_profile",
           {profile.id, profile.title, std::to_string(profile.version), profile.inherits}});
  }
  for (const auto& pack : library.monitoring_packs) {
    print({pack.inherits.empty() ? "cli.packs.monitoring_pack_own" : "cli.packs.monitoring_pack",
           {pack.id, pack.title, std::to_string(pack.version), pack.inherits}});
  }
  for (const auto& frame : library.frames) {
    print({"cli.packs.frame", {frame.id, frame.title, std::to_string(frame.categories.size())}});
  }
  std::size_t spellings = library.measures.size();
  for (const auto& measure : library.measures) {
    spellings += measure.aliases.size();
  }
  print({"cli.packs.measures",
         {std::to_string(library.measures.size()), std::to_string(spellings),
          std::to_string(library.grades.size())}});
  return Exit::done;
}

Result<Exit> check(const std::string& folder, Context& context) {
  JH_TRY(const auto library, library_with(context, folder));
  JH_TRY_DO(app::check_packs(library));
  JH_TRY(const auto vocabulary, make_vocabulary(library));
  JH_TRY(const auto indicators, app::load_library(folder, vocabulary));
  context.tell({"cli.packs.sound",
                {std::to_string(library.rule_packs.size()), std::to_string(library.frames.size()),
                 std::to_string(library.measures.size()), std::to_string(indicators.size()),
                 std::to_string(library.scoring_profiles.size()),
                 std::to_string(library.monitoring_packs.size())}});
  return Exit::done;
}

}  // namespace

void add_packs(CLI::App& program, Context& context) {
  auto* command = program.add_subcommand("packs");
  command->require_subcommand(1);
  const auto folder = std::make_shared<std::string>();
  auto* list_command = command->add_subcommand("list");
  list_command->add_option("DIR", *folder);
  list_command->callback([folder, &context] { finish(context, list(*folder, context)); });
  auto* check_command = command->add_subcommand("check");
  check_command->add_option("DIR", *folder);
  check_command->callback([folder, &context] { finish(context, check(*folder, context)); });
}

}  // namespace jiheng::cli
