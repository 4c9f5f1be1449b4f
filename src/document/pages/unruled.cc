#include "document/pages/unruled.h"

#include <algorithm>
#include <optional>
#include <span>

#include "document/pages/glyph_lines.h"

namespace jiheng::document {
namespace {

constexpr std::size_t kFewestParts = 3;
constexpr std::size_t kFewestLines = 3;
constexpr std::size_t kLongestRun = 64;
/// A blank stretch narrower than this is chance.
constexpr Length kNarrowestGap = 2 * kPoint;
/// Of a hundred lines so many may cross a gap and it is still one.
constexpr std::size_t kCrossingPercent = 1;
/// The places looked at are this far apart.
constexpr Length kStep = kPoint / 2;

struct Stretch {
  Length from{};
  Length to{};
};

/// The printed parts of a line: what stands apart by more than half a height.
std::vector<Stretch> parts_of(const GlyphLine& line) {
  std::vector<Stretch> parts;
  for (const auto* glyph : line.glyphs) {
    if (!parts.empty() && (glyph->left - parts.back().to) * 2 <= glyph->height()) {
      parts.back().to = std::max(parts.back().to, glyph->right);
    } else {
      parts.push_back({glyph->left, glyph->right});
    }
  }
  return parts;
}

/// Lines of one or two cells that take more lines than their neighbours: they say nothing about
/// whether a page holds a table. Running text fills most of its line.
bool is_of_cells(const std::vector<Stretch>& parts, Length page_width) {
  Length printed = 0;
  for (const auto& part : parts) {
    printed += part.to - part.from;
  }
  return printed * 2 < page_width;
}

std::vector<GlyphLine> lines_of(const Page& page) {
  std::vector<const Glyph*> glyphs;
  glyphs.reserve(page.glyphs.size());
  for (const auto& glyph : page.glyphs) {
    glyphs.push_back(&glyph);
  }
  return lines_of_glyphs(std::move(glyphs));
}

/// Counts for each place across the page how many lines print there.
class Coverage {
 public:
  void add(const std::vector<Stretch>& parts) {
    ++lines_;
    for (const auto& part : parts) {
      const auto first = static_cast<std::size_t>(std::max<Length>(part.from, 0) / kStep);
      const auto end = static_cast<std::size_t>(std::max<Length>(part.to, 0) / kStep) + 1;
      if (counts_.size() < end) {
        counts_.resize(end);
      }
      for (auto at = first; at < end; ++at) {
        ++counts_[at];
      }
    }
  }

  /// The blank stretches between printed ones.
  [[nodiscard]] std::vector<Stretch> gaps() const {
    const auto allowed = lines_ * kCrossingPercent / 100;
    std::vector<Stretch> gaps;
    std::optional<std::size_t> begun;
    bool printed = false;
    for (std::size_t at = 0; at < counts_.size(); ++at) {
      if (counts_[at] <= allowed) {
        begun = begun ? begun : std::optional(at);
        continue;
      }
      if (begun && printed) {
        add_gap({static_cast<Length>(*begun) * kStep, static_cast<Length>(at) * kStep}, gaps);
      }
      begun.reset();
      printed = true;
    }
    return gaps;
  }

 private:
  static void add_gap(const Stretch& gap, std::vector<Stretch>& gaps) {
    if (gap.to - gap.from >= kNarrowestGap) {
      gaps.push_back(gap);
    }
  }

