#pragma once

#include <vector>

#include "document/pages/page.h"
#include "document/scan/page_ink.h"

namespace jiheng::document {

/// What the ink of a page is: ruling lines, and print.
///
/// Units   of the rules: pixels of the page's picture.
struct RuledInk {
  std::vector<Rule> horizontal{};
  std::vector<Rule> vertical{};
  PixPtr rules{};  // 1 bit: the ruling lines, a little wider than they are
  PixPtr print{};  // 1 bit: the ink without them
};

/// Tells ruling lines from print: long, thin and straight. Takes the page's ink.
[[nodiscard]] RuledInk rules_of(const PageInk& page);

}  // namespace jiheng::document
