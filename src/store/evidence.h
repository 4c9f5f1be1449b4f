#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "domain/evidence.h"
#include "store/store.h"

namespace jiheng::store {

/// A file to put behind an actual value; `bytes` live until the call returns.
struct NewEvidence {
  std::int64_t actual_id{};
  Evidence evidence{};
  std::string_view bytes{};
  std::string author{};
};

/// Shape   `current` while the value it proves is the one that counts: a value that was said anew
///         needs evidence anew. `living` until it is taken back.
struct StoredEvidence {
  std::int64_t id{};
  std::int64_t project_id{};
  std::int64_t indicator_id{};
  std::int64_t actual_id{};
  Evidence evidence{};
  std::string author{};
  std::int64_t at_ms{};
  bool current{};
  bool living{};
  std::string ended_by{};
  std::int64_t ended_at_ms{};
};

struct EvidenceFile {
  std::string name;
  std::string hash;
  std::string bytes;
};

/// 佐证材料. Every call names the region first.
class EvidenceFiles {
 public:
  /// `store` outlives it.
  explicit EvidenceFiles(Store& store) : parts_(store.parts()) {}

  /// Gives its id; where the same file already proves the value in the same way, that one's.
  /// Errors  not_found `store.no_actual`; conflict `store.actual_ended`.
  [[nodiscard]] Result<std::int64_t> attach(std::string_view region, const NewEvidence& evidence);
  /// Ends one; gives its project.
  /// Errors  not_found `store.no_evidence`; conflict `store.evidence_ended`.
  [[nodiscard]] Result<std::int64_t> take_back(std::string_view region, std::int64_t id,
                                               std::string_view author);
  /// Of a project, by indicator, the newest first; with `ended` the history too.
  [[nodiscard]] Result<std::vector<StoredEvidence>> of_project(std::string_view region,
                                                               std::int64_t project_id,
                                                               bool ended = false);
  /// The living ones of several projects, those of each together.
  [[nodiscard]] Result<std::vector<StoredEvidence>> of_projects(
      std::string_view region, const std::vector<std::int64_t>& project_ids);
  /// With its bytes, also of one that was taken back.
  /// Errors  not_found `store.no_evidence`.
  [[nodiscard]] Result<EvidenceFile> file(std::string_view region, std::int64_t id);

 private:
  StoreParts parts_;
};

}  // namespace jiheng::store
