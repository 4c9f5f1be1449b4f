#include "app/entering_actuals.h"

#include <algorithm>
#include <set>
#include <utility>

#include "base/hash.h"
#include "base/text.h"
#include "domain/cell_number.h"
#include "intake/actual.h"

namespace jiheng::app {
namespace {

constexpr std::size_t kLongestCell = 500;  // characters

tl::unexpected<Error> wrong(const char* key, const std::string& where,
                            std::vector<std::string> args = {}) {
  return fail(ErrorCode::invalid_input, {key, std::move(args)}, where);
}

Result<void> check_fraction(const ReportedValue& said, const std::string& name) {
  if (said.numerator.empty() != said.denominator.empty()) {
    return wrong("actuals.half_fraction", name);
  }
  for (const auto& text : {said.numerator, said.denominator}) {
    if (!text.empty() && !number_in(text)) {
      return wrong("actuals.not_a_number", name, {text});
    }
  }
  if (!said.denominator.empty() && number_in(said.denominator)->is_zero()) {
    return wrong("actuals.zero_denominator", name);
  }
  return {};
}

/// Of a sub-unit a blank says that it has no value yet; of the whole it says nothing.
bool says_nothing(const EnteredActual& entered) {
  const auto& said = entered.said;
  return said.unit.empty() && said.value.empty() && said.numerator.empty() &&
         said.denominator.empty();
}

Result<void> check(const EnteredActual& entered, const std::string& name) {
  if (says_nothing(entered)) {
    return wrong("actuals.says_nothing", name);
  }
  for (const auto& text : {entered.said.unit, entered.said.value, entered.note}) {
    if (length(text) > kLongestCell) {
      return wrong("actuals.too_long", name, {std::to_string(kLongestCell)});
    }
  }
  if (entered.said.amount && entered.said.amount->is_negative()) {
    return wrong("actuals.negative_amount", name);
  }
  return check_fraction(entered.said, name);
}

/// Numbers of sub-units are added up or averaged: what is no number cannot be.
Result<void> check_unit(const ReportedValue& said, const Indicator& row,
                        const Vocabulary& vocabulary) {
  const bool of_number = std::holds_alternative<NumberTarget>(row.typed) ||
                         std::holds_alternative<RangeTarget>(row.typed);
  if (said.unit.empty() || said.value.empty() || !of_number) {
    return {};
  }
  const auto read = intake::read_actual(said.value, vocabulary);
  if (!std::holds_alternative<NumberTarget>(read.typed)) {
    return wrong("actuals.unit_no_number", row.name, {said.unit, said.value});
  }
  return {};
}

ReportedValue folded(const ReportedValue& said) {
  return {.as_of = said.as_of,
          .unit = fold_cell(said.unit),
          .value = fold_cell(said.value),
          .numerator = fold_cell(said.numerator),
          .denominator = fold_cell(said.denominator),
          .amount = said.amount};
}

}  // namespace

Result<std::vector<store::StoredActual>> actuals_of(const Workspace& workspace,
                                                    std::int64_t project, bool ended) {
  JH_TRY(const auto region, region_of(workspace));
  JH_TRY_DO(workspace.store.project(region, project));
  return store::Actuals(workspace.store).of_project(region, project, ended);
}

Result<std::vector<std::int64_t>> enter_actuals(const Workspace& workspace, std::int64_t project,
                                                std::span<const EnteredActual> actuals) {
  JH_TRY(const auto region, region_of(workspace));
  JH_TRY(const auto known, workspace.store.project(region, project));
  std::vector<store::NewActual> kept;
  std::set<std::tuple<std::int64_t, Date, std::string>> said;
  for (const auto& entered : actuals) {
    const auto row =
        std::ranges::find(known.rows, entered.indicator_id, &store::StoredIndicator::id);
    if (row == known.rows.end()) {
      return fail(ErrorCode::not_found, {"store.no_indicator"});
    }
    auto value = folded(entered.said);
    JH_TRY_DO(check({entered.indicator_id, value, entered.note}, row->row.name));
    JH_TRY_DO(check_unit(value, row->row, workspace.vocabulary));
    if (!said.emplace(row->id, value.as_of, value.unit).second) {
      return wrong("actuals.said_twice", row->row.name);
    }
    kept.push_back({.indicator_id = entered.indicator_id,
                    .said = std::move(value),
                    .origin = ReportOrigin::entered,
                    .note = std::string(trim(entered.note)),
                    .author = workspace.user});
  }
  return store::Actuals(workspace.store).report(region, kept);
}

Result<std::int64_t> take_back_actual(const Workspace& workspace, std::int64_t id) {
  JH_TRY(const auto region, region_of(workspace));
  return store::Actuals(workspace.store).take_back(region, id, workspace.user);
}

Result<std::int64_t> attach_evidence(const Workspace& workspace, const SentEvidence& sent) {
  const auto megabytes = [](std::size_t bytes) {
    constexpr std::size_t kMegabyte = std::size_t{1} << 20U;
    return std::to_string((bytes + kMegabyte - 1) / kMegabyte);
  };
  if (sent.bytes.empty()) {
    return wrong("evidence.empty_file", sent.name);
  }
  if (sent.bytes.size() > kEvidenceLimit) {
    return wrong("evidence.too_large", sent.name,
                 {megabytes(sent.bytes.size()), megabytes(kEvidenceLimit)});
  }
  if (sent.sample && *sent.sample <= 0) {
    return wrong("evidence.bad_sample", "sample");
  }
  if (length(sent.note) > kLongestCell) {
    return wrong("evidence.note_too_long", "note", {std::to_string(kLongestCell)});
  }
  JH_TRY(const auto region, region_of(workspace));
  return store::EvidenceFiles(workspace.store)
      .attach(region, {.actual_id = sent.actual_id,
                       .evidence = {.kind = sent.kind,
                                    .sample = sent.sample,
                                    .name = sent.name,
                                    .hash = sha256(sent.bytes),
                                    .size = static_cast<std::int64_t>(sent.bytes.size()),
                                    .note = std::string(trim(sent.note))},
                       .bytes = sent.bytes,
                       .author = workspace.user});
}

Result<std::vector<store::StoredEvidence>> evidence_of(const Workspace& workspace,
                                                       std::int64_t project, bool ended) {
  JH_TRY(const auto region, region_of(workspace));
  JH_TRY_DO(workspace.store.project(region, project));
  return store::EvidenceFiles(workspace.store).of_project(region, project, ended);
}

Result<std::int64_t> take_back_evidence(const Workspace& workspace, std::int64_t id) {
  JH_TRY(const auto region, region_of(workspace));
  return store::EvidenceFiles(workspace.store).take_back(region, id, workspace.user);
}

Result<store::EvidenceFile> evidence_file(const Workspace& workspace, std::int64_t id) {
  JH_TRY(const auto region, region_of(workspace));
  return store::EvidenceFiles(workspace.store).file(region, id);
}

}  // namespace jiheng::app
