#include "app/inputs.h"

#include <algorithm>
#include <cerrno>
#include <cstdint>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iostream>

#include "document/document.h"

namespace jiheng::app {
namespace {

namespace fs = std::filesystem;

bool is_hidden(const fs::path& path) {
  return path.filename().string().starts_with('.');
}

std::vector<Input> walk(const std::string& folder) {
  std::vector<Input> found;
  std::error_code error;
  auto entries = fs::recursive_directory_iterator(
      folder, fs::directory_options::skip_permission_denied, error);
  for (; !error && entries != fs::recursive_directory_iterator{}; entries.increment(error)) {
    if (is_hidden(entries->path())) {
      entries.disable_recursion_pending();
    } else if (entries->is_regular_file(error)) {
      found.push_back({.source = entries->path().string(), .path = entries->path().string()});
    }
  }
  std::ranges::sort(found, {}, &Input::source);
  return found;
}

/// `size` is how many bytes are expected: no more memory is taken than they need.
Result<std::string> read_stream(std::istream& stream, const std::string& source,
                                std::uintmax_t size = 0) {
  const auto limit = document::Limits{}.bytes;
  std::string bytes;
  bytes.reserve(std::min<std::uintmax_t>(size, limit));
  std::vector<char> block(std::size_t{1} << 20U);
  while (stream) {
    stream.read(block.data(), static_cast<std::streamsize>(block.size()));
    bytes.append(block.data(), static_cast<std::size_t>(stream.gcount()));
    if (bytes.size() > limit) {
      return fail(ErrorCode::invalid_input, {"document.too_large", {std::to_string(limit >> 20U)}},
                  source);
    }
  }
  if (stream.bad()) {
    return fail(ErrorCode::unavailable, {"inputs.cannot_read", {std::strerror(errno)}}, source);
  }
  return bytes;
}

}  // namespace

Result<std::vector<Input>> find_inputs(const std::vector<std::string>& paths,
                                       std::string_view stdin_name) {
  std::vector<Input> found;
  for (const auto& path : paths) {
    std::error_code error;
    if (path == "-") {
      if (stdin_name.empty()) {
        return fail(ErrorCode::invalid_input, {"inputs.stdin_without_name"}, "-");
      }
      found.push_back({.source = std::string(stdin_name), .path = "-"});
    } else if (fs::is_directory(path, error)) {
      std::ranges::move(walk(path), std::back_inserter(found));
    } else {
      // One that is not there is said when its turn comes, like one that cannot be read.
      found.push_back({.source = path, .path = path});
    }
  }
  return found;
}

Result<std::string> read_bytes(const Input& input) {
  if (input.path == "-") {
    return read_stream(std::cin, input.source);
  }
  std::error_code unknown;
  if (!fs::exists(input.path, unknown)) {
    return fail(ErrorCode::not_found, {"inputs.no_such_path"}, input.source);
  }
  errno = 0;
  std::ifstream stream(input.path, std::ios::binary);
  if (!stream) {
    return fail(ErrorCode::unavailable, {"inputs.cannot_read", {std::strerror(errno)}},
                input.source);
  }
  const auto size = fs::file_size(input.path, unknown);
  return read_stream(stream, input.source, unknown ? 0 : size);
}

Result<std::vector<NamedBytes>> documents_of(const Input& input,
                                             const document::Unpacker& unpacker) {
  std::vector<NamedBytes> found;
  JH_TRY(auto bytes, read_bytes(input));
  document::Members members;
  if (document::may_be_archive(bytes)) {
    auto unpacked = unpacker(bytes, {});
    if (!unpacked) {
      auto error = std::move(unpacked.error());
      error.where = input.source + (error.where.empty() ? "" : "!") + error.where;
      return tl::unexpected(std::move(error));
    }
    members = *std::move(unpacked);
  }
  for (auto& file : members.files) {
    NamedBytes named{{.source = input.source + "!" + file.name, .path = input.path, .more = true},
                     std::move(file.bytes)};
    if (file.problem) {
      file.problem->where = named.input.source;
      named.bytes = tl::unexpected(std::move(*file.problem));
    }
    found.push_back(std::move(named));
  }
  if (found.empty()) {
    found.push_back({input, std::move(bytes)});
  }
  found.back().input.more = false;
  return found;
}

}  // namespace jiheng::app
