#pragma once

#include <cstddef>
#include <map>
#include <mutex>
#include <optional>
#include <stop_token>
#include <string>

#include "app/judging.h"

namespace jiheng::app {

/// How much of judging a year anew is done.
struct JudgedShare {
  std::size_t done{};
  std::size_t all{};
};

/// The years that are being judged anew at this moment. Safe from several threads.
class RunningJudgements {
 public:
  /// `judge_year`, looked on and stopped by `stop` or `cancel`.
  /// Errors  conflict `review.judged_already` while somebody else judges the year.
  [[nodiscard]] Result<JudgedYear> judge(const Workspace& workspace, int year,
                                         const std::string& pack, const std::stop_token& stop);

  /// Nothing for a year nobody judges.
  [[nodiscard]] std::optional<JudgedShare> share(int year) const;

  /// Asks it to stop after the agency at hand; false where nobody judges the year.
  bool cancel(int year);

 private:
  struct Running {
    JudgedShare share{};
    std::stop_source stop{};
  };

  mutable std::mutex mutex_{};
  std::map<int, Running> running_{};
};

}  // namespace jiheng::app
