#include "app/unpacking.h"

#include <utility>

namespace jiheng::app {
namespace {

Result<document::Members> unpack(const Workspace& workspace, std::string_view bytes,
                                 const document::Limits& limits, const std::stop_token& stop) {
  if (!document::may_be_archive(bytes)) {
    return document::Members{};
  }
  return workspace.readers.unpacker(stop)(bytes, limits);
}

ArchivedDocument document_of(document::Member&& member, std::size_t limit) {
  ArchivedDocument document{std::move(member.name), std::move(member.bytes)};
  if (member.problem) {
    document.bytes = tl::unexpected(std::move(*member.problem));
  } else if (document.bytes->size() > limit) {
    document.bytes =
        fail(ErrorCode::invalid_input, {"document.too_large", {std::to_string(limit >> 20U)}});
  }
  return document;
}

}  // namespace

Result<std::vector<ArchivedDocument>> unpack_archive(const Workspace& workspace,
                                                     std::string_view bytes,
                                                     const ArchiveLimits& limits,
                                                     const std::stop_token& stop) {
  JH_TRY(auto members, unpack(workspace, bytes, {.unpacked_bytes = limits.all}, stop));
  if (members.files.empty()) {
    return fail(ErrorCode::invalid_input, {"filing.no_archive"});
  }
  std::vector<ArchivedDocument> documents;
  documents.reserve(members.files.size());
  for (auto& member : members.files) {
    documents.push_back(document_of(std::move(member), limits.document));
  }
  return documents;
}

Result<bool> is_archive(const Workspace& workspace, std::string_view bytes,
                        const std::stop_token& stop) {
  // Nothing is taken out: the first byte passes the limit, and only of an archive.
  const auto members = unpack(workspace, bytes, {.unpacked_bytes = 0}, stop);
  if (members) {
    return !members->files.empty();
  }
  if (members.error().code != ErrorCode::invalid_input) {
    return tl::unexpected(members.error());
  }
  // What cannot be opened at all is left to its reader, who says it better.
  const auto& key = members.error().message.key;
  return key != "document.broken" && key != "document.cut_off";
}

}  // namespace jiheng::app
