#pragma once

#include <string>

#include "app/readers.h"
#include "base/result.h"
#include "document/document.h"
#include "document/pdf/page_picture.h"
#include "domain/vocabulary.h"
#include "packs/library.h"
#include "store/store.h"

namespace jiheng::app {

/// What every use case on a database works with; made by main, outlives every call. Safe from
/// several threads, as the store is.
struct Workspace {
  store::Store& store;
  const packs::Library& library;
  const Vocabulary& vocabulary;
  const packs::RulePack& pack;      // the one findings are made with
  std::string region{};             // "" takes the database's own, see `region_of`
  std::string user{"local"};        // the one local user, until accounts exist
  Readers readers{readers_here()};  // of documents
  document::PagePainter painter{};  // of pages shown as pictures
};

/// The region that is looked at: the workspace's, else the database's (its first, where it holds
/// several), else 000000000 未指定.
[[nodiscard]] Result<std::string> region_of(const Workspace& workspace);

inline constexpr std::string_view kNoRegion = "000000000";

}  // namespace jiheng::app
