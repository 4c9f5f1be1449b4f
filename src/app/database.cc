#include "app/database.h"

#include <algorithm>
#include <iterator>

#include "app/score_keeping.h"

namespace jiheng::app {

Result<std::unique_ptr<Database>> Database::open(Options options) {
  const bool migrate = options.migrate;
  auto readers = std::move(options.readers);
  auto painter = std::move(options.painter);
  const auto pack = options.pack.empty() ? std::string(packs::kDefaultRulePack) : options.pack;
  std::unique_ptr<Database> database(new Database(std::move(options)));
  JH_TRY(auto vocabulary, make_vocabulary(database->library_));
  database->vocabulary_.emplace(std::move(vocabulary));
  JH_TRY(database->pack_, database->library_.rule_pack(pack));
  JH_TRY(database->store_, store::Store::open(database->url_, database->clock_, database->ids_));
  if (migrate) {
    JH_TRY(database->migrations_, database->store_->migrate());
  } else {
    JH_TRY_DO(database->store_->ready());
  }
  database->workspace_.emplace(Workspace{.store = *database->store_,
                                         .library = database->library_,
                                         .vocabulary = *database->vocabulary_,
                                         .pack = database->pack_,
                                         .readers = std::move(readers),
                                         .painter = std::move(painter)});
  return database;
}

Result<std::vector<Text>> Database::check() const {
  JH_TRY(auto complaints, store_->check());
  JH_TRY(auto of_scores, check_scores(*workspace_));
  std::ranges::move(of_scores, std::back_inserter(complaints));
  return complaints;
}

}  // namespace jiheng::app
