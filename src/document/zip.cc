#include "document/zip.h"

#include <zip.h>

#include <algorithm>

namespace jiheng::document {
namespace {

constexpr std::size_t kBlock = std::size_t{64} << 10U;

tl::unexpected<Error> broken(std::string reason, const std::string& part = {}) {
  return fail(ErrorCode::invalid_input, {"document.broken", {"ZIP", std::move(reason)}}, part);
}

struct CloseFile {
  void operator()(zip_file_t* file) const {
    zip_fclose(file);
  }
};

}  // namespace

bool is_cut_off_zip(std::string_view bytes) {
  // What ends the directory, and the longest comment that may follow it.
  constexpr std::size_t kLongestEnd = 22 + 65535;
  const auto end = bytes.substr(bytes.size() - std::min(bytes.size(), kLongestEnd));
  return bytes.starts_with("PK\x03\x04") && end.find("PK\x05\x06") == std::string_view::npos;
}

struct Zip::State {
  zip_t* archive{};
  std::vector<std::string> names{};
  std::vector<std::string> raw_names{};
  std::vector<zip_uint64_t> entries{};  // of names, in the container's directory
  std::size_t left{};                   // bytes that may still be unpacked
  std::size_t limit{};                  // of them at the start

  State() = default;
  State(const State&) = delete;
  State& operator=(const State&) = delete;

  ~State() {
    if (archive != nullptr) {
      zip_discard(archive);
    }
  }
};

Zip::Zip(std::unique_ptr<State> state) : state_(std::move(state)) {}

Zip::Zip(Zip&&) noexcept = default;
Zip& Zip::operator=(Zip&&) noexcept = default;
Zip::~Zip() = default;

Result<Zip> Zip::open(std::string_view bytes, const Limits& limits) {
  auto state = std::make_unique<State>();
  state->left = limits.unpacked_bytes;
  state->limit = limits.unpacked_bytes;
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
  if (source != nullptr) {
    state->archive = zip_open_from_source(source, ZIP_RDONLY, &error);
    if (state->archive == nullptr) {
      zip_source_free(source);
    }
  }
  const std::string reason = zip_error_strerror(&error);
  zip_error_fini(&error);
  if (state->archive == nullptr) {
    return is_cut_off_zip(bytes)
               ? fail(ErrorCode::invalid_input, {"document.cut_off", {"ZIP (XLSX, DOCX, ODS)"}})
               : broken(reason);
  }
  const auto count = zip_get_num_entries(state->archive, 0);
  for (zip_int64_t i = 0; i < count; ++i) {
    const auto entry = static_cast<zip_uint64_t>(i);
    const char* name = zip_get_name(state->archive, entry, 0);
    if (name == nullptr || std::string_view(name).ends_with('/')) {
      continue;
    }
    state->names.emplace_back(name);
    const char* raw = zip_get_name(state->archive, entry, ZIP_FL_ENC_RAW);
    state->raw_names.emplace_back(raw == nullptr ? state->names.back() : raw);
    state->entries.push_back(entry);
  }
  return Zip(std::move(state));
}

const std::vector<std::string>& Zip::names() const {
  return state_->names;
}

const std::vector<std::string>& Zip::raw_names() const {
  return state_->raw_names;
}

bool Zip::has(std::string_view name) const {
  return std::ranges::find(state_->names, name) != state_->names.end();
}

Result<std::string> Zip::read(const std::string& name) {
  const auto entry = zip_name_locate(state_->archive, name.c_str(), 0);
  if (entry < 0) {
    return broken(zip_strerror(state_->archive), name);
  }
  return read_entry(static_cast<zip_uint64_t>(entry), name);
}

Result<std::string> Zip::read(std::size_t index) {
  return read_entry(state_->entries.at(index), state_->names.at(index));
}

Result<std::string> Zip::read_entry(std::uint64_t entry, const std::string& name) {
  zip_stat_t stat;
  zip_stat_init(&stat);
  if (zip_stat_index(state_->archive, entry, 0, &stat) != 0) {
    return broken(zip_strerror(state_->archive), name);
  }
  if ((stat.valid & ZIP_STAT_ENCRYPTION_METHOD) != 0 && stat.encryption_method != ZIP_EM_NONE) {
    return fail(ErrorCode::invalid_input, {"document.encrypted", {"ZIP"}}, name);
  }
  const std::unique_ptr<zip_file_t, CloseFile> file(zip_fopen_index(state_->archive, entry, 0));
  if (!file) {
    return broken(zip_strerror(state_->archive), name);
  }
  std::string bytes;
  // The directory may claim any size; deflate cannot give more than this of what is there.
  constexpr std::size_t kMostTimes = 1040;
  bytes.reserve(std::min<std::size_t>({stat.size, state_->left, stat.comp_size * kMostTimes}));
  std::string block(kBlock, '\0');
  while (true) {
    const auto got = zip_fread(file.get(), block.data(), block.size());
    if (got < 0) {
      return broken(zip_file_strerror(file.get()), name);
    }
    if (got == 0) {
      break;
    }
    const auto size = static_cast<std::size_t>(got);
    if (size > state_->left) {
      return fail(ErrorCode::invalid_input,
                  {"document.too_large", {std::to_string(state_->limit >> 20U)}}, name);
    }
    state_->left -= size;
    bytes.append(block, 0, size);
  }
  return bytes;
}

}  // namespace jiheng::document
