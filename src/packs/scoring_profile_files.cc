#include "packs/scoring_profile_files.h"

#include "packs/inherited_packs.h"
#include "packs/scoring_profile_keys.h"

namespace jiheng::packs {

Result<std::vector<ScoringProfile>> read_scoring_profiles(const std::vector<TomlFile>& files) {
  return InheritedPacks<ScoringProfile>(files, read_profile_keys, check_profile).run();
}

}  // namespace jiheng::packs
