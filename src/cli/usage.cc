#include "cli/usage.h"

#include <optional>
#include <string_view>

namespace jiheng::cli {
namespace {

/// The parts of `text` before and after the first `mark`.
struct Parted {
  std::string_view before;
  std::string_view after;
};

std::optional<Parted> part(std::string_view text, std::string_view mark) {
  const auto at = text.find(mark);
  if (at == std::string_view::npos) {
    return std::nullopt;
  }
  return Parted{text.substr(0, at), text.substr(at + mark.size())};
}

Text text_of(std::string_view key, std::string_view first, std::string_view second = {},
             std::string_view third = {}) {
  return {std::string(key), {std::string(first), std::string(second), std::string(third)}};
}

/// What is neither an option nor the language.
std::vector<std::string> words_of(const std::vector<std::string>& arguments) {
  std::vector<std::string> words;
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    if (arguments[i] == "--lang") {
      ++i;
    } else if (!arguments[i].starts_with('-')) {
      words.push_back(arguments[i]);
    }
  }
  return words;
}

/// "A subcommand is required", "--form is required".
std::optional<Text> missing(std::string_view said, const std::vector<std::string>& arguments) {
  const auto parts = part(said, " is required");
  if (!parts) {
    return std::nullopt;
  }
  if (!parts->before.starts_with("A subcommand")) {
    return text_of("cli.usage.missing", parts->before);
  }
  const auto words = words_of(arguments);
  const bool none = words.empty() || words == std::vector<std::string>{"db"} ||
                    words == std::vector<std::string>{"packs"};
  return none ? Text{"cli.usage.no_command"} : text_of("cli.usage.unknown_command", words.back());
}

/// "--format: xml not in {csv,jsonl}", "--jobs: Value x not in range 1 to 256".
std::optional<Text> not_allowed(std::string_view said) {
  const auto option = part(said, ": ");
  if (!option) {
    return std::nullopt;
  }
  auto value = option->after;
  value.remove_prefix(value.starts_with("Value ") ? 6 : 0);
  if (const auto range = part(value, " not in range ")) {
    if (const auto ends = part(range->after, " to ")) {
      return text_of("cli.usage.value", option->before, range->before,
                     std::string(ends->before) + "–" + std::string(ends->after));
    }
  }
  if (const auto list = part(value, " not in {")) {
    auto allowed = list->after;
    allowed.remove_suffix(allowed.ends_with('}') ? 1 : 0);
    return text_of("cli.usage.value", option->before, list->before, allowed);
  }
  return std::nullopt;
}

/// "--jobs: 1 required UINT:UINT in [1 - 256] missing".
std::optional<Text> without_value(std::string_view said) {
  const auto option = part(said, ": ");
  if (!option || !said.ends_with(" missing")) {
    return std::nullopt;
  }
  return text_of("cli.usage.no_value", option->before);
}

/// "The following argument was not expected: --bogus", "… arguments were not expected: a b".
std::optional<Text> unexpected(std::string_view said) {
  const auto parts = part(said, "not expected: ");
  return parts ? std::optional(text_of("cli.usage.unexpected", parts->after)) : std::nullopt;
}

}  // namespace

Text usage_text(const CLI::ParseError& error, const std::vector<std::string>& arguments) {
  const std::string said = error.what();
  for (const auto& known :
       {missing(said, arguments), not_allowed(said), without_value(said), unexpected(said)}) {
    if (known) {
      return *known;
    }
  }
  return {"cli.usage", {said}};
}

}  // namespace jiheng::cli
