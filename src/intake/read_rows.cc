#include "intake/intake.h"
#include "intake/row_reader.h"

namespace jiheng::intake {

std::string_view word(RowFate fate) {
  switch (fate) {
    case RowFate::repeated:
      return "repeated";
    case RowFate::doubtful:
      return "doubtful";
    case RowFate::unread:
      return "unread";
    case RowFate::head:
      return "head";
    case RowFate::title:
      return "title";
    case RowFate::note:
      return "note";
    case RowFate::form:
      return "form";
    case RowFate::mid_term:
      return "mid_term";
  }
  return "";
}

Intake read_rows(const document::Document& document, const Vocabulary& vocabulary,
                 const Corrections& corrections) {
  RowReader reader(vocabulary, corrections);
  for (const auto& sheet : document.sheets) {
    reader.read_sheet(sheet);
  }
  return reader.finish(document.notices);
}

}  // namespace jiheng::intake
