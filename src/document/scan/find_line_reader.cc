#include "document/scan/find_line_reader.h"

#include <algorithm>
#include <array>
#include <filesystem>

#include "document/scan/paddle_reader.h"
#include "document/scan/tesseract_reader.h"

namespace jiheng::document {
namespace {

constexpr std::array kParts{"libonnxruntime.so.1", "rec.onnx", "keys.txt"};
constexpr std::string_view kTesseractData = "/usr/share/tesseract-ocr/5/tessdata";
constexpr std::string_view kChinese = "chi_sim.traineddata";

bool is_file(const std::filesystem::path& path) {
  std::error_code ignored;
  return std::filesystem::is_regular_file(path, ignored);
}

bool holds_paddle(const std::string& folder) {
  return std::ranges::all_of(
      kParts, [&](const char* part) { return is_file(std::filesystem::path(folder) / part); });
}

}  // namespace

std::string find_line_reader(const std::vector<std::string>& folders) {
  if (const auto found = std::ranges::find_if(folders, holds_paddle); found != folders.end()) {
    return *found;
  }
  return is_file(std::filesystem::path(kTesseractData) / kChinese) ? std::string(kTesseractData)
                                                                   : "";
}

Result<std::unique_ptr<LineReader>> load_line_reader(const std::string& where) {
  JH_TRY(auto reader, holds_paddle(where) ? paddle_reader(where) : tesseract_reader(where));
  constexpr int kWidth = 64;
  constexpr int kHeight = 32;
  // Libraries look for what they need at their first use.
  static_cast<void>(
      reader->read({kWidth, kHeight,
                    std::vector<std::uint8_t>(static_cast<std::size_t>(kWidth) * kHeight, 255)}));
  return reader;
}

}  // namespace jiheng::document
