// bench_readers PROGRAM FOLDER PEERS SCRATCH: documents read to typed rows by PROGRAM, each beside
// what others make of the same bytes. FOLDER holds the made documents, PEERS the npm peers, SCRATCH
// what bench/run_readers printed: type3.pdf, and pages_100.pdf with its pages thirty times over.
//
// A figure to typed rows is of whole processes: processor seconds with those of their children, and
// the largest resident process. One to cells is of the reader alone, in this process. Each is the
// least of three runs.
#include <time.h>
#include <xlsxwriter.h>

#include <algorithm>
#include <array>
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>
#include <vector>

#include "cost.h"
#include "document/document.h"

namespace {

using namespace jiheng::bench;

/// Seconds of processor that reading a file to cells takes.
double reading_seconds(const std::string& path) {
  constexpr int kRuns = 3;
  std::ifstream file(path, std::ios::binary);
  const std::string bytes{std::istreambuf_iterator<char>(file), {}};
  double least = 1e9;
  for (int i = 0; i < kRuns; ++i) {
    timespec begun{};
    timespec ended{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &begun);
    if (!jiheng::document::read(path, bytes)) {
      fail(path + " cannot be read");
    }
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &ended);
    least = std::min(least, static_cast<double>(ended.tv_sec - begun.tv_sec) +
                                static_cast<double>(ended.tv_nsec - begun.tv_nsec) / 1e9);
  }
  return least;
}

struct Paths {
  std::string program;
  std::string made;
  std::string peers;
  std::string scratch;
};

void measure_pdf(const Paths& paths, const std::string& name) {
  const auto file = paths.made + "/" + name;
  const Words ours{paths.program, "extract", "--jobs", "1", file};
  const auto cost = run(ours);
  print(name + ": file to typed rows", cost.seconds, " s");
  print(name + ": most memory of a process", cost.megabytes, " MB");
  const auto dump = run({"mutool", "draw", "-q", "-F", "stext.json", "-o", "/dev/null", file});
  print(name + ": typed rows / mutool dumping its characters (CPU)", cost.seconds / dump.seconds,
        "");
  print(name + ": cells / mutool dumping its characters (CPU)",
        reading_seconds(file) / dump.seconds, "");
  const auto tables = run({"node", paths.peers + "/pdf_tables.js", file});
  print(name + ": pdf-table-extractor / typed rows (CPU)", tables.seconds / cost.seconds, "");
}

/// Fonts whose glyphs are drawings, as Chromium writes fonts that it cannot embed.
void measure_type3(const Paths& paths) {
  const auto file = paths.scratch + "/type3.pdf";
  const auto cost = run({paths.program, "extract", "--jobs", "1", file});
  const auto dump = run({"mutool", "draw", "-q", "-F", "stext.json", "-o", "/dev/null", file});
  print("Type 3 fonts: file to typed rows", cost.seconds, " s");
  print("Type 3 fonts: most memory of a process", cost.megabytes, " MB");
  print("Type 3 fonts: typed rows / mutool dumping its characters (CPU)",
        cost.seconds / dump.seconds, "");
}

/// What thirty times as many pages take: the file is kept, neither its pages nor their rows are.
void measure_pages(const Paths& paths) {
  const auto few = paths.scratch + "/pages_100.pdf";
  const auto many = paths.scratch + "/pages_3000.pdf";
  const Words ours{paths.program, "extract", "--jobs", "1"};
  const Words peer{"mutool", "draw", "-q", "-F", "stext.json", "-o", "/dev/null"};
  const auto both = [](Words words, const std::string& file) {
    words.push_back(file);
    return run_once(words);
  };
  const auto ours_few = both(ours, few);
  const auto ours_many = both(ours, many);
  const auto peer_few = both(peer, few);
  const auto peer_many = both(peer, many);
  print("100 pages: most memory of a process", ours_few.megabytes, " MB");
  print("3,000 pages: most memory of a process", ours_many.megabytes, " MB");
  print("3,000 pages: mutool's most memory", peer_many.megabytes, " MB");
  print("3,000 pages / 100 pages: growth of memory / mutool's growth",
        (ours_many.megabytes - ours_few.megabytes) / (peer_many.megabytes - peer_few.megabytes),
        "");
  print("3,000 pages / 100 pages (CPU)", ours_many.seconds / ours_few.seconds, "");
  const auto fonts = paths.scratch + "/fonts.pdf";
  print("240 pages with 5,120 Type 3 fonts: most memory of a process", both(ours, fonts).megabytes,
        " MB");
  print("240 pages with 5,120 Type 3 fonts: mutool's most memory", both(peer, fonts).megabytes,
        " MB");
}

