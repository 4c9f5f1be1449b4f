#include <algorithm>
#include <memory>
#include <optional>
#include <ostream>
#include <string>

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
    print({pack.inherits.empty() ? "cli.packs.rule_pack_own" : "cli.packs.rule_pack",
           {pack.id, pack.title, std::to_string(pack.version), std::to_string(pack.rules.size()),
            std::to_string(verified), pack.inherits}});
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

/// Those of a folder upon the program's, or the program's alone. An empty name is a variable of a
/// script that nobody set: that nothing was checked must not look sound.
Result<packs::CheckedFolder> read_packs(const std::optional<std::string>& folder,
                                        Context& context) {
  if (folder) {
    return packs::read_folder(*folder);
  }
  packs::CheckedFolder own{.library = context.library};
  JH_TRY(own.indicators, packs::load_builtin_indicators());
  return own;
}

Result<Exit> check(const std::optional<std::string>& folder, Context& context) {
  JH_TRY(auto checked, read_packs(folder, context));
  app::check_packs(checked);
  const auto problems = checked.problems.sorted();
  if (!problems.empty()) {
    for (const auto& problem : problems) {
      context.complain(problem);
    }
    context.tell({"cli.packs.problems", {std::to_string(problems.size())}});
    return Exit::partly;
  }
  const auto& library = checked.library;
  context.tell({"cli.packs.sound",
                {std::to_string(library.rule_packs.size()), std::to_string(library.frames.size()),
                 std::to_string(library.measures.size()), std::to_string(checked.indicators.size()),
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
  const auto checked = std::make_shared<std::optional<std::string>>();
  check_command->add_option("DIR", *checked);
  check_command->callback([checked, &context] { finish(context, check(*checked, context)); });
}

}  // namespace jiheng::cli
