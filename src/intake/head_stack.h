#pragma once

#include <optional>
#include <string>
#include <vector>

#include "intake/columns.h"
#include "intake/head_words.h"
#include "intake/row_account.h"
#include "intake/seen_row.h"

namespace jiheng::intake {

/// The head of a table, read.
///
/// Shape   `columns` are those of the annual block (or of the only one), `mid_term` those of a
///         second block of mid-term targets, by position; empty when there is none. `texts` is the
///         lowest head text over each column, "" where a head says nothing; `heads` are all texts
///         over each column from top to bottom, those of merged cells too.
struct TableHead {
  RowName first;
  bool line{};
  Columns columns{};
  Columns mid_term{};
  std::vector<std::string> texts{};
  std::vector<std::vector<std::string>> heads{};
};

/// Gathers the rows of a head, one above the other.
class HeadStack {
 public:
  /// Takes the row when it is one of a head.
  [[nodiscard]] bool take(const SeenRow& row);

  [[nodiscard]] bool empty() const {
    return rows_.empty();
  }

  /// Reads the head and forgets its rows. In each position the lowest row that names a column
  /// counts. Columns named twice are two blocks, mid-term and annual, told by the words over them
  /// and else by the forms' order, mid-term first. Says in the report what it had to assume.
  [[nodiscard]] TableHead finish(RowAccount& account);

 private:
  struct HeadRow {
    std::vector<std::string> cells;  // "" where a merged cell reaches in
    std::vector<Span> spans;         // by what stands over the column, merged or not
    std::vector<std::string> over;   // what stands over the column, merged or not
  };

  [[nodiscard]] TableHead finish_cells(RowAccount& account) const;

  std::vector<HeadRow> rows_{};
  RowName first_{};
  bool line_{};
};

}  // namespace jiheng::intake
