#pragma once

#include <string>
#include <vector>

#include "base/result.h"
#include "domain/finding.h"
#include "packs/library.h"

namespace jiheng::report {

/// A row of the indicator list with its findings.
struct ListedIndicator {
  Indicator row;
  std::vector<Finding> findings{};
};

/// Heads in the reader's language; sheets with a filter row.
[[nodiscard]] Result<std::string> indicator_list_xlsx(const std::vector<ListedIndicator>& rows,
                                                      const packs::Catalogue& catalogue,
                                                      packs::Language language);
[[nodiscard]] std::string indicator_list_csv(const std::vector<ListedIndicator>& rows,
                                             const packs::Catalogue& catalogue,
                                             packs::Language language);
[[nodiscard]] std::string indicator_list_json(const std::vector<ListedIndicator>& rows,
                                              const packs::Catalogue& catalogue,
                                              packs::Language language);

}  // namespace jiheng::report
