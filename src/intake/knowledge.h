#pragma once

#include "domain/correction.h"
#include "domain/vocabulary.h"
#include "intake/indicator_taker.h"
#include "intake/intake.h"
#include "intake/row_account.h"

namespace jiheng::intake {

/// What a table is read by.
struct Knowledge {
  const Vocabulary& vocabulary;
  const Corrections& corrections;
};

/// Where what is read goes: indicators to the taker, if there is one.
struct Outcome {
  Intake& intake;
  RowAccount& account;
  IndicatorTaker* taker{};
};

}  // namespace jiheng::intake
