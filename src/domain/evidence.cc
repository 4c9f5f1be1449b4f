#include "domain/evidence.h"

#include <algorithm>
#include <array>
#include <utility>

namespace jiheng {
namespace {

constexpr std::array<std::pair<EvidenceKind, std::string_view>, 4> kKinds{
    {{EvidenceKind::direct_proof, "direct_proof"},
     {EvidenceKind::statistics, "statistics"},
     {EvidenceKind::description, "description"},
     {EvidenceKind::survey, "survey"}}};

}  // namespace

std::string_view word(EvidenceKind kind) {
  return kKinds.at(static_cast<std::size_t>(kind)).second;
}

std::optional<EvidenceKind> evidence_kind_from_word(std::string_view word) {
  const auto* known =
      std::ranges::find(kKinds, word, &std::pair<EvidenceKind, std::string_view>::second);
  return known == kKinds.end() ? std::nullopt : std::optional(known->first);
}

bool lacks_sample(const Evidence& evidence) {
  return evidence.kind == EvidenceKind::survey && !evidence.sample;
}

}  // namespace jiheng
