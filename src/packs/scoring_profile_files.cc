#include "packs/scoring_profile_files.h"

#include <algorithm>
#include <set>

#include "packs/scoring_profile_keys.h"

namespace jiheng::packs {
namespace {

/// The profiles while they are put upon each other.
class Reading {
 public:
  explicit Reading(const std::vector<TomlFile>& files) : files_(files), profiles_(files.size()) {}

  Result<std::vector<ScoringProfile>> run() {
    JH_TRY_DO(take_ids());
    for (std::size_t i = 0; i < files_.size(); ++i) {
      JH_TRY_DO(read(i, {}));
    }
    for (const auto& profile : profiles_) {
      JH_TRY_DO(check_profile(profile));
    }
    return std::move(profiles_);
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
    if (!profiles_[at].id.empty()) {
      return {};
    }
    const auto& file = files_[at];
    JH_TRY(auto parent, text_of(file, file.table, "inherits"));
    const auto* said = file.table.get("inherits");
    if (!children.insert(ids_[at]).second) {
      return fail(ErrorCode::invalid_input, {"packs.circle", {ids_[at]}}, where(file, *said));
    }
    ScoringProfile profile;
    if (!parent.empty()) {
      const auto found = std::ranges::find(ids_, parent);
      if (found == ids_.end()) {
        return fail(ErrorCode::not_found, {"packs.no_parent", {parent}}, where(file, *said));
      }
      const auto above = static_cast<std::size_t>(found - ids_.begin());
      JH_TRY_DO(read(above, std::move(children)));
      profile = profiles_[above];
    }
    profile.id = ids_[at];
    profile.inherits = std::move(parent);
    profile.path = file.path;
    JH_TRY_DO(read_profile_keys(file, profile));
    profiles_[at] = std::move(profile);
    return {};
  }

  const std::vector<TomlFile>& files_;
  std::vector<std::string> ids_;
  std::vector<ScoringProfile> profiles_;
};

}  // namespace

Result<std::vector<ScoringProfile>> read_scoring_profiles(const std::vector<TomlFile>& files) {
  return Reading(files).run();
}

}  // namespace jiheng::packs
