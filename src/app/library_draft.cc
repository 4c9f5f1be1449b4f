#include "app/library_draft.h"

#include <algorithm>
#include <optional>
#include <set>
#include <utility>

#include "base/text.h"

namespace jiheng::app {
namespace {

using Data = packs::LibraryIndicatorData;

constexpr std::size_t kLongestCode = 40;
constexpr std::size_t kLongestName = 200;  // characters; of aliases, too
constexpr std::size_t kLongestText = 2000;
constexpr std::size_t kMostParts = 100;  // of a list
constexpr std::string_view kSemicolon = "；";

struct TextMember {
  std::string_view name;
  std::string Data::*text;
};

constexpr std::array<TextMember, 13> kTexts{{{"code", &Data::code},
                                             {"name", &Data::name},
                                             {"sector", &Data::sector},
                                             {"role", &Data::role},
                                             {"measure", &Data::measure},
                                             {"direction", &Data::direction},
                                             {"meaning", &Data::meaning},
                                             {"formula", &Data::formula},
                                             {"source", &Data::source},
                                             {"evidence", &Data::evidence},
                                             {"method", &Data::method},
                                             {"scoring", &Data::scoring},
                                             {"agency", &Data::agency}}};

std::string joined(const std::vector<std::string>& parts) {
  std::string all;
  for (const auto& part : parts) {
    all.append(all.empty() ? "" : kSemicolon).append(part);
  }
  return all;
}

tl::unexpected<Error> wrong(std::string_view member, std::string key,
                            std::vector<std::string> args = {}) {
  return fail(ErrorCode::invalid_input, {std::move(key), std::move(args)}, std::string(member));
}

Result<void> check_code(const std::string& code) {
  const bool plain = std::ranges::all_of(code, [](char c) {
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '-' ||
           c == '_' || c == '.';
  });
  if (code.empty() || code.size() > kLongestCode || !plain) {
    return wrong("code", "library.bad_code", {code});
  }
  return {};
}

Result<void> check_lengths(const Data& data) {
  for (const auto& [member, text] : kTexts) {
    const auto most =
        member == "name" || member == "sector" || member == "agency" ? kLongestName : kLongestText;
    if (length(data.*text) > most) {
      return wrong(member, "library.too_long", {std::to_string(most)});
    }
  }
  for (const auto& [member, parts] :
       {std::pair{"aliases", &data.aliases}, std::pair{"targets", &data.targets}}) {
    const bool long_part = std::ranges::any_of(
        *parts, [](const std::string& part) { return length(part) > kLongestName; });
    if (parts->size() > kMostParts || long_part) {
      return wrong(member, "library.list_too_long",
                   {std::to_string(kMostParts), std::to_string(kLongestName)});
    }
  }
  return {};
}

Result<void> check_spellings(const Data& data) {
  if (search_key(data.name).empty()) {
    return wrong("name", "library.name_missing");
  }
  std::set<std::string> seen{search_key(data.name)};
  for (const auto& alias : data.aliases) {
    if (!seen.insert(search_key(alias)).second) {
      return wrong("aliases", "library.spelling_twice", {alias});
    }
  }
  return {};
}

Result<void> check_words(const Data& data) {
  if (!category_role_from_word(data.role)) {
    return wrong("role", "library.bad_role", {data.role});
  }
  if (!direction_from_word(data.direction)) {
    return wrong("direction", "library.bad_direction", {data.direction});
  }
  if (!scoring_method_from_word(data.scoring)) {
    return wrong("scoring", "library.bad_scoring", {data.scoring});
  }
  const auto knows = [](std::span<const std::string_view> words, const std::string& word) {
    return word.empty() || std::ranges::find(words, word) != words.end();
  };
  if (!knows(library_sources(), data.source)) {
    return wrong("source", "library.bad_source", {data.source});
  }
  if (!knows(library_methods(), data.method)) {
    return wrong("method", "library.bad_method", {data.method});
  }
  return {};
}

Result<void> check_measure(const Data& data, const Vocabulary& vocabulary) {
  const bool in_words = data.direction == word(Direction::words);
  if (in_words && !data.measure.empty()) {
    return wrong("measure", "library.measure_in_words", {data.measure});
  }
  if (!in_words && data.measure.empty()) {
    return wrong("measure", "library.measure_missing");
  }
  if (!in_words && vocabulary.measures.understand(data.measure).kind == MeasureKind::unknown) {
    return wrong("measure", "library.bad_measure", {data.measure});
  }
  return {};
}

Result<void> check_owner(const Data& data) {
  if (data.common && !data.agency.empty()) {
    return wrong("common", "library.common_of_agency");
  }
  if (!data.common && data.agency.empty() && data.sector.empty()) {
    return wrong("sector", "library.sector_missing");
  }
  return {};
}

/// "≥95%", ">= 95 %" and "≥ 95 %" are one target.
std::optional<LibraryTarget> lenient_target(std::string_view text) {
  for (const auto comparator :
       {Comparator::at_least, Comparator::at_most, Comparator::equal, Comparator::more_than,
        Comparator::less_than, Comparator::qualitative, Comparator::between}) {
    for (const auto sign_of : {sign(comparator), symbol(comparator)}) {
      if (text.starts_with(sign_of)) {
        const auto rest = trim(text.substr(sign_of.size()));
        return rest.empty() ? std::nullopt
                            : std::optional<LibraryTarget>({comparator, std::string(rest)});
      }
    }
  }
  return std::nullopt;
}

}  // namespace

std::vector<std::string> parts_of(std::string_view text) {
  std::string plain(text);
  for (auto at = plain.find(kSemicolon); at != std::string::npos; at = plain.find(kSemicolon)) {
    plain.replace(at, kSemicolon.size(), ";");
  }
  std::vector<std::string> parts;
  for (const auto part : split(plain, ';')) {
    if (!trim(part).empty()) {
      parts.emplace_back(trim(part));
    }
  }
  return parts;
}

LibraryDraft draft_of(const LibraryIndicator& indicator) {
  LibraryDraft draft{.data = {.code = indicator.code,
                              .name = indicator.name,
                              .aliases = indicator.aliases,
                              .sector = indicator.sector,
                              .role = std::string(word(indicator.role)),
                              .measure = indicator.measured.filed,
                              .direction = std::string(word(indicator.direction)),
                              .bounded = indicator.bounded,
                              .meaning = indicator.meaning,
                              .formula = indicator.formula,
                              .source = indicator.source,
                              .evidence = indicator.evidence,
                              .method = indicator.method,
                              .scoring = std::string(word(indicator.scoring)),
                              .common = indicator.common,
                              .agency = indicator.agency},
                     .retired = indicator.retired};
  for (const auto& target : indicator.targets) {
    draft.data.targets.push_back(to_string(target));
  }
  return draft;
}

std::string member_of(const LibraryDraft& draft, std::string_view member) {
  const auto flag = [](bool value) { return std::string(value ? "true" : "false"); };
  if (member == "aliases" || member == "targets") {
    return joined(member == "aliases" ? draft.data.aliases : draft.data.targets);
  }
  if (member == "bounded" || member == "common" || member == "retired") {
    return flag(member == "bounded" ? draft.data.bounded
                                    : (member == "common" ? draft.data.common : draft.retired));
  }
  const auto* found = std::ranges::find(kTexts, member, &TextMember::name);
  return found == kTexts.end() ? "" : draft.data.*found->text;
}

void set_member(LibraryDraft& draft, std::string_view member, std::string_view text) {
  if (member == "aliases") {
    draft.data.aliases = parts_of(text);
  } else if (member == "targets") {
    draft.data.targets = parts_of(text);
    for (auto& target : draft.data.targets) {
      const auto read = lenient_target(target);
      target = read ? to_string(*read) : target;
    }
  } else if (member == "bounded") {
    draft.data.bounded = text == "true";
  } else if (member == "common") {
    draft.data.common = text == "true";
  } else if (member == "retired") {
    draft.retired = text == "true";
  } else if (const auto* found = std::ranges::find(kTexts, member, &TextMember::name);
             found != kTexts.end()) {
    draft.data.*found->text = trim(text);
  }
}

ScoringMethod usual_scoring(const LibraryDraft& draft) {
  if (draft.data.role == word(CategoryRole::satisfaction)) {
    return ScoringMethod::satisfaction;
  }
  return draft.data.direction == word(Direction::words) ? ScoringMethod::direct
                                                        : ScoringMethod::proportion;
}

Result<LibraryIndicator> checked(const LibraryDraft& draft, const Vocabulary& vocabulary) {
  JH_TRY_DO(check_code(draft.data.code));
  JH_TRY_DO(check_lengths(draft.data));
  JH_TRY_DO(check_spellings(draft.data));
  JH_TRY_DO(check_words(draft.data));
  JH_TRY_DO(check_measure(draft.data, vocabulary));
  JH_TRY_DO(check_owner(draft.data));
  for (const auto& target : draft.data.targets) {
    if (!library_target(target)) {
      return wrong("targets", "library.bad_target", {target});
    }
  }
  JH_TRY(auto indicator, make_library_indicator(draft.data, vocabulary));
  indicator.retired = draft.retired;
  return indicator;
}

void LibrarySpellings::add(const LibraryIndicator& indicator) {
  if (indicator.retired) {
    return;
  }
  owners_.try_emplace(search_key(indicator.name), indicator.code);
  for (const auto& alias : indicator.aliases) {
    owners_.try_emplace(search_key(alias), indicator.code);
  }
}

void LibrarySpellings::remove(const LibraryIndicator& indicator) {
  const auto forget = [&](const std::string& spelling) {
    const auto found = owners_.find(search_key(spelling));
    if (found != owners_.end() && found->second == indicator.code) {
      owners_.erase(found);
    }
  };
  forget(indicator.name);
  std::ranges::for_each(indicator.aliases, forget);
}

std::string_view LibrarySpellings::owner(std::string_view spelling) const {
  const auto found = owners_.find(search_key(spelling));
  return found == owners_.end() ? std::string_view() : std::string_view(found->second);
}

Result<void> LibrarySpellings::check(const LibraryIndicator& indicator) const {
  const auto refuse = [&](const std::string& spelling, const char* member) -> Result<void> {
    const auto other = owner(spelling);
    if (indicator.retired || other.empty() || other == indicator.code) {
      return {};
    }
    return fail(ErrorCode::conflict, {"library.spelling_taken", {spelling, std::string(other)}},
                member);
  };
  JH_TRY_DO(refuse(indicator.name, "name"));
  for (const auto& alias : indicator.aliases) {
    JH_TRY_DO(refuse(alias, "aliases"));
  }
  return {};
}

}  // namespace jiheng::app
