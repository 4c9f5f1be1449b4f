// bench_score [ROWS]: how many indicators a core scores in a second, without and with derivations,
// and with their text. Rows are made: every sign, met and missed, with numbers of their own.
#include <time.h>

#include <array>
#include <cstdlib>
#include <functional>
#include <string>
#include <vector>

#include "cost.h"
#include "domain/vocabulary.h"
#include "packs/library.h"
#include "scoring/score_projects.h"

namespace {

using namespace jiheng;  // NOLINT(google-build-using-namespace): a program of one file

constexpr std::size_t kRowsOfAProject = 8;

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

struct Made {
  std::vector<Indicator> rows;
  std::vector<Actual> actuals;
};

Made make_rows(std::size_t count, const Vocabulary& vocabulary) {
  constexpr std::array kSigns{Comparator::at_least, Comparator::at_most, Comparator::equal,
                              Comparator::more_than, Comparator::less_than};
  constexpr std::array<std::string_view, 4> kMeasures{"场", "%", "万元", "人次"};
  Made made;
  for (std::size_t i = 0; i < count; ++i) {
    Indicator row;
    row.agency = "单位" + std::to_string(i / (kRowsOfAProject * 10));
    row.project = "项目" + std::to_string(i / kRowsOfAProject);
    row.level1 = "产出指标";
    row.level2 = "数量指标";
    row.name = "完成量";
    row.comparator = kSigns.at(i % kSigns.size());
    const auto target = Decimal::of(static_cast<std::int64_t>(500 + i * 37 % 9000), 2);
    row.target = target.to_string();
    row.measure = kMeasures.at(i % kMeasures.size());
    row.measured = vocabulary.measures.understand(row.measure);
    row.typed = NumberTarget{target};
    row.points = "11.25";
    row.score = "11.25";
    const auto actual = Decimal::of(static_cast<std::int64_t>(500 + i * 53 % 9000), 2);
    made.actuals.push_back({.text = actual.to_string(), .typed = NumberTarget{actual}});
    made.rows.push_back(std::move(row));
  }
  return made;
}

std::size_t letters_of(const std::vector<ProjectScore>& projects,
                       const packs::Catalogue& catalogue) {
  std::size_t letters = 0;
  for (const auto& project : projects) {
    for (const auto& score : project.scores) {
      for (const auto& step : score.derivation.steps) {
        letters += catalogue.render(packs::Language::zh, text_of(step)).size();
      }
    }
  }
  return letters;
}

}  // namespace

int main(int argc, char** argv) {
  const std::size_t count = argc > 1 ? std::strtoul(argv[1], nullptr, 10) : 200'000;
  const auto library = packs::load_builtin();
  if (!library || count == 0) {
    bench::fail("no packs, or no rows");
  }
  const auto vocabulary = make_vocabulary(*library);
  const auto profile = library->scoring_profile(packs::kDefaultScoringProfile);
  if (!vocabulary || !profile) {
    bench::fail("no vocabulary, or no profile");
  }
  const auto made = make_rows(count, *vocabulary);
  const scoring::Reported reported{.rows = made.rows, .actuals = made.actuals, .year = 2022};
  std::vector<ProjectScore> projects;
  const auto run = [&](scoring::Explain explain) {
    const auto scheme = scoring::Scheme::make(*profile, *vocabulary, explain);
    return seconds_of([&] { projects = scoring::score_projects(*scheme, reported); });
  };
  const auto rows = static_cast<double>(count);
  const double quiet = run(scoring::Explain::no);
  const double loud = run(scoring::Explain::yes);
  std::size_t letters = 0;
  const double text = seconds_of([&] { letters = letters_of(projects, library->catalogue); });
  bench::print("indicators scored a second and core", rows / quiet, "1/s");
  bench::print("with derivations", rows / loud, "1/s");
  bench::print("with derivations as text", rows / (loud + text), "1/s");
  bench::print("derivation text an indicator", static_cast<double>(letters) / rows, "bytes");
  return 0;
}
