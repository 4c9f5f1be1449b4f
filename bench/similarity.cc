// bench_similarity [NAMES]: "what is like this" over many names, beside comparing with every name
// and beside SQLite's full-text search. Names are the library's, each of many objects: nothing is
// left to chance, and every run asks the same.
#include <sqlite3.h>
#include <sys/resource.h>
#include <time.h>

#include <algorithm>
#include <array>
#include <functional>
#include <string>
#include <vector>

#include "base/grams.h"
#include "base/text.h"
#include "cost.h"
#include "domain/library_indicator.h"
#include "similarity/name_index.h"
#include "similarity/near_duplicates.h"

namespace {

using namespace jiheng;  // NOLINT(google-build-using-namespace): a program of one file
using similarity::Nearness;

constexpr std::array<std::string_view, 26> kPlaces{
    "南湖区", "秀洲区", "嘉善县",   "平湖市", "海盐县", "海宁市", "桐乡市",   "新城街道", "洪合镇",
    "乌镇镇", "西塘镇", "盐官镇",   "濮院镇", "澉浦镇", "乍浦镇", "魏塘街道", "崇福镇",   "王店镇",
    "长安镇", "许村镇", "独山港镇", "天凝镇", "姚庄镇", "凤桥镇", "余新镇",   "全市"};
constexpr std::array<std::string_view, 26> kThings{
    "中小学",       "社区卫生服务中心", "农村公路", "科技特派员", "残疾人",
    "退役军人",     "老旧小区",         "水库移民", "图书馆",     "文物保护单位",
    "数字政务平台", "垃圾分类",         "河道",     "养老机构",   "职业技能",
    "农产品",       "食品药品",         "安全生产", "林区",       "地震台站",
    "消防站",       "湿地公园",         "创业园",   "博物馆",     "气象站",
    "专利"};
constexpr Nearness kNearness{.most = 10, .floor = 500};
constexpr std::size_t kQuestions = 2000;
constexpr std::size_t kToPeers = 20;

double cpu_seconds() {
  timespec now{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) / 1e9;
}

double megabytes_at_most() {
  rusage used{};
  getrusage(RUSAGE_SELF, &used);
  return static_cast<double>(used.ru_maxrss) / 1024;
}

double seconds_of(const std::function<void()>& work) {
  const double begun = cpu_seconds();
  work();
  return cpu_seconds() - begun;
}

/// The names that are made, and the questions asked of them.
class Names {
 public:
  Names() : vocabulary_(make_vocabulary(packs::load_builtin().value()).value()) {
    const auto data = packs::load_builtin_indicators().value();
    const auto library = make_library_indicators(data, vocabulary_).value();
    for (const auto& indicator : library) {
      spellings_.push_back(indicator.name);
      spellings_.insert(spellings_.end(), indicator.aliases.begin(), indicator.aliases.end());
    }
  }

  [[nodiscard]] std::size_t most() const {
    return spellings_.size() * kPlaces.size() * kThings.size();
  }

  [[nodiscard]] std::string name(std::size_t i) const {
    const auto object = i / spellings_.size();
    std::string text(kPlaces[object % kPlaces.size()]);
    return text.append(kThings[object / kPlaces.size() % kThings.size()])
        .append(spellings_[i % spellings_.size()]);
  }

  /// A name of the index, one of a place it does not know, one with another year and measure, the
  /// library's own, or one that begins as one name and ends as another, so that little is like it.
  [[nodiscard]] std::string question(std::size_t i, std::size_t names) const {
    constexpr std::size_t kStep = 7'368'787;  // a prime: questions come from everywhere
    const auto at = i * kStep % names;
    switch (i % 5) {
      case 0:
        return name(at);
      case 1:
        return "东阳市" + name(at).substr(kPlaces[at / spellings_.size() % kPlaces.size()].size());
      case 2:
        return "2023年" + name(at) + "(个)";
      case 3:
        return spellings_[at % spellings_.size()];
      default:
        return crossed(spellings_[at % spellings_.size()], spellings_[i % spellings_.size()]);
    }
  }

  [[nodiscard]] std::string wording(const std::string& name) const {
    return similarity::wording(name, vocabulary_.measures);
  }

  [[nodiscard]] const MeasureDictionary& measures() const {
    return vocabulary_.measures;
  }

 private:
  static std::string crossed(const std::string& begins, const std::string& ends) {
    const auto first = to_code_points(begins);
    const auto last = to_code_points(ends);
    return to_utf8(first.substr(0, (first.size() + 1) / 2) + last.substr(last.size() / 2));
  }

  Vocabulary vocabulary_;
  std::vector<std::string> spellings_{};
};

/// Comparing with every name: grams are counted beforehand, nothing else is prepared.
class Scan {
 public:
  void add(const std::string& wording) {
    const auto codes = similarity::gram_codes(wording);
    codes_.insert(codes_.end(), codes.begin(), codes.end());
    start_.push_back(codes_.size());
    polarity_.push_back(similarity::polarity(wording));
  }

