#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "app/workspace.h"
#include "domain/reported.h"
#include "store/actuals.h"
#include "store/evidence.h"

// 完成值 that a person enters or pastes, and the evidence behind it.
namespace jiheng::app {

struct EnteredActual {
  std::int64_t indicator_id{};
  ReportedValue said{};
  std::string note{};
};

/// Of a project, by indicator, day and sub-unit; with `ended` the history too.
/// Errors  not_found `store.no_project`.
[[nodiscard]] Result<std::vector<store::StoredActual>> actuals_of(const Workspace& workspace,
                                                                  std::int64_t project, bool ended);

/// Keeps values of a project's indicators, all or none; a blank one of a sub-unit says that it has
/// no value yet.
/// Errors  not_found `store.no_project`, `store.no_indicator`; invalid_input
///         `actuals.says_nothing`, `actuals.not_a_number`, `actuals.zero_denominator`,
///         `actuals.half_fraction`, `actuals.negative_amount`, `actuals.too_long`,
///         `actuals.said_twice` (where: the indicator's name).
[[nodiscard]] Result<std::vector<std::int64_t>> enter_actuals(
    const Workspace& workspace, std::int64_t project, std::span<const EnteredActual> actuals);

/// Gives the indicator. Errors  those of `store::Actuals::take_back`.
[[nodiscard]] Result<std::int64_t> take_back_actual(const Workspace& workspace, std::int64_t id);

/// What became of a pasted line.
enum class PastedFate : std::uint8_t {
  taken,      // says something new
  same,       // says what is known
  blank,      // names an indicator and no value: blank is not 0, nothing is kept
  head,       // the heads of the columns
  unknown,    // no indicator of the project is called so
  ambiguous,  // several are
  beyond,     // more values than the project has indicators
  unclear,    // several cells, and no head that says which is the value
  twice,      // another line gives the same indicator another value: neither is kept
};

[[nodiscard]] std::string_view word(PastedFate fate);

/// Shape   `line` counts from 1; `indicator_id` 0 where the line goes nowhere.
struct PastedLine {
  int line{};
  std::string text{};
  PastedFate fate{};
  std::int64_t indicator_id{};
  std::string name{};
  std::string before{};
  std::string value{};
};

struct PasteRequest {
  std::int64_t project_id{};
  std::string text{};  // cells apart by tabs, as spreadsheets put them on the clipboard
  Date day{};
  bool dry_run{};
};

/// A block from a spreadsheet: names with values beside them, with or without heads, or one value a
/// line in the order of the project's rows.
/// Errors  not_found `store.no_project`; invalid_input `actuals.nothing_pasted`,
/// `actuals.too_long`.
[[nodiscard]] Result<std::vector<PastedLine>> paste_actuals(const Workspace& workspace,
                                                            const PasteRequest& request);

/// The file behind a value.
struct SentEvidence {
  std::int64_t actual_id{};
  EvidenceKind kind{};
  std::optional<std::int64_t> sample{};
  std::string name{};
  std::string bytes{};
  std::string note{};
};

inline constexpr std::size_t kEvidenceLimit = std::size_t{20} << 20U;  // bytes

/// Gives its id.
/// Errors  invalid_input `evidence.too_large`, `evidence.empty_file`, `evidence.bad_sample`,
///         `evidence.note_too_long`; those of `store::EvidenceFiles::attach`.
[[nodiscard]] Result<std::int64_t> attach_evidence(const Workspace& workspace,
                                                   const SentEvidence& sent);
[[nodiscard]] Result<std::vector<store::StoredEvidence>> evidence_of(const Workspace& workspace,
                                                                     std::int64_t project,
                                                                     bool ended);
/// Gives the project. Errors  those of `store::EvidenceFiles::take_back`.
[[nodiscard]] Result<std::int64_t> take_back_evidence(const Workspace& workspace, std::int64_t id);
[[nodiscard]] Result<store::EvidenceFile> evidence_file(const Workspace& workspace,
                                                        std::int64_t id);

}  // namespace jiheng::app
