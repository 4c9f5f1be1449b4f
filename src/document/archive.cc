#include "document/archive.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "document/readers.h"
#include "document/zip.h"

namespace jiheng::document {
namespace {

constexpr std::size_t kMostMembers = 1000;

/// Parts that every package of one document has, by its format's own rules.
constexpr std::array<std::string_view, 4> kPackageParts{"[Content_Types].xml", "_rels/.rels",
                                                        "mimetype", "META-INF/manifest.xml"};

bool looks_zipped(std::string_view bytes) {
  return bytes.starts_with("PK\x03\x04") || bytes.starts_with("PK\x05\x06");
}

/// Of a ZIP whose directory is lost only the first name can be told.
bool begins_as_package(std::string_view bytes) {
  constexpr std::size_t kNameAt = 30;
  const auto name = bytes.substr(std::min(kNameAt, bytes.size()));
  return std::ranges::any_of(kPackageParts,
                             [name](std::string_view part) { return name.starts_with(part); });
}

/// Without control characters, which a name on a screen must not have.
std::string printable(std::string name) {
  std::ranges::replace_if(
      name, [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; }, '?');
  std::ranges::replace(name, '\\', '/');
  return name;
}

std::string decoded_name(const std::string& raw) {
  if (is_utf8(raw)) {
    return printable(raw);
  }
  // An odd number of bytes is never taken for UTF-16.
  const bool even = raw.size() % 2 == 0;
  const auto decoded = decode_text(even ? raw + "/" : raw);
  if (!decoded) {
    return printable(to_utf8(to_code_points(raw)));
  }
  return printable(decoded->text.substr(0, decoded->text.size() - (even ? 1 : 0)));
}

/// What systems put into archives on their own.
bool is_litter(std::string_view name) {
  const auto file = name.substr(name.rfind('/') + 1);
  return name.starts_with("__MACOSX/") || file == ".DS_Store" || file == "Thumbs.db" ||
         file == "desktop.ini";
}

}  // namespace

bool may_be_archive(std::string_view bytes) {
  return looks_zipped(bytes) && !begins_as_package(bytes);
}

bool is_archive(std::string_view bytes) {
  if (!looks_zipped(bytes) || find_reader(bytes) != nullptr) {
    return false;
  }
  const auto zip = Zip::open(bytes, {});
  if (!zip) {
    return !begins_as_package(bytes);
  }
  return std::ranges::none_of(kPackageParts,
                              [&zip](std::string_view part) { return zip->has(part); });
}

Result<std::vector<Member>> read_archive(std::string_view bytes, const Limits& limits) {
  JH_TRY(auto zip, Zip::open(bytes, limits));
  std::vector<Member> members;
  std::vector<std::size_t> indices;
  for (std::size_t i = 0; i < zip.raw_names().size(); ++i) {
    auto name = decoded_name(zip.raw_names()[i]);
    if (!is_litter(name)) {
      members.push_back({.name = std::move(name)});
      indices.push_back(i);
    }
  }
  if (members.empty()) {
    return fail(ErrorCode::invalid_input, {"document.empty", {}});
  }
  if (members.size() > kMostMembers) {
    return fail(ErrorCode::invalid_input,
                {"archive.too_many_members",
                 {std::to_string(members.size()), std::to_string(kMostMembers)}});
  }
  for (std::size_t i = 0; i < members.size(); ++i) {
    auto& member = members[i];
    auto unpacked = zip.read(indices[i]);
    if (!unpacked && unpacked.error().message.key == "document.too_large") {
      unpacked.error().where = member.name;
      return tl::unexpected(std::move(unpacked.error()));
    }
    if (!unpacked) {
      member.problem = std::move(unpacked.error());
      member.problem->where.clear();
    } else if (is_archive(*unpacked)) {
      member.problem = Error{ErrorCode::invalid_input, {"archive.nested", {member.name}}};
    } else {
      member.bytes = *std::move(unpacked);
    }
  }
  return members;
}

Result<Members> unpack(std::string_view bytes, const Limits& limits) {
  if (!is_archive(bytes)) {
    return Members{};
  }
  JH_TRY(auto files, read_archive(bytes, limits));
  return Members{.files = std::move(files)};
}

}  // namespace jiheng::document
