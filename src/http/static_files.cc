#include "http/static_files.h"

#include <algorithm>
#include <array>

#include "base/hash.h"
#include "http/negotiate.h"
#include "http/uri.h"

namespace jiheng::http {
namespace {

struct MediaType {
  std::string_view extension;
  std::string_view type;
  bool compressible;
};

constexpr std::array kTypes{
    MediaType{".html", "text/html; charset=utf-8", true},
    MediaType{".js", "text/javascript; charset=utf-8", true},
    MediaType{".mjs", "text/javascript; charset=utf-8", true},
    MediaType{".css", "text/css; charset=utf-8", true},
    MediaType{".json", "application/json", true},
    MediaType{".webmanifest", "application/manifest+json", true},
    MediaType{".svg", "image/svg+xml", true},
    MediaType{".txt", "text/plain; charset=utf-8", true},
    MediaType{".map", "application/json", true},
    MediaType{".png", "image/png", false},
    MediaType{".ico", "image/x-icon", false},
    MediaType{".woff2", "font/woff2", false},
    MediaType{".woff", "font/woff", false},
};

constexpr MediaType kUnknown{"", "application/octet-stream", false};

constexpr std::size_t kHashDigits = 32;

const MediaType& media_type(std::string_view path) {
  const auto* found = std::ranges::find_if(
      kTypes, [path](const MediaType& type) { return path.ends_with(type.extension); });
  return found == kTypes.end() ? kUnknown : *found;
}

bool has_extension(std::string_view path) {
  return path.substr(path.rfind('/') + 1).find('.') != std::string_view::npos;
}

}  // namespace

StaticFiles::StaticFiles(std::span<const Resource> files) {
  for (const auto& [path, bytes] : files) {
    const auto& type = media_type(path);
    File file{.bytes = bytes,
              .type = type.type,
              .hash = sha256(bytes).substr(0, kHashDigits),
              .immutable = path.starts_with("assets/")};
    if (type.compressible) {
      file.gzipped = gzip(bytes, 9);
      if (file.gzipped.size() >= bytes.size()) {
        file.gzipped.clear();
      }
    }
    files_.emplace(path, std::move(file));
  }
}

const StaticFiles::File* StaticFiles::find(std::string_view path) const {
  if (const auto found = files_.find(path); found != files_.end()) {
    return &found->second;
  }
  if (has_extension(path)) {
    return nullptr;
  }
  const auto index = files_.find("index.html");
  return index == files_.end() ? nullptr : &index->second;
}

std::optional<Response> StaticFiles::answer(const Request& request) const {
  const auto path = decode_path(request.path);
  if (!path || !path->starts_with('/')) {
    return std::nullopt;
  }
  const File* file = find(std::string_view(*path).substr(1));
  if (file == nullptr) {
    return std::nullopt;
  }
  const bool zipped = !file->gzipped.empty() && accepts_gzip(request.headers);
  // Two codings are two representations; a strong tag names one of them.
  const auto tag = '"' + file->hash + (zipped ? "-gzip\"" : "\"");
  Response response{
      .headers = {
          {"ETag", tag},
          {"Cache-Control", file->immutable ? "public, max-age=31536000, immutable" : "no-cache"}}};
  if (!file->gzipped.empty()) {
    response.headers.add("Vary", "Accept-Encoding");
  }
  if (has_tag(request.headers, tag)) {
    response.status = 304;
    return response;
  }
  response.headers.add("Content-Type", std::string(file->type));
  if (zipped) {
    response.headers.add("Content-Encoding", "gzip");
  }
  response.body = zipped ? std::string_view(file->gzipped) : file->bytes;
  return response;
}

}  // namespace jiheng::http
