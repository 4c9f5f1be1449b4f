#pragma once

#include <vector>

#include "domain/correction.h"
#include "domain/vocabulary.h"

namespace jiheng::intake {

/// What a person said once of a row, laid over what is read from it now.
///
/// Shape   `rows` are the indicators of one row of a document, at least one. Afterwards they are
///         as read and without doubt (confirmed), the corrected ones, which keep what was filed
///         and where it stands, or none (rejected).
void remember_row(const RowCorrection& correction, const Vocabulary& vocabulary,
                  std::vector<Indicator>& rows);

}  // namespace jiheng::intake
