#pragma once

#include <array>
#include <optional>
#include <span>
#include <string_view>

namespace jiheng {

/// A file of the repository carried inside the program.
///
/// Shape   `path` is relative to the repository's root ("packs/rules/national.toml"); for the web
///         application, relative to web/dist. Tables are sorted by path. Views live for ever.
struct Resource {
  std::string_view path;
  std::string_view bytes;
};

/// Packs, schema and rule pages.
std::span<const Resource> builtin_resources();

/// The built web application; empty when the program was built without it.
std::span<const Resource> web_resources();

/// The bytes of one path, if the table has it.
[[nodiscard]] std::optional<std::string_view> find_resource(std::span<const Resource> table,
                                                            std::string_view path);

}  // namespace jiheng
