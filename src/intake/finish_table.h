#pragma once

#include "domain/vocabulary.h"
#include "intake/intake.h"
#include "intake/row_account.h"
#include "intake/table.h"

namespace jiheng::intake {

/// Makes a table's rows indicators: drops reprinted blocks, carries parents down, types targets.
/// Adds the indicators, the blank kinds and the table's note to `intake`.
void finish_table(Table table, const Vocabulary& vocabulary, Intake& intake, RowAccount& account);

}  // namespace jiheng::intake
