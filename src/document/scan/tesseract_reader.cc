#include "document/scan/tesseract_reader.h"

#include <dlfcn.h>

#include <algorithm>
#include <utility>

#include "base/utf8.h"

namespace jiheng::document {
namespace {

constexpr const char* kLibrary = "libtesseract.so.5";
constexpr const char* kLanguage = "chi_sim";
constexpr int kOneLine = 7;    // page segmentation: the picture is one line
constexpr int kCharacter = 4;  // the level of results
constexpr int kResolution = 300;

tl::unexpected<Error> broken(const std::string& file, const std::string& reason) {
  return fail(ErrorCode::unavailable, {"scan.runtime_broken", {file, reason}});
}

/// The calls of its C interface that are needed.
struct Calls {
  void* (*create)(){};
  int (*start)(void* reader, const char* data, const char* language){};
  void (*set_mode)(void* reader, int mode){};
  void (*set_picture)(void* reader, const unsigned char* points, int width, int height,
                      int bytes_per_point, int bytes_per_row){};
  void (*set_resolution)(void* reader, int dots_per_inch){};
  int (*recognise)(void* reader, void* monitor){};
  void* (*results)(void* reader){};
  char* (*text)(const void* result, int level){};
  float (*confidence)(const void* result, int level){};
  const void* (*place)(const void* result){};
  int (*box)(const void* place, int level, int* left, int* top, int* right, int* bottom){};
  int (*next)(void* result, int level){};
  void (*drop_text)(const char* text){};
  void (*drop_results)(void* result){};
  void (*drop)(void* reader){};
};

/// False when the library has no such call.
template <typename Function>
bool find(void* library, const char* name, Function& function) {
  function = reinterpret_cast<Function>(dlsym(library, name));
  return function != nullptr;
}

Result<Calls> load_calls() {
  void* const library = dlopen(kLibrary, RTLD_NOW | RTLD_LOCAL);
  if (library == nullptr) {
    return broken(kLibrary, dlerror());
  }
  Calls calls;
  const bool all = find(library, "TessBaseAPICreate", calls.create) &&
                   find(library, "TessBaseAPIInit3", calls.start) &&
                   find(library, "TessBaseAPISetPageSegMode", calls.set_mode) &&
                   find(library, "TessBaseAPISetImage", calls.set_picture) &&
                   find(library, "TessBaseAPISetSourceResolution", calls.set_resolution) &&
                   find(library, "TessBaseAPIRecognize", calls.recognise) &&
                   find(library, "TessBaseAPIGetIterator", calls.results) &&
                   find(library, "TessResultIteratorGetUTF8Text", calls.text) &&
                   find(library, "TessResultIteratorConfidence", calls.confidence) &&
                   find(library, "TessResultIteratorGetPageIteratorConst", calls.place) &&
                   find(library, "TessPageIteratorBoundingBox", calls.box) &&
                   find(library, "TessResultIteratorNext", calls.next) &&
                   find(library, "TessDeleteText", calls.drop_text) &&
                   find(library, "TessResultIteratorDelete", calls.drop_results) &&
                   find(library, "TessBaseAPIDelete", calls.drop);
  return all ? Result<Calls>(calls) : broken(kLibrary, dlerror());
}

class TesseractReader final : public LineReader {
 public:
  TesseractReader(const Calls& calls, void* handle) : calls_(calls), handle_(handle) {}

  TesseractReader(const TesseractReader&) = delete;
  TesseractReader& operator=(const TesseractReader&) = delete;
  TesseractReader(TesseractReader&&) = delete;
  TesseractReader& operator=(TesseractReader&&) = delete;

  ~TesseractReader() override {
    calls_.drop(handle_);
  }

  [[nodiscard]] std::vector<ReadCharacter> read(const GrayPicture& line) override {
    calls_.set_picture(handle_, line.pixels.data(), line.width, line.height, 1, line.width);
    calls_.set_resolution(handle_, kResolution);
    if (calls_.recognise(handle_, nullptr) != 0) {
      return {};
    }
    void* const results = calls_.results(handle_);
    if (results == nullptr) {
      return {};
    }
    std::vector<ReadCharacter> read;
    do {
      add(results, read);
    } while (calls_.next(results, kCharacter) != 0);
    calls_.drop_results(results);
    return read;
  }

  [[nodiscard]] std::string_view name() const override {
    return "Tesseract";
  }

 private:
  void add(const void* results, std::vector<ReadCharacter>& read) const {
    char* const text = calls_.text(results, kCharacter);
    if (text == nullptr) {
      return;
    }
    const std::string_view characters(text);
    int left = 0;
    int top = 0;
    int right = 0;
    int bottom = 0;
    if (!characters.empty() &&
        calls_.box(calls_.place(results), kCharacter, &left, &top, &right, &bottom) != 0) {
      constexpr float kPercent = 100;
      // It knows the order of its characters better than their places.
      const auto x =
          std::max(static_cast<float>(left + right) / 2, read.empty() ? 0.0F : read.back().x + 1);
      read.push_back({decode_point(characters, 0).point, x,
                      calls_.confidence(results, kCharacter) / kPercent});
    }
    calls_.drop_text(text);
  }

  Calls calls_;
  void* handle_;
};

}  // namespace

Result<std::unique_ptr<LineReader>> tesseract_reader(const std::string& data) {
  JH_TRY(const auto calls, load_calls());
  void* const handle = calls.create();
  auto reader = std::make_unique<TesseractReader>(calls, handle);
  if (calls.start(handle, data.c_str(), kLanguage) != 0) {
    return broken(data + "/" + kLanguage + ".traineddata", "Tesseract does not start with it");
  }
  calls.set_mode(handle, kOneLine);
  return reader;
}

}  // namespace jiheng::document
