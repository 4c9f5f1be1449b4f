#pragma once

#include <zip.h>

#include <cstdlib>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace jiheng::test {

using Parts = std::vector<std::pair<std::string, std::string>>;

/// A ZIP container of these parts, in this order, not compressed; names as given, byte for byte. A
/// password encrypts them all.
inline std::string make_zip(const Parts& parts, const std::string& password = {}) {
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* file = zip_source_buffer_create(nullptr, 0, 0, &error);
  zip_t* archive = zip_open_from_source(file, ZIP_TRUNCATE, &error);
  if (archive == nullptr) {
    std::abort();
  }
  zip_source_keep(file);
  for (const auto& [name, bytes] : parts) {
    zip_source_t* source = zip_source_buffer(archive, bytes.data(), bytes.size(), 0);
    const auto index = zip_file_add(archive, name.c_str(), source, ZIP_FL_ENC_GUESS);
    if (index < 0) {
      std::abort();
    }
    const auto at = static_cast<zip_uint64_t>(index);
    zip_set_file_compression(archive, at, ZIP_CM_STORE, 0);
    if (!password.empty()) {
      zip_file_set_encryption(archive, at, ZIP_EM_TRAD_PKWARE, password.c_str());
    }
  }
  zip_stat_t stat;
  if (zip_close(archive) != 0 || zip_source_stat(file, &stat) != 0) {
    std::abort();
  }
  std::string bytes(stat.size, '\0');
  zip_source_open(file);
  zip_source_read(file, bytes.data(), bytes.size());
  zip_source_close(file);
  zip_source_free(file);
  return bytes;
}

}  // namespace jiheng::test
