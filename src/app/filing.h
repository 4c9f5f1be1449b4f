#pragma once

#include <optional>
#include <stop_token>
#include <string>
#include <string_view>

#include "app/import_report.h"
#include "app/workspace.h"
#include "base/result.h"

namespace jiheng::app {

/// One document on its way into the database.
///
/// Shape   `name` without folders; `region` nine digits or "" (then the database's only region,
///         else 000000000); `agency` for documents that name none, else ""; `year` wins over the
///         one the document's title names. `again` files a document once more whose rows were
///         replaced since, else that changes nothing and is said (notice `filing.superseded`).
///         Until the rows are read `stop` ends it with nothing filed.
struct ImportRequest {
  std::string name;
  std::string_view bytes;
  bool dry_run{};
  std::optional<int> year{};
  std::string region{};
  std::string agency{};
  bool again{};
  std::stop_token stop{};
};

/// Errors  invalid_input `filing.bad_region`: neither nine digits nor "".
[[nodiscard]] Result<void> check_region(const std::string& region);

/// Reads the document and, unless `dry_run`, files it as one transaction together with its report
/// (`stored_form`), which `getImport` shows again. The same document again changes nothing and
/// gives the report of the filing it is. A dry run gives the same report without ids.
///
/// Errors  those of `document::read`; invalid_input `filing.no_year` (where: the name),
///         `filing.no_rows` when no table was understood, `filing.bad_region`,
///         `filing.other_region` where everything else of the database is of another one,
///         `filing.is_archive`; unavailable when the database
///         is away, `document.given_up`. Nothing is stored then.
[[nodiscard]] Result<ImportReport> import_document(const Workspace& workspace,
                                                   const ImportRequest& request);

}  // namespace jiheng::app
