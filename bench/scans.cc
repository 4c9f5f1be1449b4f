// bench_scans PROGRAM FOLDER SCRATCH: scans read to typed rows by PROGRAM beside the command line
// of Tesseract on the same pages, in processor seconds of whole processes. FOLDER holds the made
// documents: eight scanned pages with noise, and a document of 120 printed ones, whose first
// hundred are painted at 300 dpi. Tesseract is measured as it comes, and kept to one thread, where
// it wastes least (as it comes on the eight only). Each figure is of one run.
#include <algorithm>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>
#include <vector>

#include "cost.h"

namespace {

using namespace jiheng::bench;
namespace fs = std::filesystem;

/// As it comes, Tesseract's threads wait for each other: on more pages than this it takes a quarter
/// of an hour and says nothing new.
constexpr std::size_t kFew = 10;

std::string bytes_of(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

struct Frame {
  int width{};
  int height{};
  int colours{};  // 1 is grey; pdftoppm writes 3 even of grey pages
};

/// From the frame header of a JPEG.
Frame frame_of(const std::string& jpeg) {
  const auto byte = [&](std::size_t at) { return static_cast<std::uint8_t>(jpeg.at(at)); };
  const auto two = [&](std::size_t at) { return byte(at) << 8U | byte(at + 1); };
  for (std::size_t at = 2; at + 9 < jpeg.size(); at += 2 + static_cast<std::size_t>(two(at + 2))) {
    if (const auto mark = byte(at + 1); mark >= 0xC0 && mark <= 0xC2) {
      return {two(at + 7), two(at + 5), byte(at + 9)};
    }
  }
  fail("no JPEG");
}

/// Pictures as the pages of a PDF, the way scanners write it.
void write_pdf(const std::vector<fs::path>& pictures, const fs::path& path) {
  std::string pdf = "%PDF-1.4\n";
  std::vector<std::size_t> places;
  const auto add = [&](const std::string& object) {
    places.push_back(pdf.size());
    pdf += std::to_string(places.size()) + " 0 obj\n" + object + "\nendobj\n";
  };
  const auto stream = [](const std::string& entries, const std::string& content) {
    return "<<" + entries + "/Length " + std::to_string(content.size()) + ">>stream\n" + content +
           "\nendstream";
  };
  std::string kids;
  for (std::size_t i = 0; i < pictures.size(); ++i) {
    kids += std::to_string(3 + i * 3) + " 0 R ";
  }
  add("<</Type/Catalog/Pages 2 0 R>>");
  add("<</Type/Pages/Count " + std::to_string(pictures.size()) + "/Kids[" + kids + "]>>");
  for (const auto& picture : pictures) {
    const auto jpeg = bytes_of(picture);
    const auto [width, height, colours] = frame_of(jpeg);
    const auto points = std::to_string(width * 72 / 300) + " " + std::to_string(height * 72 / 300);
    const auto next = places.size() + 1;
    add("<</Type/Page/Parent 2 0 R/MediaBox[0 0 " + points + "]/Contents " +
        std::to_string(next + 1) + " 0 R/Resources<</XObject<</P " + std::to_string(next + 2) +
        " 0 R>>>>>>");
    add(stream("", "q " + std::to_string(width * 72 / 300) + " 0 0 " +
                       std::to_string(height * 72 / 300) + " 0 0 cm /P Do Q"));
    add(stream("/Type/XObject/Subtype/Image/Width " + std::to_string(width) + "/Height " +
                   std::to_string(height) + "/ColorSpace/" +
                   (colours == 1 ? "DeviceGray" : "DeviceRGB") +
                   "/BitsPerComponent 8/Filter/DCTDecode",
               jpeg));
  }
  const auto table = pdf.size();
  pdf += "xref\n0 " + std::to_string(places.size() + 1) + "\n0000000000 65535 f \n";
  for (const auto place : places) {
    auto digits = std::to_string(place);
    pdf += std::string(10 - digits.size(), '0') + digits + " 00000 n \n";
  }
  pdf += "trailer<</Size " + std::to_string(places.size() + 1) + "/Root 1 0 R>>\nstartxref\n" +
         std::to_string(table) + "\n%%EOF\n";
  std::ofstream(path, std::ios::binary) << pdf;
}

std::vector<fs::path> pictures_in(const fs::path& folder) {
  std::vector<fs::path> pictures;
  for (const auto& entry : fs::directory_iterator(folder)) {
    if (entry.path().extension() == ".jpg") {
      pictures.push_back(entry.path());
    }
  }
  std::ranges::sort(pictures);
  return pictures;
}

void measure(const std::string& name, const std::string& program, const fs::path& scan,
             const std::vector<fs::path>& pictures) {
  const auto list = pictures.front().parent_path() / "list.txt";
  {
    std::ofstream file(list);
    for (const auto& picture : pictures) {
      file << picture.string() << "\n";
    }
  }
  const auto pages = static_cast<double>(pictures.size());
  const auto rows = list.parent_path() / "rows.csv";
  const auto ours =
      run_once({program, "extract", "--jobs", "1", "--output", rows.string(), scan.string()});
  // Pages of which nothing is read are no measure of reading.
  const auto read = bytes_of(rows);
  if (static_cast<double>(std::ranges::count(read, '\n')) < 10 * pages) {
    fail(scan.string() + " was not read");
  }
  print(name + ": file to typed rows", pages / ours.seconds, " pages/s");
  print(name + ": most memory of a process", ours.megabytes, " MB");
  const Words tesseract{"tesseract", list.string(), "-", "-l", "chi_sim"};
  Words alone{"env", "OMP_THREAD_LIMIT=1"};
  alone.insert(alone.end(), tesseract.begin(), tesseract.end());
  print(name + ": Tesseract kept to one thread / typed rows (CPU)",
        run_once(alone).seconds / ours.seconds, "");
  if (pictures.size() <= kFew) {
    print(name + ": Tesseract as it comes / typed rows (CPU)",
          run_once(tesseract).seconds / ours.seconds, "");
  }
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 4) {
    fail("PROGRAM FOLDER SCRATCH");
  }
  const std::string program = argv[1];
  const fs::path made = argv[2];
  const fs::path scratch = argv[3];
  fs::create_directories(scratch / "eight");
  fs::create_directories(scratch / "hundred");
  const auto eight = made / "scan_s_300dpi.pdf";
  static_cast<void>(
      run_once({"pdfimages", "-j", eight.string(), (scratch / "eight" / "p").string()}));
  measure("8 scanned pages", program, eight, pictures_in(scratch / "eight"));
  static_cast<void>(
      run_once({"pdftoppm", "-r", "300", "-gray", "-jpeg", "-l", "100",
                (made / "flat_L.pdf").string(), (scratch / "hundred" / "p").string()}));
  const auto pictures = pictures_in(scratch / "hundred");
  const auto hundred = scratch / "hundred.pdf";
  write_pdf(pictures, hundred);
  measure("100 scanned pages", program, hundred, pictures);
  return 0;
}