  std::vector<std::size_t> counts_{};
  std::size_t lines_{};
};

bool crosses(const std::vector<Stretch>& parts, const std::vector<Stretch>& gaps) {
  return std::ranges::any_of(parts, [&](const Stretch& part) {
    return std::ranges::any_of(
        gaps, [&](const Stretch& gap) { return part.from < gap.from && part.to > gap.to; });
  });
}

/// One page's lines, those of the table apart.
struct SplitPage {
  std::vector<GlyphLine> table{};
  std::vector<GlyphLine> loose{};
};

SplitPage split(const Page& page, const std::vector<Stretch>& gaps) {
  SplitPage pages;
  for (auto& line : lines_of(page)) {
    (crosses(parts_of(line), gaps) ? pages.loose : pages.table).push_back(std::move(line));
  }
  return pages;
}

/// Printed bands from top to bottom: lines whose heights overlap are one.
std::vector<Stretch> bands_of(const std::vector<GlyphLine>& lines) {
  std::vector<Stretch> bands;
  for (const auto& line : lines) {
    const auto box = box_of({&line, 1}, 0);
    if (!bands.empty() && box.top <= bands.back().to) {
      bands.back().to = std::max(bands.back().to, box.bottom);
    } else {
      bands.push_back({box.top, box.bottom});
    }
  }
  return bands;
}

/// From which blank on two bands are two rows. Blanks between the lines of one cell are smaller
/// than those between rows; where all are alike each band is a row.
Length row_gap(std::vector<Length> blanks) {
  constexpr Length kLeastJump = kPoint;
  std::ranges::sort(blanks);
  Length threshold = 0;
  Length widest = 0;
  for (std::size_t i = 1; i < blanks.size(); ++i) {
    const auto jump = blanks[i] - blanks[i - 1];
    // A jump that leaves fewer than a tenth above it parts titles, not rows.
    const bool parts_rows = (blanks.size() - i) * 10 >= blanks.size();
    if (parts_rows && jump > widest && jump >= kLeastJump && jump * 2 >= blanks[i - 1]) {
      widest = jump;
      threshold = blanks[i - 1] + jump / 2;
    }
  }
  return threshold;
}

std::vector<Length> blanks_of(const std::vector<Stretch>& bands) {
  std::vector<Length> blanks;
  for (std::size_t i = 1; i < bands.size(); ++i) {
    blanks.push_back(bands[i].from - bands[i - 1].to);
  }
  return blanks;
}

std::vector<Length> column_borders(const std::vector<Stretch>& gaps, Length width) {
  std::vector<Length> borders{0};
  for (const auto& gap : gaps) {
    borders.push_back((gap.from + gap.to) / 2);
  }
  borders.push_back(std::max(width, borders.back() + 1));
  return borders;
}

std::vector<Length> row_borders(const std::vector<Stretch>& bands, Length least_gap) {
  std::vector<Length> borders;
  for (std::size_t i = 0; i < bands.size(); ++i) {
    if (i == 0) {
      borders.push_back(bands[i].from);
    } else if (bands[i].from - bands[i - 1].to > least_gap) {
      borders.push_back((bands[i].from + bands[i - 1].to) / 2);
    }
  }
  borders.push_back(bands.back().to + 1);
  return borders;
}

PageGrid plain_grid(std::vector<Length> xs, std::vector<Length> ys) {
  PageGrid grid{.xs = std::move(xs), .ys = std::move(ys)};
  for (int row = 0; row < grid.rows(); ++row) {
    for (int column = 0; column < grid.columns(); ++column) {
      grid.owner.push_back(grid.cells.size());
      grid.cells.push_back({.row = row, .column = column, .last_row = row, .last_column = column});
    }
  }
  return grid;
}

PageParts parts_with(const Page& page, const std::vector<Stretch>& gaps, Length least_gap) {
  const auto split_page = split(page, gaps);
  PageParts parts{.number = page.number};
  for (const auto& line : split_page.loose) {
    const auto box = box_of({&line, 1}, page.number);
    parts.lines.push_back({.top = box.top, .text = text_of(line), .box = box});
  }
  const auto bands = bands_of(split_page.table);
  if (bands.empty()) {
    return parts;
  }
  auto grid = plain_grid(column_borders(gaps, page.width), row_borders(bands, least_gap));
  std::vector<const Glyph*> glyphs;
  for (const auto& line : split_page.table) {
    glyphs.insert(glyphs.end(), line.glyphs.begin(), line.glyphs.end());
  }
  place_glyphs(grid, glyphs, page.number);
  parts.grids.push_back(std::move(grid));
  return parts;
}

}  // namespace

bool UnruledRun::takes(const Page& page, const PageParts& parts) const {
  if (!parts.grids.empty()) {
    return false;
  }
  std::size_t in_parts = 0;
  std::size_t whole = 0;
  for (const auto& line : lines_of(page)) {
    const auto printed = parts_of(line);
    if (printed.size() >= kFewestParts) {
      ++in_parts;
    } else if (!is_of_cells(printed, page.width)) {
      ++whole;
    }
  }
  return in_parts >= (empty() ? kFewestLines : 1) && in_parts * 4 >= in_parts + whole;
}

void UnruledRun::add(Page page, PageParts parts) {
  pages_.push_back(std::move(page));
  parts_.push_back(std::move(parts));
}

bool UnruledRun::is_full() const {
  return pages_.size() >= kLongestRun;
}

UnruledRun::Told UnruledRun::tell() {
  const auto pages = std::exchange(pages_, {});
  Told told{.pages = std::exchange(parts_, {})};
  Coverage coverage;
  for (const auto& page : pages) {
    for (const auto& line : lines_of(page)) {
      if (const auto parts = parts_of(line); parts.size() >= kFewestParts) {
        coverage.add(parts);
      }
    }
  }
  const auto gaps = coverage.gaps();
  if (gaps.size() + 1 < kFewestParts) {
    return told;
  }
  std::vector<Length> blanks;
  for (const auto& page : pages) {
    const auto of_page = blanks_of(bands_of(split(page, gaps).table));
    blanks.insert(blanks.end(), of_page.begin(), of_page.end());
  }
  const auto least_gap = row_gap(std::move(blanks));
  told.found = true;
  for (std::size_t i = 0; i < pages.size(); ++i) {
    told.pages[i] = parts_with(pages[i], gaps, least_gap);
  }
  return told;
}

}  // namespace jiheng::document
