#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "packs/curve.h"
#include "store/store.h"

namespace jiheng::store {

/// What a person says comes due of an indicator, and when.
struct StoredCurve {
  std::int64_t indicator_id{};
  std::int64_t project_id{};
  packs::Curve curve{};
  std::string author{};
  std::int64_t at_ms{};
};

/// Curves of indicators. Every call names the region first.
class Curves {
 public:
  /// `store` outlives it.
  explicit Curves(Store& store) : parts_(store.parts()) {}

  /// Sets an indicator's curve, or with nothing gives it back to the pack's; the one before stays
  /// as history.
  /// Errors  not_found `store.no_indicator`.
  [[nodiscard]] Result<void> set(std::string_view region, std::int64_t indicator_id,
                                 const std::optional<packs::Curve>& curve, std::string_view author);
  /// The living ones of several projects.
  [[nodiscard]] Result<std::vector<StoredCurve>> of_projects(
      std::string_view region, const std::vector<std::int64_t>& project_ids);

 private:
  StoreParts parts_;
};

/// 监控意见 of an indicator in a period.
///
/// Shape   folded texts, "" where nothing is said; `possibility` and `reasons` are ids of the
///         monitoring pack; `month` is the period's last.
struct Opinion {
  std::int64_t indicator_id{};
  int month{};
  std::string possibility{};
  std::vector<std::string> reasons{};
  std::string words{};     // 原因说明
  std::string measure{};   // 拟采取措施
  std::string expected{};  // 全年预计完成
  std::string note{};      // 备注

  friend bool operator==(const Opinion&, const Opinion&) = default;
};

struct StoredOpinion {
  Opinion opinion{};
  std::int64_t project_id{};
  std::string author{};
  std::int64_t at_ms{};
};

/// Opinions of indicators. Every call names the region first.
class Opinions {
 public:
  /// `store` outlives it.
  explicit Opinions(Store& store) : parts_(store.parts()) {}

  /// Keeps one; of the same indicator and month it ends the one before, the very same changes
  /// nothing.
  /// Errors  not_found `store.no_indicator`.
  [[nodiscard]] Result<void> give(std::string_view region, const Opinion& opinion,
                                  std::string_view author);
  /// The living ones of a project in a period.
  [[nodiscard]] Result<std::vector<StoredOpinion>> of_project(std::string_view region,
                                                              std::int64_t project_id, int month);

 private:
  StoreParts parts_;
};

}  // namespace jiheng::store
