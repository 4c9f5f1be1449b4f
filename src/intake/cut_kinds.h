#pragma once

#include "domain/frame.h"
#include "intake/table.h"

namespace jiheng::intake {

/// Joins the level cells that a page end cuts in two: some programs close a merged cell with a line
/// and print the rest of its text as if it were a cell of the next page. Only the words of the
/// frames tell: 意度 is no kind, 服务对象满意度 is one. All rows of both parts get the whole word.
///
/// `table` still has its cells as they stand, parents not filled down.
void join_cut_kinds(Table& table, const Frames& frames);

}  // namespace jiheng::intake
