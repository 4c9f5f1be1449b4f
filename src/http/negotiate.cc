#include "http/negotiate.h"

#include <zlib.h>

#include <algorithm>
#include <charconv>
#include <functional>
#include <stdexcept>

#include "base/text.h"

namespace jiheng::http {
namespace {

// Below this a compressed answer saves no packet.
constexpr std::size_t kWorthCompressing = 1400;
// Windows of 32 KiB, and 16 asks zlib for the gzip wrapping.
constexpr int kGzipWindow = 15 + 16;
constexpr int kMemoryLevel = 8;

/// Thousandths of a q value: "0.8" 800; 1000 when none or a wrong one is written.
int quality(std::string_view parameters) {
  const auto q = parameters.find("q=");
  if (q == std::string_view::npos) {
    return 1000;
  }
  const auto text = trim(parameters.substr(q + 2));
  int thousandths = 0;
  int weight = 1000;
  for (const char c : text) {
    if (c == '.') {
      continue;
    }
    if (c < '0' || c > '9') {
      return 1000;
    }
    thousandths += (c - '0') * weight;
    weight /= 10;
  }
  return thousandths;
}

/// Calls `each` with every element of a comma-separated field and its quality.
void for_each_choice(std::string_view field,
                     const std::function<void(std::string_view, int)>& each) {
  for (const auto part : split(field, ',')) {
    const auto semicolon = std::min(part.find(';'), part.size());
    each(trim(part.substr(0, semicolon)), quality(part.substr(semicolon)));
  }
}

bool is_compressible(std::string_view type) {
  return type.starts_with("text/") || type.starts_with("application/json") ||
         type.starts_with("application/problem+json");
}

}  // namespace

packs::Language language_of(const Values& query, const Values& headers) {
  if (const auto asked = query.get("lang")) {
    return *asked == "en" ? packs::Language::en : packs::Language::zh;
  }
  auto language = packs::Language::zh;
  int best = 0;
  for_each_choice(headers.field("Accept-Language").value_or(""),
                  [&](std::string_view tag, int value) {
                    const auto primary = tag.substr(0, tag.find('-'));
                    const bool english = equal_ignoring_case(primary, "en");
                    const bool chinese = equal_ignoring_case(primary, "zh");
                    if (value > best && (english || chinese)) {
                      best = value;
                      language = english ? packs::Language::en : packs::Language::zh;
                    }
                  });
  return language;
}

bool has_tag(const Values& headers, std::string_view tag) {
  return std::ranges::any_of(split(headers.field("If-None-Match").value_or(""), ','),
                             [tag](std::string_view part) {
                               part = trim(part);
                               if (part.starts_with("W/")) {
                                 part.remove_prefix(2);
                               }
                               return part == tag || part == "*";
                             });
}

bool accepts_gzip(const Values& headers) {
  int named = -1;
  int any = 0;
  for_each_choice(headers.field("Accept-Encoding").value_or(""),
                  [&](std::string_view coding, int value) {
                    if (equal_ignoring_case(coding, "gzip")) {
                      named = value;
                    } else if (coding == "*") {
                      any = value;
                    }
                  });
  return named >= 0 ? named > 0 : any > 0;
}

std::string gzip(std::string_view bytes, int level) {
  z_stream stream{};
  if (deflateInit2(&stream, level, Z_DEFLATED, kGzipWindow, kMemoryLevel, Z_DEFAULT_STRATEGY) !=
      Z_OK) {
    throw std::runtime_error("zlib refused to start");
  }
  std::string out(deflateBound(&stream, bytes.size()), '\0');
  // zlib's interface is older than const; it does not write through next_in.
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
  stream.avail_in = static_cast<uInt>(bytes.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  const int result = deflate(&stream, Z_FINISH);
  out.resize(stream.total_out);
  deflateEnd(&stream);
  if (result != Z_STREAM_END) {
    throw std::runtime_error("zlib did not finish");
  }
  return out;
}

Response compressed(Response response, const Values& request_headers) {
  const auto body = bytes(response.body);
  const auto type = response.headers.field("Content-Type").value_or("");
  const bool coded = response.headers.field("Content-Encoding").has_value();
  if (body.size() < kWorthCompressing || coded || !is_compressible(type)) {
    return response;
  }
  response.headers.add("Vary", "Accept-Encoding");
  if (accepts_gzip(request_headers)) {
    response.body = gzip(body, 1);
    response.headers.add("Content-Encoding", "gzip");
  }
  return response;
}

}  // namespace jiheng::http
