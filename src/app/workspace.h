#pragma once

#include <string>

#include "base/clock.h"
#include "base/ids.h"
#include "domain/vocabulary.h"
#include "packs/library.h"

namespace jiheng::store {
class Store;
}  // namespace jiheng::store

namespace jiheng::app {

/// What every use case on a database works with; made by main, outlives every call. Safe from
/// several threads as long as the store is.
struct Workspace {
  store::Store& store;
  const packs::Library& library;
  const Vocabulary& vocabulary;
  const packs::RulePack& pack;  // the one findings are made with
  const Clock& clock;
  IdMaker& ids;
  std::string user{"local"};  // the one local user, until accounts exist
};

}  // namespace jiheng::app
