#pragma once

#include "domain/correction.h"
#include "domain/vocabulary.h"
#include "intake/intake.h"
#include "intake/row_account.h"
#include "intake/table.h"

namespace jiheng::intake {

/// What a table is read by.
struct Knowledge {
  const Vocabulary& vocabulary;
  const Corrections& corrections;
};

/// Makes a table's rows indicators: drops reprinted blocks, carries parents down, types targets,
/// and reads the rows a person has looked at as that person said. Adds the indicators, the blank
/// kinds and the table's note to `intake`.
void finish_table(Table table, const Knowledge& knowledge, Intake& intake, RowAccount& account);

}  // namespace jiheng::intake
