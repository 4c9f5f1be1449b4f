#include "document/scan/paddle_reader.h"

#include <algorithm>
#include <cmath>
#include <fstream>
#include <utility>

#include "base/utf8.h"
#include "document/scan/onnx_library.h"

namespace jiheng::document {
namespace {

// What the network was taught with: lines 48 pixels high, values -1 … 1, three colours, one answer
// for every 8 pixels; answer 0 says "nothing new", the last one is the blank.
constexpr int kHeight = 48;
constexpr int kStep = 8;
constexpr int kColours = 3;
/// A line wider than this is no line of print; it is read as if it were narrower.
constexpr int kWidest = 4096;
constexpr int kNarrowest = 16;

class PaddleReader final : public LineReader {
 public:
  PaddleReader(Network network, std::vector<char32_t> keys)
      : network_(std::move(network)), keys_(std::move(keys)) {}

  [[nodiscard]] std::vector<ReadCharacter> read(const GrayPicture& line) override {
    if (line.width <= 0 || line.height <= 0) {
      return {};
    }
    const auto scale = static_cast<float>(kHeight) / static_cast<float>(line.height);
    const auto wanted = static_cast<int>(std::lround(static_cast<float>(line.width) * scale));
    const int width = std::clamp(wanted, kNarrowest, kWidest);
    const float across = static_cast<float>(line.width) / static_cast<float>(width);
    auto input = input_of(line, width, across);
    const auto output = network_.run(input);
    if (!output || output->shape.size() != 3) {
      return {};
    }
    return characters(*output, across);
  }

  [[nodiscard]] bool has_even_places() const override {
    return true;
  }

  [[nodiscard]] std::string_view name() const override {
    return "PP-OCRv4";
  }

 private:
  /// The line scaled, bilinear, to the network's height and to `wanted` pixels of `across` pixels
  /// of its own; the last one is repeated up to a whole step, for the network drops what is left
  /// over.
  [[nodiscard]] static Network::Tensor input_of(const GrayPicture& line, int wanted, float across) {
    const int width = (wanted + kStep - 1) / kStep * kStep;
    const auto down = static_cast<float>(line.height) / kHeight;
    Network::Tensor input{.shape = {1, kColours, kHeight, width}};
    const auto plane = static_cast<std::size_t>(kHeight) * static_cast<std::size_t>(width);
    input.values.resize(plane * kColours);
    std::size_t at = 0;
    for (int y = 0; y < kHeight; ++y) {
      const float from_y = (static_cast<float>(y) + 0.5F) * down - 0.5F;
      for (int x = 0; x < width; ++x) {
        const float from_x = (static_cast<float>(x) + 0.5F) * across - 0.5F;
        input.values[at++] = sample(line, from_x, from_y) / 127.5F - 1.0F;
      }
    }
    for (std::size_t colour = 1; colour < kColours; ++colour) {
      std::copy_n(input.values.begin(), plane,
                  input.values.begin() + static_cast<std::ptrdiff_t>(plane * colour));
    }
    return input;
  }

  [[nodiscard]] static float sample(const GrayPicture& line, float x, float y) {
    x = std::clamp(x, 0.0F, static_cast<float>(line.width - 1));
    y = std::clamp(y, 0.0F, static_cast<float>(line.height - 1));
    const int left = static_cast<int>(x);
    const int top = static_cast<int>(y);
    const int right = std::min(left + 1, line.width - 1);
    const int bottom = std::min(top + 1, line.height - 1);
    const float across = x - static_cast<float>(left);
    const float down = y - static_cast<float>(top);
    const float above = static_cast<float>(line.at(left, top)) * (1 - across) +
                        static_cast<float>(line.at(right, top)) * across;
    const float below = static_cast<float>(line.at(left, bottom)) * (1 - across) +
                        static_cast<float>(line.at(right, bottom)) * across;
    return above * (1 - down) + below * down;
  }

  /// The most likely answer of every step; an answer repeated without "nothing new" between is one
  /// character.
  [[nodiscard]] std::vector<ReadCharacter> characters(const Network::Tensor& output,
                                                      float scale) const {
    const auto steps = static_cast<std::size_t>(output.shape[1]);
    const auto answers = static_cast<std::size_t>(output.shape[2]);
    std::vector<ReadCharacter> result;
    std::size_t previous = 0;
    for (std::size_t step = 0; step < steps; ++step) {
      const auto* const first = output.values.data() + step * answers;
      const auto* const best = std::max_element(first, first + answers);
      const auto answer = static_cast<std::size_t>(best - first);
      if (answer != 0 && answer - 1 < keys_.size()) {
        const float x = (static_cast<float>(step) + 0.5F) * kStep * scale;
        if (answer != previous) {
          result.push_back({keys_[answer - 1], x, *best});
        } else if (*best > result.back().confidence) {
          result.back().x = x;
          result.back().confidence = *best;
        }
      }
      previous = answer;
    }
    return result;
  }

  Network network_;
  std::vector<char32_t> keys_;
};

Result<std::vector<char32_t>> read_keys(const std::string& name) {
  std::ifstream file(name, std::ios::binary);
  std::vector<char32_t> keys;
  std::string line;
  while (std::getline(file, line)) {
    while (line.ends_with('\r')) {
      line.pop_back();
    }
    keys.push_back(line.empty() ? U' ' : decode_point(line, 0).point);
  }
  if (keys.empty()) {
    return fail(ErrorCode::unavailable, {"scan.runtime_broken", {name, "no characters"}});
  }
  keys.push_back(U' ');
  return keys;
}

}  // namespace

Result<std::unique_ptr<LineReader>> paddle_reader(const std::string& folder) {
  JH_TRY(auto keys, read_keys(folder + "/keys.txt"));
  JH_TRY(auto network, Network::load(folder + "/libonnxruntime.so.1", folder + "/rec.onnx"));
  return std::make_unique<PaddleReader>(std::move(network), std::move(keys));
}

}  // namespace jiheng::document
