#include "packs/pack_sources.h"

#include <fstream>
#include <sstream>

#include "base/resource.h"

namespace jiheng::packs {
namespace {

bool is_pack(std::string_view path) {
  return path.starts_with("packs/") && path.ends_with(".toml");
}

Result<Files> laid_over(Files files, const std::filesystem::path& folder, Wanted wanted) {
  namespace fs = std::filesystem;
  std::error_code error;
  if (!fs::is_directory(folder, error)) {
    return fail(ErrorCode::not_found, {"packs.no_folder"}, folder.string());
  }
  for (const auto& entry : fs::recursive_directory_iterator(folder, error)) {
    auto path = "packs/" + entry.path().lexically_relative(folder).generic_string();
    if (!entry.is_regular_file() || !is_pack(path) || !wanted(path)) {
      continue;
    }
    std::ifstream in(entry.path(), std::ios::binary);
    std::ostringstream bytes;
    bytes << in.rdbuf();
    if (!in) {
      return fail(ErrorCode::unavailable, {"packs.cannot_read"}, entry.path().string());
    }
    files.insert_or_assign(std::move(path), PackSource{entry.path().string(), bytes.str()});
  }
  return files;
}

}  // namespace

Files builtin_files(Wanted wanted) {
  Files files;
  for (const auto& resource : builtin_resources()) {
    if (is_pack(resource.path) && wanted(resource.path)) {
      files.emplace(resource.path,
                    PackSource{std::string(resource.path), std::string(resource.bytes)});
    }
  }
  return files;
}

Result<Files> files_in(const std::filesystem::path& folder) {
  return laid_over({}, folder, [](std::string_view /*path*/) { return true; });
}

Result<Files> files_with(const std::filesystem::path& folder, Wanted wanted) {
  return laid_over(builtin_files(wanted), folder, wanted);
}

}  // namespace jiheng::packs