  [[nodiscard]] std::vector<similarity::NameMatch> like(const std::string& wording) const {
    const auto asked = similarity::gram_codes(wording);
    const auto polarity = similarity::polarity(wording);
    std::vector<similarity::NameMatch> found;
    for (std::size_t name = 0; name + 1 < start_.size(); ++name) {
      const auto shared = shared_with(asked, name);
      const auto both = asked.size() + start_[name + 1] - start_[name];
      const auto permille =
          similarity::likeness(shared, both, similarity::contrary(polarity, polarity_[name]));
      if (permille >= kNearness.floor) {
        found.push_back({.name = static_cast<std::uint32_t>(name), .permille = permille});
      }
    }
    std::ranges::stable_sort(found, std::greater(), &similarity::NameMatch::permille);
    found.resize(std::min(found.size(), kNearness.most));
    return found;
  }

 private:
  [[nodiscard]] std::size_t shared_with(const std::vector<std::uint64_t>& asked,
                                        std::size_t name) const {
    std::size_t shared = 0;
    auto at = asked.begin();
    for (auto i = start_[name]; i < start_[name + 1] && at != asked.end();) {
      shared += codes_[i] == *at ? 1 : 0;
      const bool step = *at <= codes_[i];
      i += *at >= codes_[i] ? 1 : 0;
      at += step ? 1 : 0;
    }
    return shared;
  }

  std::vector<std::uint64_t> codes_{};
  std::vector<std::size_t> start_{0};
  std::vector<similarity::Polarity> polarity_{};
};

/// SQLite's FTS5 as the store's search uses it, asked for the best by its own rank.
class FullText {
 public:
  FullText() {
    sqlite3_open(":memory:", &db_);
    run("CREATE VIRTUAL TABLE f USING fts5(grams, content='', detail=none, tokenize='ascii')");
    run("BEGIN");
    sqlite3_prepare_v2(db_, "INSERT INTO f(rowid, grams) VALUES (?, ?)", -1, &insert_, nullptr);
  }

  FullText(const FullText&) = delete;
  FullText& operator=(const FullText&) = delete;
  FullText(FullText&&) = delete;
  FullText& operator=(FullText&&) = delete;

  ~FullText() {
    sqlite3_finalize(insert_);
    sqlite3_close(db_);
  }

  void add(std::size_t name, const std::string& wording) {
    const auto text = joined(wording, " ");
    sqlite3_bind_int64(insert_, 1, static_cast<sqlite3_int64>(name));
    sqlite3_bind_text(insert_, 2, text.data(), static_cast<int>(text.size()), SQLITE_TRANSIENT);
    if (sqlite3_step(insert_) != SQLITE_DONE) {
      bench::fail(sqlite3_errmsg(db_));
    }
    sqlite3_reset(insert_);
  }

  void finish() {
    run("COMMIT");
  }

  void ask(const std::string& wording) {
    sqlite3_stmt* select = nullptr;
    sqlite3_prepare_v2(db_, "SELECT rowid FROM f WHERE f MATCH ? ORDER BY rank LIMIT 10", -1,
                       &select, nullptr);
    const auto text = joined(wording, " OR ");
    sqlite3_bind_text(select, 1, text.data(), static_cast<int>(text.size()), SQLITE_TRANSIENT);
    int rows = 0;
    while (sqlite3_step(select) == SQLITE_ROW) {
      ++rows;
    }
    sqlite3_finalize(select);
    if (rows == 0) {
      bench::fail("full-text search finds nothing like " + wording);
    }
  }

 private:
  void run(const char* sql) {
    if (sqlite3_exec(db_, sql, nullptr, nullptr, nullptr) != SQLITE_OK) {
      bench::fail(sqlite3_errmsg(db_));
    }
  }

  static std::string joined(const std::string& wording, const std::string& between) {
    std::string text;
    for (const auto& gram : grams(wording)) {
      text += (text.empty() ? "" : between) + '"' + gram + '"';
    }
    return text;
  }

