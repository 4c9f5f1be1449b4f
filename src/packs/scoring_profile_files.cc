#include "packs/scoring_profile_files.h"

#include "packs/inherited_packs.h"
#include "packs/scoring_profile_keys.h"

namespace jiheng::packs {

std::vector<ScoringProfile> read_scoring_profiles(const std::vector<TomlFile>& files,
                                                  PackProblems& problems) {
  return InheritedPacks<ScoringProfile>(files, read_profile_keys, check_profile, problems).run();
}

}  // namespace jiheng::packs
