// bench_board URL LABEL [PROJECTS]: pages of the monitoring board of a year, each with its counts,
// under many filters, orders and cursors. The database is new; its projects are made.
#include <time.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <string>
#include <vector>

#include "base/clock.h"
#include "base/ids.h"
#include "cost.h"
#include "store/monitoring_board.h"
#include "store/writing.h"

namespace {

using namespace jiheng;  // NOLINT(google-build-using-namespace): a program of one file

constexpr double kLimitMs = 200;
constexpr std::int64_t kAgencies = 500;
constexpr std::size_t kAtOnce = 1000;
constexpr std::string_view kRegion = "330400000";

double now_ms() {
  timespec now{};
  clock_gettime(CLOCK_MONOTONIC, &now);
  return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

template <typename T>
T must(Result<T> result) {
  if (!result) {
    bench::fail(result.error().message.key);
  }
  return *std::move(result);
}

void must(Result<void> result) {
  if (!result) {
    bench::fail(result.error().message.key);
  }
}

void make_projects(store::Store& store, std::int64_t count) {
  auto writing = must(store::Writing::begin(store.parts().pool, kRegion));
  constexpr std::array<std::string_view, 4> kAgency{"region_code", "agency_id", "identity", "name"};
  const auto agencies = must((*writing).bulk("agency", kAgency));
  for (std::int64_t i = 1; i <= kAgencies; ++i) {
    const auto name = "单位" + std::to_string(i);
    must(agencies->row({kRegion, i, "n:" + name, name}));
  }
  must(agencies->finish());
  constexpr std::array<std::string_view, 13> kProject{
      "region_code", "project_id", "agency_id",  "year",   "identity", "name", "search",
      "filing_id",   "position",   "indicators", "errors", "warnings", "hints"};
  const auto projects = must((*writing).bulk("project", kProject));
  for (std::int64_t i = 1; i <= count; ++i) {
    const auto name = "科技创新-重点研发项目" + std::to_string(i);
    must(projects->row({kRegion, i, i % kAgencies + 1, std::int64_t{2022}, "n:" + name, name, name,
                        std::int64_t{1}, i, std::int64_t{8}, std::int64_t{0}, std::int64_t{0},
                        std::int64_t{0}}));
  }
  must(projects->finish());
  must(writing.commit());
  // As filing does with what it has just filled.
  constexpr std::array<std::string_view, 2> kFilled{"project", "agency"};
  const auto analyze = (*writing).dialect().analyze(kFilled);
  if (!analyze.empty()) {
    must((*writing).script(analyze));
  }
}

store::MonitoringState state_of(std::int64_t project) {
  const auto spread = (project * 7919) % 10'000;
  store::MonitoringState state{.project_id = project, .agency_id = project % kAgencies + 1};
  if (spread % 10 != 0) {
    state.light = static_cast<packs::Light>(spread % 4);
    state.quadrant = static_cast<Quadrant>(spread / 4 % 4);
    state.goal_rate = Decimal::of(spread, 2);
    state.execution_rate = Decimal::of((spread * 3) % 10'000, 2);
    state.forecast_rate = Decimal::of((spread * 5) % 10'000, 2);
    state.budget = Decimal::whole(spread * 100);
  }
  state.counts = {.green = 6, .not_reported = static_cast<int>(spread % 3)};
  return state;
}

void make_states(store::MonitoringBoard& board, const store::MonitoringPeriod& period) {
  for (;;) {
    const auto missing = must(board.missing(period, kAtOnce));
    if (missing.projects.empty()) {
      return;
    }
    std::vector<store::MonitoringState> states;
    for (const auto project : missing.projects) {
      states.push_back(state_of(project));
    }
    must(board.keep(period, missing.revision, states));
  }
}

/// A page as somebody may ask for it: each request differs from the one before.
double ask(store::MonitoringBoard& board, const store::MonitoringPeriod& period, int number,
           std::string& cursor) {
  store::BoardFilter filter{.period = period};
  store::Stretch<store::BoardSort> stretch{.sort = static_cast<store::BoardSort>(number % 7),
                                           .descending = number / 7 % 2 == 1,
                                           .cursor = {},
                                           .limit = 50};
  switch (number / 14 % 6) {
    case 0:
      break;
    case 1:
      filter.light = packs::Light::red;
      break;
    case 2:
      filter.quadrant = Quadrant::goals_behind;
      break;
    case 3:
      filter.agency = number % kAgencies + 1;
      break;
    case 4:
      filter.query = "项目" + std::to_string(number % 100);
      break;
    default:
      stretch.sort = store::BoardSort::goal_rate;
      stretch.descending = false;
      stretch.cursor = cursor;  // further and further down one list
      break;
  }
  const double begun = now_ms();
  const auto page = must(board.page(filter, stretch));
  const double took = now_ms() - begun;
  if (number / 14 % 6 == 5) {
    cursor = page.next;
  }
  return took;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 3) {
    bench::fail("bench_board URL LABEL [PROJECTS]");
  }
  const std::string label = argv[2];
  const std::int64_t count = argc > 3 ? std::strtol(argv[3], nullptr, 10) : 50'000;
  const SystemClock clock;
  IdMaker ids(clock);
  const auto store = must(store::Store::open(argv[1], clock, ids));
  must(store->migrate());
  make_projects(*store, count);
  const store::MonitoringPeriod period{
      .region = std::string(kRegion), .year = 2022, .month = 7, .pack = "national-2019:1"};
  store::MonitoringBoard board(*store);
  const double begun = now_ms();
  make_states(board, period);
  bench::print(label + ": keeping the states", now_ms() - begun, "ms");
  std::vector<double> times;
  std::string cursor;
  for (int i = 0; i < 420; ++i) {
    times.push_back(ask(board, period, i, cursor));
  }
  std::ranges::sort(times);
  const double p50 = times[times.size() / 2];
  const double p99 = times[times.size() * 99 / 100];
  bench::print(label + ": board of " + std::to_string(count) + " projects, p50", p50, "ms");
  bench::print(label + ": p99", p99, "ms");
  bench::print(label + ": p99 of the limit of 200 ms", p99 / kLimitMs, "×");
  return p99 <= kLimitMs ? 0 : 1;
}
