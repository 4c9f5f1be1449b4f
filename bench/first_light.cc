// bench_first_light FOLDER INDICATORS: reading, reviewing, filing and paging, each beside the limit
// it is measured against. JIHENG_TEST_POSTGRES adds PostgreSQL.
#include <time.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <functional>
#include <iostream>
#include <iterator>
#include <string>
#include <vector>

#include "app/database.h"
#include "app/filing.h"
#include "document/document.h"
#include "intake/intake.h"
#include "rules/rule.h"
#include "sql/connection.h"

namespace {

using namespace jiheng;  // NOLINT(google-build-using-namespace): a program of one file

constexpr int kCopies = 1000;
constexpr std::size_t kRowsOfSample = 147;

/// Seconds of processor this process has used; others' work beside it does not count.
double cpu_seconds() {
  timespec now{};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) / 1e9;
}

double wall_seconds() {
  return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

/// The best of three runs: what the work costs when nothing else stands in its way.
double best_of(const std::function<double()>& clock, const std::function<void()>& work,
               int runs = 3) {
  double best = 1e9;
  for (int i = 0; i < runs; ++i) {
    const double begun = clock();
    work();
    best = std::min(best, clock() - begun);
  }
  return best;
}

template <typename T>
T must(Result<T> result) {
  if (!result) {
    std::cerr << result.error().message.key << " " << result.error().where << "\n";
    std::exit(1);
  }
  if constexpr (!std::is_void_v<T>) {
    return std::move(*result);
  }
}

std::string sample() {
  std::ifstream in(JIHENG_SOURCE_DIR "/test/golden/table11-jiaxing-2022.txt", std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

/// The rows of the sample as lines, `copies` times under one head, with other numbers, projects and
/// agencies each time.
std::string varied(const std::string& text, int copies, const std::string& agency) {
  const auto head_end = text.find("嘉兴市", text.find("计量单位"));
  std::vector<std::string> lines;
  std::size_t at = head_end;
  while (at < text.size()) {
    const auto end = std::min(text.find('\n', at), text.size());
    const auto line = text.substr(at, end - at);
    if (line.find("指标") != std::string::npos && line.find("嘉兴市") == 0) {
      lines.push_back(line);
    }
    at = end + 1;
  }
  std::string out = text.substr(0, head_end);
  for (int copy = 0; copy < copies; ++copy) {
    const auto mark = std::to_string(copy);
    for (const auto& line : lines) {
      auto changed = line;
      const auto project = changed.find(' ') + 1;
      changed.insert(project, "第" + mark + "期");
      changed.insert(project - 1, agency);
      const auto sign = changed.find("≥ ");
      if (sign != std::string::npos) {
        changed.insert(sign + std::string("≥ ").size(), std::to_string(1 + copy % 9));
      }
      out += changed + "\n\n";
    }
  }
  return out;
}

void print(const std::string& what, double figure, const std::string& unit) {
  std::cout << what << ": " << static_cast<std::int64_t>(figure + 0.5) << " " << unit << "\n";
}

void print_ratio(const std::string& what, double ratio) {
  std::cout << what << ": " << static_cast<double>(static_cast<std::int64_t>(ratio * 100)) / 100
            << "\n";
}

void read_and_review(const std::string& text, const packs::Library& library,
                     const Vocabulary& vocabulary) {
  std::size_t lines = 0;
  std::size_t bytes = 0;
  const double split = best_of(cpu_seconds, [&] {
    lines = 0;
    bytes = 0;
    std::vector<std::string> kept;
    for (std::size_t at = 0; at < text.size();) {
      const auto end = std::min(text.find('\n', at), text.size());
      kept.emplace_back(text.substr(at, end - at));
      bytes += kept.back().size();
      ++lines;
      at = end + 1;
    }
  });
  std::vector<Indicator> rows;
  const double reading = best_of(cpu_seconds, [&] {
    rows = intake::read_rows(must(document::read("bench.txt", text)), vocabulary).indicators;
  });
  const auto count = static_cast<double>(rows.size());
  const auto pack = must(library.rule_pack(packs::kDefaultRulePack));
  std::size_t findings = 0;
  const double reviewing =
      best_of(cpu_seconds, [&] { findings = rules::review(rows, {}, pack, vocabulary).size(); });
  std::cout << rows.size() << " indicators in " << lines << " lines, " << bytes / 1000000 << " MB, "
            << findings << " findings\n";
  print("text intake", count / reading, "rows/s per core");
  print_ratio("text intake / splitting the same bytes into lines (CPU)", reading / split);
  print("review", count / reviewing, "rows/s per core");
  print_ratio("review / splitting the same bytes into lines (CPU)", reviewing / split);
  print_ratio("review / text intake (CPU)", reviewing / reading);
}

/// Eight text columns a row, as cheaply as the engine takes them.
double raw_load(const std::string& url, const std::vector<Indicator>& rows) {
  const auto connection = must(sql::open(url));
  must(connection->script(
      "CREATE TABLE raw_rows (agency TEXT, project TEXT, level1 TEXT, level2 TEXT, name TEXT, "
      "comparator TEXT, target TEXT, measure TEXT)"));
  const bool sqlite = url.starts_with("sqlite");
  constexpr std::array<std::string_view, 8> kColumns{"agency", "project",    "level1", "level2",
                                                     "name",   "comparator", "target", "measure"};
  const double begun = wall_seconds();
  auto transaction = must(sql::Transaction::begin(*connection));
  const auto insert =
      sqlite ? must(connection->prepare("INSERT INTO raw_rows VALUES (?, ?, ?, ?, ?, ?, ?, ?)"))
             : nullptr;
  const auto bulk = sqlite ? nullptr : must(connection->bulk("raw_rows", kColumns));
  for (const auto& row : rows) {
    const auto sign = row.comparator ? symbol(*row.comparator) : std::string_view();
    const std::array<sql::Value, 8> values{row.agency, row.project, row.level1, row.level2,
                                           row.name,   sign,        row.target, row.measure};
    sqlite ? must(insert->run(values)) : must(bulk->row(values));
  }
  if (bulk) {
    must(bulk->finish());
  }
  must(transaction.commit());
  const double seconds = wall_seconds() - begun;
  must(connection->script("DROP TABLE raw_rows"));
  return seconds;
}

double percentile(std::vector<double> values, double share) {
  std::ranges::sort(values);
  return values[std::min(values.size() - 1,
                         static_cast<std::size_t>(share * static_cast<double>(values.size())))];
}

void page_through(const app::Workspace& workspace, const std::string& name) {
  const auto region = must(app::region_of(workspace));
  const std::vector<std::string> words{"科技", "培训", "企业", "验收合格率", "宣传", "人才"};
  const std::vector<store::IndicatorSort> sorts{
      store::IndicatorSort::document, store::IndicatorSort::agency, store::IndicatorSort::name,
      store::IndicatorSort::findings, store::IndicatorSort::target};
  std::vector<double> plain;
  std::vector<double> searched;
  for (int i = 0; i < 100; ++i) {
    store::Stretch<store::IndicatorSort> stretch{
        .sort = sorts[static_cast<std::size_t>(i) % sorts.size()],
        .descending = i % 2 == 1,
        .cursor = {}};
    store::IndicatorFilter filter{.region = region, .year = 2022};
    for (int page = 0; page < 2; ++page) {
      const double begun = wall_seconds();
      const auto found = must(workspace.store.list_indicators(filter, stretch));
      plain.push_back((wall_seconds() - begun) * 1000);
      stretch.cursor = found.next;
    }
    filter.query = words[static_cast<std::size_t>(i) % words.size()];
    stretch.cursor.clear();
    const double begun = wall_seconds();
    must(workspace.store.list_indicators(filter, stretch));
    searched.push_back((wall_seconds() - begun) * 1000);
  }
  print(name + " list page p50", percentile(plain, 0.5), "ms");
  print(name + " list page p99", percentile(plain, 0.99), "ms");
  print(name + " searched page p50", percentile(searched, 0.5), "ms");
  print(name + " searched page p99", percentile(searched, 0.99), "ms");
}

void file_and_page(const std::string& url, const std::string& name, const packs::Library& library,
                   const Vocabulary& vocabulary, std::size_t indicators) {
  const auto database =
      must(app::Database::open({.url = url, .library = library, .migrate = true}));
  const auto text = sample();
  double filing = 0;
  std::size_t filed = 0;
  double raw = 0;
  for (int part = 0; filed < indicators; ++part) {
    const auto wanted = (indicators - filed + kRowsOfSample - 1) / kRowsOfSample;
    const auto copies = static_cast<int>(std::min<std::size_t>(kCopies, wanted));
    const auto bytes = varied(text, copies, "第" + std::to_string(part) + "分局");
    if (part == 0) {
      const auto rows =
          intake::read_rows(must(document::read("bench.txt", bytes)), vocabulary).indicators;
      raw = raw_load(url, rows) / static_cast<double>(rows.size());
    }
    const double begun = wall_seconds();
    const auto report = must(app::import_document(
        database->workspace(), {.name = "bench.txt", .bytes = bytes, .region = "330400000"}));
    filing += wall_seconds() - begun;
    filed += static_cast<std::size_t>(report.indicators);
  }
  const auto count = static_cast<double>(filed);
  std::cout << name << ": " << filed << " indicators\n";
  print(name + " import, reading and review included", count / filing, "rows/s");
  print_ratio(name + (name == "SQLite" ? " import / prepared insert of the same eight cells"
                                       : " import / COPY of the same eight cells"),
              filing / (raw * count));
  page_through(database->workspace(), name);
}

}  // namespace

int main(int count, char** values) {
  std::cout << std::unitbuf;  // a long run shows what it has
  if (count != 3) {
    std::cerr << "usage: bench_first_light FOLDER INDICATORS\n";
    return 2;
  }
  const auto library = must(packs::load_builtin());
  const auto vocabulary = must(make_vocabulary(library));
  read_and_review(varied(sample(), kCopies, ""), library, vocabulary);
  const auto indicators = static_cast<std::size_t>(std::stoull(values[2]));
  const auto file = (std::filesystem::path(values[1]) / "bench.db").string();
  file_and_page("sqlite:" + file, "SQLite", library, vocabulary, indicators);
  if (const char* postgres = std::getenv("JIHENG_TEST_POSTGRES")) {
    file_and_page(postgres, "PostgreSQL", library, vocabulary, indicators);
  }
  return 0;
}
