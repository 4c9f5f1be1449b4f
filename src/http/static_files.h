#pragma once

#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "base/resource.h"
#include "http/message.h"

namespace jiheng::http {

/// The web application, held ready: compressed once, with strong ETags.
///
/// A path without extension that is no file gives index.html, so that an address of the
/// application can be opened directly. Answers hold views of this object, which must outlive them.
class StaticFiles {
 public:
  explicit StaticFiles(std::span<const Resource> files);

  /// Nothing when there is no such file.
  [[nodiscard]] std::optional<Response> answer(const Request& request) const;

  [[nodiscard]] bool empty() const {
    return files_.empty();
  }

 private:
  struct File {
    std::string_view bytes;
    std::string gzipped{};  // "" where it saves nothing
    std::string_view type;
    std::string hash;
    bool immutable{};  // its name holds the hash of its content
  };

  [[nodiscard]] const File* find(std::string_view path) const;

  std::map<std::string, File, std::less<>> files_{};
};

}  // namespace jiheng::http
