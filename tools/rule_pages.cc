// rule_pages REPOSITORY: writes docs/rules/ anew from the catalogue, the packs and the case files.
#include <filesystem>
#include <fstream>
#include <iostream>

#include "rule_page.h"

int main(int count, char** arguments) {
  const auto library = jiheng::packs::load_builtin();
  if (count != 2 || !library) {
    std::cerr << "usage: rule_pages REPOSITORY\n";
    return 2;
  }
  const std::filesystem::path repository = arguments[1];
  std::ofstream(repository / "docs" / "rules" / "README.md")
      << jiheng::tools::rule_index(*library, repository.string());
  for (const auto* rule : jiheng::rules::catalogue()) {
    std::ofstream page(repository / "docs" / "rules" / (std::string(rule->id) + ".md"));
    page << jiheng::tools::rule_page(*rule, *library, repository.string());
  }
}