  sqlite3* db_{};
  sqlite3_stmt* insert_{};
};

/// The figure under which this part of all, in thousandths, lies.
double percentile(std::vector<double> figures, std::size_t permille) {
  std::ranges::sort(figures);
  return figures[std::min(figures.size() - 1, figures.size() * permille / 1000)];
}

struct Asked {
  std::vector<std::string> wordings{};
  double median{};
};

similarity::NameIndex build(const Names& names, const std::vector<std::string>& wordings) {
  const double before = megabytes_at_most();
  similarity::NameIndex index;
  const auto seconds = seconds_of([&] {
    similarity::NameIndexBuilder builder;
    for (const auto& wording : wordings) {
      builder.add(wording);
    }
    index = std::move(builder).build();
  });
  bench::print("index built", seconds, " s");
  bench::print("index in memory", static_cast<double>(index.memory_bytes()) / 1048576, " MB");
  bench::print("peak above the names while building", megabytes_at_most() - before, " MB");
  bench::print("wording of a name",
               seconds_of([&] {
                 for (std::size_t i = 0; i < kQuestions; ++i) {
                   static_cast<void>(names.wording(names.name(i)));
                 }
               }) / static_cast<double>(kQuestions) *
                   1e6,
               " µs");
  return index;
}

Asked ask(const Names& names, const similarity::NameIndex& index) {
  Asked asked;
  std::vector<double> milliseconds;
  std::size_t found = 0;
  for (std::size_t i = 0; i < kQuestions; ++i) {
    asked.wordings.push_back(names.wording(names.question(i, index.size())));
    milliseconds.push_back(
        seconds_of([&] { found += index.like(asked.wordings.back(), kNearness).size(); }) * 1e3);
  }
  asked.median = percentile(milliseconds, 500);
  bench::print("names found a question", static_cast<double>(found) / kQuestions, "");
  bench::print("what is like this, p50", asked.median, " ms");
  bench::print("what is like this, p99", percentile(milliseconds, 990), " ms");
  bench::print("what is like this, the slowest", percentile(milliseconds, 1000), " ms");
  bench::print("what is like this, p99 of the 10 ms allowed", percentile(milliseconds, 990) / 10,
               "");
  return asked;
}

void beside_scan(const Asked& asked, const similarity::NameIndex& index,
                 const std::vector<std::string>& wordings) {
  Scan scan;
  for (const auto& wording : wordings) {
    scan.add(wording);
  }
  std::vector<double> milliseconds;
  for (std::size_t i = 0; i < kToPeers; ++i) {
    const auto& wording = asked.wordings[i];
    std::vector<similarity::NameMatch> found;
    milliseconds.push_back(seconds_of([&] { found = scan.like(wording); }) * 1e3);
    if (found != index.like(wording, kNearness)) {
      bench::fail("the index answers otherwise than comparing with every name: " + wording);
    }
  }
  bench::print("comparing with every name, p50", percentile(milliseconds, 500), " ms");
  bench::print("comparing with every name, times the index",
               percentile(milliseconds, 500) / asked.median, "");
}

void beside_full_text(const Asked& asked, const std::vector<std::string>& wordings) {
  FullText full_text;
  const auto seconds = seconds_of([&] {
    for (std::size_t i = 0; i < wordings.size(); ++i) {
      full_text.add(i, wordings[i]);
    }
    full_text.finish();
  });
  std::vector<double> milliseconds;
  for (std::size_t i = 0; i < kToPeers; ++i) {
    milliseconds.push_back(seconds_of([&] { full_text.ask(asked.wordings[i]); }) * 1e3);
  }
  bench::print("SQLite FTS5 built", seconds, " s");
  bench::print("SQLite FTS5 by rank, p50", percentile(milliseconds, 500), " ms");
  bench::print("SQLite FTS5, times the index", percentile(milliseconds, 500) / asked.median, "");
}

/// Every name as a row of one of 50,000 projects: their values repeat, as in life.
void find_duplicates(const Names& names, std::size_t rows) {
  constexpr std::size_t kProjects = 50'000;
  const double before = megabytes_at_most();
  similarity::DuplicateFinder finder({.measures = names.measures()});
  Indicator row{};
  double seconds = 0;
  for (std::size_t i = 0; i < rows; ++i) {
    row.agency = kPlaces[i % kPlaces.size()];
    row.project = "项目" + std::to_string(i % kProjects) + "号工程";
    row.name = names.question(i, rows);
    row.target = std::to_string(i % 7);
    seconds += seconds_of([&] { finder.add(row); });
  }
  std::size_t groups = 0;
  seconds += seconds_of([&] { groups = std::move(finder).groups().size(); });
  bench::print("near-duplicates among as many rows", seconds, " s");
  bench::print("near-duplicates, groups", static_cast<double>(groups), "");
  bench::print("near-duplicates, peak above what was there", megabytes_at_most() - before, " MB");
}

}  // namespace

int main(int count, char** arguments) {
  const Names names;
  const std::size_t wanted = count > 1 ? std::stoul(arguments[1]) : 1'000'000;
  std::vector<std::string> wordings;
  for (std::size_t i = 0; i < std::min(wanted, names.most()); ++i) {
    wordings.push_back(names.wording(names.name(i)));
  }
  bench::print("names", static_cast<double>(wordings.size()), "");
  const auto index = build(names, wordings);
  const auto asked = ask(names, index);
  find_duplicates(names, wordings.size());
  beside_scan(asked, index, wordings);
  beside_full_text(asked, wordings);
}
