#pragma once

#include <vector>

#include "document/scan/line_reader.h"
#include "document/scan/picture.h"

namespace jiheng::document {

// What networks taught on running text get wrong in tables. `ink` is the line's ink, black on
// white; the characters' places count from its left side.

/// Comparators within a line ("≥95%"): found by their shape, and believed where the reader of lines
/// saw nothing, or no ideograph that it is sure of.
void mend_comparators(std::vector<ReadCharacter>& read, const GrayPicture& ink);

/// A dash is read as 一 in running text; 一 is nearly as wide as its line is high, a dash is not.
/// One that runs down is 、, which some fonts set half way up. One that a blurred page joins to the
/// stroke before it is not read at all: it is found where ideographs stand apart and nothing
/// but a bar half way up stands between them.
void mend_dashes(std::vector<ReadCharacter>& read, const GrayPicture& ink);

/// Ink as wide as a character, beside or between ideographs, that nothing was read of: one U+FFFD,
/// not sure at all, so that nobody takes the line for whole.
void mark_gaps(std::vector<ReadCharacter>& read, const GrayPicture& ink);

/// 丶, which is a stroke and no character of a text, is 、. A % that stands alone and is
/// nearly half as wide again as it is high is ‰, which the network hardly ever says.
void mend_marks(std::vector<ReadCharacter>& read, const GrayPicture& ink);

}  // namespace jiheng::document
