// bench_score_database [ROWS]: what scoring costs beside reading the same rows from the database,
// in one run and by one clock: rows filed in SQLite, read project by project with what was reached,
// then scored with derivations, and the scores as the text that is kept.
#include <time.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "app/database.h"
#include "app/filing.h"
#include "app/score_inputs.h"
#include "app/scoring.h"
#include "cost.h"
#include "store/project_rows.h"

namespace {

using namespace jiheng;  // NOLINT(google-build-using-namespace): a program of one file

constexpr std::size_t kRowsOfAProject = 8;
constexpr int kYear = 2022;

double cpu_seconds() {
  timespec now{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) / 1e9;
}

double seconds_of(const std::function<void()>& work) {
  const double begun = cpu_seconds();
  work();
  return cpu_seconds() - begun;
}

std::string table_of(std::size_t count) {
  std::string csv =
      "单位名称,项目名称,一级指标,二级指标,三级指标,计算符号,指标值,计量单位,分值,完成值\n";
  for (std::size_t i = 0; i < count; ++i) {
    const auto project = i / kRowsOfAProject;
    csv += "单位" + std::to_string(project / 20) + ",项目" + std::to_string(project) +
           ",产出指标,数量指标,完成量" + std::to_string(i % kRowsOfAProject) + "," +
           (i % 2 == 0 ? "≥" : "≤") + "," + std::to_string(50 + i * 37 % 900) + ",场,12.5," +
           std::to_string(50 + i * 53 % 900) + "\n";
  }
  return csv;
}

/// Rows of a year in a database of its own.
std::unique_ptr<app::Database> filled(const std::filesystem::path& file, std::size_t count) {
  auto library = packs::load_builtin();
  auto database =
      library
          ? app::Database::open(
                {.url = "sqlite:" + file.string(), .library = *std::move(library), .migrate = true})
          : Result<std::unique_ptr<app::Database>>(tl::unexpected(library.error()));
  if (!database) {
    bench::fail("no database: " + database.error().message.key);
  }
  const auto table = table_of(count);
  const auto filed = app::import_document((*database)->workspace(),
                                          {.name = "table.csv", .bytes = table, .year = kYear});
  if (!filed) {
    bench::fail("not filed: " + filed.error().message.key);
  }
  return *std::move(database);
}

void measure(const app::Workspace& workspace, std::size_t count) {
  const auto region = app::region_of(workspace).value();
  const auto ids = store::ScoreRuns(workspace.store).projects_of(region, {.year = kYear}).value();
  const auto day = parse_iso_date("2022-12-31").value();
  std::vector<app::ReportedProject> projects;
  const double rows_alone = seconds_of(
      [&] { static_cast<void>(store::project_rows(workspace.store, region, ids).value()); });
  const double reading =
      seconds_of([&] { projects = app::reported_projects(workspace, region, ids, day).value(); });
  const auto profile = workspace.library.scoring_profile(packs::kDefaultScoringProfile).value();
  const auto scheme = app::scheme_of(profile, workspace.vocabulary).value();
  std::vector<app::ScoreInput> inputs;
  for (const auto& project : projects) {
    inputs.push_back(app::input_of(project));
  }
  std::vector<ProjectScore> scores;
  const double scoring = seconds_of([&] {
    for (const auto& project : projects) {
      scores.push_back(app::score_of(project, scheme));
    }
  });
  std::size_t bytes = 0;
  const double keeping = seconds_of([&] {
    for (std::size_t i = 0; i < scores.size(); ++i) {
      bytes += app::result_text(scores[i]).size() + app::input_text(inputs[i]).size();
    }
  });
  const auto rows = static_cast<double>(count);
  bench::print("rows read from the database a second and core", rows / rows_alone, "1/s");
  bench::print("read with what was reached", rows / reading, "1/s");
  bench::print("scored with derivations", rows / scoring, "1/s");
  bench::print("scoring ÷ reading the rows", scoring / rows_alone, "(aim: below 1)");
  bench::print("scoring ÷ reading with what was reached", scoring / reading, "(aim: below 1)");
  bench::print("written as the texts that are kept", rows / keeping, "1/s");
  bench::print("kept text an indicator", static_cast<double>(bytes) / rows, "bytes");
}

}  // namespace

int main(int argc, char** argv) {
  const std::size_t count = argc > 1 ? std::strtoul(argv[1], nullptr, 10) : 20'000;
  if (count == 0) {
    bench::fail("no rows");
  }
  const auto file = std::filesystem::temp_directory_path() /
                    ("jiheng-bench-score-" + std::to_string(::getpid()) + ".db");
  {
    const auto database = filled(file, count);
    measure(database->workspace(), count);
  }
  for (const auto* ending : {"", "-wal", "-shm"}) {
    std::filesystem::remove(file.string() + ending);
  }
  return 0;
}
