#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/decimal.h"
#include "base/result.h"
#include "packs/indicators.h"
#include "packs/monitoring_pack.h"
#include "packs/pack_problems.h"
#include "packs/scoring_profile.h"

namespace jiheng::packs {

/// packs/measures/*.toml, as written.
struct MeasureData {
  std::string canonical;
  std::string kind;
  std::string base;
  Decimal scale{Decimal::whole(1)};
  std::vector<std::string> aliases{};
  std::string where{};  // "file:line"
};

struct CategoryData {
  std::string level1;
  std::string level2;
  std::string role;
  std::vector<std::string> aliases{};
  std::string where{};  // "file:line"
};

/// packs/frames/*.toml.
struct FrameData {
  std::string id;
  std::string title;
  std::string source;
  bool verified{};
  std::vector<std::string> level1{};
  std::vector<CategoryData> categories{};
  std::string where{};  // "file:line" of its id
};

/// What a pack says about one rule.
struct RuleSettings {
  bool on{true};
  std::string severity{};  // error, warning, hint; "" leaves the rule's own
  std::string clause{};
  bool verified{};
  std::string where{};  // "file:line" of its table
  std::map<std::string, Decimal, std::less<>> numbers{};
  std::map<std::string, std::vector<std::string>, std::less<>> words{};
  std::map<std::string, std::string, std::less<>> places{};  // of these, "file:line"
};

/// packs/rules/*.toml after inheritance: one city's view of the catalogue.
struct RulePack {
  std::string id;
  std::string title;
  int version{};
  std::string inherits{};
  std::string path{};  // "file:line" of its id
  std::map<std::string, RuleSettings, std::less<>> rules{};
};

/// The languages of the text catalogue.
enum class Language { zh, en };

/// Every sentence a person sees, in both languages (packs/text/*.toml).
class Catalogue {
 public:
  using Entries = std::map<std::string, std::string, std::less<>>;

  Catalogue(Entries zh, Entries en) : zh_(std::move(zh)), en_(std::move(en)) {}

  /// The sentence with {0}, {1}, … filled in. An unknown key renders as the key itself, so that a
  /// missing text is seen and not lost; a test keeps keys complete.
  /// {0:place} is filled with a place as data files spell it, in the reader's words.
  [[nodiscard]] std::string render(Language language, const Text& text) const;

  /// "line 18" is "第 18 行"; cells, sheets and pages are called the same in both languages.
  [[nodiscard]] std::string render_place(Language language, std::string_view place) const;

  /// The same, and behind it what is to be done next where the reader is: "cli.next.KEY" for who
  /// types commands, "http.next.KEY" for who sees a page. Most sentences say it themselves.
  [[nodiscard]] std::string render_with_next(Language language, const Text& text,
                                             std::string_view place) const;

  [[nodiscard]] const Entries& entries(Language language) const {
    return language == Language::zh ? zh_ : en_;
  }

 private:
  Entries zh_;
  Entries en_;
};

/// Everything under packs/ but the indicators of packs/library (packs/indicators.h).
struct Library {
  std::vector<MeasureData> measures{};
  /// Grade spellings → canonical grade, in file order.
  std::vector<std::pair<std::string, std::string>> grades{};
  std::vector<FrameData> frames{};
  std::vector<RulePack> rule_packs{};
  std::vector<ScoringProfile> scoring_profiles{};
  std::vector<MonitoringPack> monitoring_packs{};
  Catalogue catalogue{{}, {}};

  /// Errors  not_found `packs.no_rule_pack`.
  [[nodiscard]] Result<RulePack> rule_pack(std::string_view id) const;
  /// Errors  not_found `packs.no_scoring_profile`.
  [[nodiscard]] Result<ScoringProfile> scoring_profile(std::string_view id) const;
  /// Errors  not_found `packs.no_monitoring_pack`.
  [[nodiscard]] Result<MonitoringPack> monitoring_pack(std::string_view id) const;
};

/// The rule pack used when nobody names one.
inline constexpr std::string_view kDefaultRulePack = "zhejiang-2022";

/// The packs inside the program.
/// Errors  invalid_input with "file:line" as where; it is a bug in our own packs (a test guards
/// it).
[[nodiscard]] Result<Library> load_builtin();

/// Everything under packs/ with the files of a folder laid over it, as far as it can be read, and
/// what is wrong with it.
struct CheckedFolder {
  Library library{};
  std::vector<LibraryIndicatorData> indicators{};
  PackProblems problems{};
};

/// Reads a folder to the end whatever is wrong in it; also says which TOML files nothing would read
/// because of the folder they stand in (`packs.no_such_kind`), and that there is no file at all
/// (`packs.nothing_there`).
/// Errors  not_found `packs.no_folder`; unavailable `packs.cannot_read`.
[[nodiscard]] Result<CheckedFolder> read_folder(const std::filesystem::path& folder);

/// The built-in packs with the files of a folder laid over them (same relative path replaces).
/// Errors  not_found `packs.no_folder`; invalid_input with "file:line" as where.
[[nodiscard]] Result<Library> load(const std::filesystem::path& folder);

}  // namespace jiheng::packs