/// Six documents read by two workers against one after the other by one. The difference is small
/// beside what a machine does from one second to the next, so the runs alternate.
void measure_workers(const Paths& paths) {
  constexpr int kRuns = 9;
  const auto with_jobs = [&](const std::string& jobs) {
    Words words{paths.program, "extract", "--jobs", jobs};
    for (int i = 0; i < 3; ++i) {
      words.push_back(paths.made + "/flat_L.pdf");
      words.push_back(paths.made + "/merged_L.pdf");
    }
    return words;
  };
  const auto one = with_jobs("1");
  const auto two = with_jobs("2");
  double least_of_one = 1e9;
  double least_of_two = 1e9;
  for (int i = 0; i < kRuns; ++i) {
    least_of_one = std::min(least_of_one, run_once(one).seconds);
    least_of_two = std::min(least_of_two, run_once(two).seconds);
  }
  print("two workers / one worker (CPU)", least_of_two / least_of_one, "");
}

constexpr int kSheetRows = 50'000;
constexpr std::array kHead{"单位名称", "项目名称", "一级指标", "二级指标",
                           "三级指标", "计算符号", "指标值",   "计量单位"};

/// A workbook of 表11 with texts in the shared strings and targets as numbers.
void write_workbook(const std::string& path) {
  auto* book = workbook_new(path.c_str());
  auto* sheet = workbook_add_worksheet(book, "表11");
  for (lxw_col_t column = 0; column < kHead.size(); ++column) {
    worksheet_write_string(sheet, 0, column, kHead.at(column), nullptr);
  }
  for (lxw_row_t row = 1; row <= kSheetRows; ++row) {
    const auto project = "基层公共卫生服务" + std::to_string(row / 12) + "号项目";
    const auto indicator = "第" + std::to_string(row) + "项服务覆盖人数";
    const std::array texts{"临江市卫生健康局", project.c_str(),   "产出指标",
                           "数量指标",         indicator.c_str(), "≥"};
    for (lxw_col_t column = 0; column < texts.size(); ++column) {
      worksheet_write_string(sheet, row, column, texts.at(column), nullptr);
    }
    worksheet_write_number(sheet, row, 6, row % 997, nullptr);
    worksheet_write_string(sheet, row, 7, "人次", nullptr);
  }
  if (workbook_close(book) != LXW_NO_ERROR) {
    fail("cannot write " + path);
  }
}

void measure_xlsx(const Paths& paths) {
  const auto file = paths.scratch + "/many.xlsx";
  write_workbook(file);
  const auto rows = run({paths.program, "extract", "--jobs", "1", file});
  const double count = kSheetRows * static_cast<double>(kHead.size());
  const auto cells = reading_seconds(file);
  print("xlsx: file to cells", count / cells / 1000, " thousand cells/s");
  print("xlsx: file to typed rows", count / rows.seconds / 1000, " thousand cells/s");
  print("xlsx: most memory of a process", rows.megabytes, " MB");
  const auto beside = [&](const std::string& peer, const Words& words) {
    const auto cost = run(words);
    print("xlsx: " + peer + " to cells / cells (CPU)", cost.seconds / cells, "");
    print("xlsx: " + peer + " to cells / typed rows (CPU)", cost.seconds / rows.seconds, "");
  };
  // Debian's Python has Debian's modules, whatever other Python comes first.
  const Words openpyxl{"/usr/bin/python3", paths.peers + "/xlsx_cells.py"};
  beside("openpyxl", {openpyxl[0], openpyxl[1], "whole", file});
  beside("openpyxl, read-only", {openpyxl[0], openpyxl[1], "stream", file});
  for (const std::string peer : {"exceljs", "sheetjs"}) {
    beside(peer, {"node", paths.peers + "/xlsx_cells.js", peer, file});
  }
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 5) {
    fail("PROGRAM FOLDER PEERS SCRATCH");
  }
  const Paths paths{argv[1], argv[2], argv[3], argv[4]};
  for (const std::string name : {"flat_L.pdf", "merged_L.pdf", "html_merged_s.pdf"}) {
    measure_pdf(paths, name);
  }
  measure_type3(paths);
  measure_pages(paths);
  measure_workers(paths);
  measure_xlsx(paths);
  return 0;
}
