#pragma once

#include <algorithm>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "packs/toml_file.h"

namespace jiheng::packs {

/// Packs while they are put upon each other: each upon the one it inherits from, key by key. Every
/// one is checked.
///
/// Shape   in the order of the files.
/// Errors  at "path:line": not_found `packs.no_parent`; invalid_input `packs.circle`,
///         `packs.id_twice`, `packs.no_id`, those of `read_keys` and of `check`.
template <typename Pack>
class InheritedPacks {
 public:
  using ReadKeys = Result<void> (*)(const TomlFile& file, Pack& pack);
  using Check = Result<void> (*)(const Pack& pack);

  InheritedPacks(const std::vector<TomlFile>& files, ReadKeys read_keys, Check check)
      : files_(files), read_keys_(read_keys), check_(check), packs_(files.size()) {}

  [[nodiscard]] Result<std::vector<Pack>> run() {
    JH_TRY_DO(take_ids());
    for (std::size_t i = 0; i < files_.size(); ++i) {
      JH_TRY_DO(read(i, {}));
    }
    for (const auto& pack : packs_) {
      JH_TRY_DO(check_(pack));
    }
    return std::move(packs_);
  }

 private:
  Result<void> take_ids() {
    for (const auto& file : files_) {
      JH_TRY(auto id, text_of(file, file.table, "id"));
      if (id.empty()) {
        return fail(ErrorCode::invalid_input, {"packs.no_id"}, file.path);
      }
      if (const auto other = std::ranges::find(ids_, id); other != ids_.end()) {
        const auto& path = files_[static_cast<std::size_t>(other - ids_.begin())].path;
        return fail(ErrorCode::invalid_input, {"packs.id_twice", {id, path}},
                    where(file, *file.table.get("id")));
      }
      ids_.push_back(std::move(id));
    }
    return {};
  }

  Result<void> read(std::size_t at, std::set<std::string> children) {
    if (!packs_[at].id.empty()) {
      return {};
    }
    const auto& file = files_[at];
    JH_TRY(auto parent, text_of(file, file.table, "inherits"));
    const auto* said = file.table.get("inherits");
    if (!children.insert(ids_[at]).second) {
      return fail(ErrorCode::invalid_input, {"packs.circle", {ids_[at]}}, where(file, *said));
    }
    Pack pack;
    if (!parent.empty()) {
      const auto found = std::ranges::find(ids_, parent);
      if (found == ids_.end()) {
        return fail(ErrorCode::not_found, {"packs.no_parent", {parent}}, where(file, *said));
      }
      const auto above = static_cast<std::size_t>(found - ids_.begin());
      JH_TRY_DO(read(above, std::move(children)));
      pack = packs_[above];
    }
    pack.id = ids_[at];
    pack.inherits = std::move(parent);
    pack.path = file.path;
    JH_TRY_DO(read_keys_(file, pack));
    packs_[at] = std::move(pack);
    return {};
  }

  const std::vector<TomlFile>& files_;
  ReadKeys read_keys_;
  Check check_;
  std::vector<std::string> ids_;
  std::vector<Pack> packs_;
};

}  // namespace jiheng::packs
