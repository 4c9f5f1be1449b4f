#include "app/running_judgements.h"

#include <memory>

namespace jiheng::app {

Result<JudgedYear> RunningJudgements::judge(const Workspace& workspace, int year,
                                            const std::string& pack, const std::stop_token& stop) {
  std::stop_source source;
  {
    const std::scoped_lock lock(mutex_);
    if (!running_.try_emplace(year, Running{.share = {}, .stop = source}).second) {
      return fail(ErrorCode::conflict, {"review.judged_already", {std::to_string(year)}});
    }
  }
  // However judging ends, the year can be judged again.
  const auto leave = [this, year](const void* /*here*/) {
    const std::scoped_lock lock(mutex_);
    running_.erase(year);
  };
  const std::unique_ptr<const void, decltype(leave)> here(this, leave);
  const std::stop_callback gone(stop, [&source] { source.request_stop(); });
  return judge_year(
      workspace, year, pack,
      {.stop = source.get_token(), .told = [this, year](std::size_t done, std::size_t all) {
         const std::scoped_lock lock(mutex_);
         running_[year].share = {done, all};
       }});
}

std::optional<JudgedShare> RunningJudgements::share(int year) const {
  const std::scoped_lock lock(mutex_);
  const auto found = running_.find(year);
  return found == running_.end() ? std::nullopt : std::optional(found->second.share);
}

bool RunningJudgements::cancel(int year) {
  const std::scoped_lock lock(mutex_);
  const auto found = running_.find(year);
  return found != running_.end() && found->second.stop.request_stop();
}

}  // namespace jiheng::app
