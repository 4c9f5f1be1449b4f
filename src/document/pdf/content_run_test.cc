// What this program reads of a page's content is what MuPDF says about it, for every operator and
// for real documents; what it does not know it leaves to MuPDF.
#include "document/pdf/content_run.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <tuple>

#include "document/pdf/open_pdf.h"
#include "document/pdf/page_device.h"

namespace jiheng::document {
namespace {

namespace fs = std::filesystem;

/// A page both ways.
struct BothWays {
  bool read{};  // by this program
  PageMarks ours{};
  PageMarks mupdf{};
};

BothWays both_ways(PdfPages::State& state, int index) {
  auto* page = fz_load_page(state.context, state.document, index);
  const auto bounds = fz_bound_page(state.context, page);
  const auto placed = fz_translate(-bounds.x0, -bounds.y0);
  BothWays both;
  state.fonts->begin_page();
  both.read = ContentRun(state.context, *state.fonts, both.ours)
                  .run(pdf_page_from_fz_page(state.context, page), placed);
  EXPECT_TRUE(run_device(state.context, page, placed, both.mupdf));
  fz_drop_page(state.context, page);
  return both;
}

/// Numbers of a document become floats in two ways: one hundredth of a point is as good as none.
bool near(Length a, Length b) {
  return std::abs(a - b) <= 1;
}

void expect_same_rules(const std::vector<Rule>& ours, const std::vector<Rule>& theirs) {
  ASSERT_EQ(ours.size(), theirs.size());
  for (std::size_t i = 0; i < ours.size(); ++i) {
    EXPECT_TRUE(near(ours[i].at, theirs[i].at) && near(ours[i].from, theirs[i].from) &&
                near(ours[i].to, theirs[i].to))
        << "rule " << i << " " << ours[i].at << " " << ours[i].from << " " << ours[i].to << " / "
        << theirs[i].at << " " << theirs[i].from << " " << theirs[i].to;
  }
}

/// MuPDF hands on what a text fills before what it strokes; here character comes after character.
std::vector<Glyph> in_place(std::vector<Glyph> glyphs) {
  std::ranges::sort(glyphs, {}, [](const Glyph& glyph) {
    return std::tuple(glyph.top, glyph.left, glyph.point, glyph.right);
  });
  return glyphs;
}

void expect_same(const PageMarks& ours, const PageMarks& theirs) {
  ASSERT_EQ(ours.page.glyphs.size(), theirs.page.glyphs.size());
  const auto our_glyphs = in_place(ours.page.glyphs);
  const auto their_glyphs = in_place(theirs.page.glyphs);
  for (std::size_t i = 0; i < our_glyphs.size(); ++i) {
    const auto& a = our_glyphs[i];
    const auto& b = their_glyphs[i];
    EXPECT_TRUE(a.point == b.point && near(a.left, b.left) && near(a.top, b.top) &&
                near(a.right, b.right) && near(a.bottom, b.bottom))
        << "glyph " << i << " U+" << std::hex << static_cast<unsigned>(a.point) << " U+"
        << static_cast<unsigned>(b.point) << std::dec << " " << a.left << " " << a.top << " / "
        << b.left << " " << b.top;
  }
  expect_same_rules(ours.page.horizontal, theirs.page.horizontal);
  expect_same_rules(ours.page.vertical, theirs.page.vertical);
  EXPECT_EQ(ours.makeup.visible, theirs.makeup.visible);
  EXPECT_EQ(ours.makeup.paths, theirs.makeup.paths);
  EXPECT_EQ(ours.turned, theirs.turned);
  EXPECT_EQ(ours.unknown, theirs.unknown);
}

/// A document of one page with this content. Its resources: fonts F1 (Helvetica) and F3 (Type 3,
/// A and B), forms X1 (turned and clipped) and X2 (which shows X1), a layer, settings, a pattern.
std::string pdf_of(const std::string& content) {
  const auto stream = [](const std::string& dictionary, const std::string& bytes) {
    return "<<" + dictionary + "/Length " + std::to_string(bytes.size()) + ">>stream\n" + bytes +
           "\nendstream";
  };
  const std::string fonts = "/Font<</F1 5 0 R/F3 6 0 R>>";
  const std::vector<std::string> objects{
      "<</Type/Catalog/Pages 2 0 R>>",
      "<</Type/Pages/Kids[3 0 R]/Count 1>>",
      "<</Type/Page/Parent 2 0 R/MediaBox[10 20 605 820]/Contents 4 0 R/Resources<<" + fonts +
          "/XObject<</X1 8 0 R/X2 9 0 R/X3 12 0 R/I1 13 0 R>>"
          "/ExtGState<</G0<</ca 0/CA 0>>/G1<</ca 1/LW 2>>/G2<</SMask<</S/Alpha/G 8 0 R>>>>>>"
          "/Pattern<</P1 11 0 R>>/Properties<</L1 10 0 R>>>>>>",
      stream("", content),
      "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
      "<</Type/Font/Subtype/Type3/FontBBox[0 0 700 700]/FontMatrix[.001 0 0 .001 0 0]"
      "/FirstChar 65/LastChar 66/Widths[600 750]/Encoding<</Differences[65/a/b]>>"
      "/CharProcs<</a 7 0 R/b 7 0 R>>/Resources<<>>>>",
      stream("", "600 0 0 0 500 700 d1 0 0 500 700 re f"),
      stream("/Type/XObject/Subtype/Form/BBox[0 0 90 40]/Matrix[0 1 -1 0 300 100]/Resources<<" +
                 fonts + ">>",
             "BT /F1 10 Tf 5 5 Td (form and what its box hides) Tj ET 0 0 80 1 re f q"),
      stream("/Type/XObject/Subtype/Form/BBox[0 0 600 800]/Group<</S/Transparency>>",
             "q 1 0 0 1 20 20 cm /X1 Do Q 5 5 m 200 5 l S"),
      "<</Type/OCG/Name(layer)>>",
      stream("/Type/Pattern/PatternType 1/PaintType 1/TilingType 1/BBox[0 0 4 4]/XStep 4/YStep 4"
             "/Resources<<>>",
             "0 0 2 2 re f"),
      stream("/Type/XObject/Subtype/Form/BBox[0 0 9 9]/OC 10 0 R", "0 0 9 1 re f"),
      stream(
          "/Type/XObject/Subtype/Image/Width 1/Height 1/BitsPerComponent 8/ColorSpace/DeviceGray",
          "x")};
  std::string pdf = "%PDF-1.7\n";
  std::string table;
  for (std::size_t i = 0; i < objects.size(); ++i) {
    auto offset = std::to_string(pdf.size());
    table += std::string(10 - offset.size(), '0') + offset + " 00000 n \n";
    pdf += std::to_string(i + 1) + " 0 obj\n" + objects[i] + "\nendobj\n";
  }
  const auto start = std::to_string(pdf.size());
  const auto count = std::to_string(objects.size() + 1);
  return pdf + "xref\n0 " + count + "\n0000000000 65535 f \n" + table +
         "trailer<</Root 1 0 R/Size " + count + ">>\nstartxref\n" + start + "\n%%EOF\n";
}

BothWays page_of(const std::string& content) {
  const auto pdf = pdf_of(content);
  PdfPages::State state;
  EXPECT_TRUE(state.open(pdf));
  return both_ways(state, 0);
}

TEST(ContentRun, LeavesEndlessContentsToMupdf) {
  constexpr std::size_t kLong = std::size_t{17} << 20U;
  const auto both = page_of("0 0 200 1 re f\n" + std::string(kLong, ' ') + "0 50 200 1 re f");
  EXPECT_FALSE(both.read);
  EXPECT_EQ(both.mupdf.page.horizontal.size(), 2U);
}

struct Case {
  const char* name;
  const char* content;
};

std::ostream& operator<<(std::ostream& out, const Case& one) {
  return out << one.name;
}

class ReadsAsMupdf : public testing::TestWithParam<Case> {};

TEST_P(ReadsAsMupdf, GlyphForGlyphAndRuleForRule) {
  const auto both = page_of(GetParam().content);
  ASSERT_TRUE(both.read);
  EXPECT_FALSE(both.mupdf.page.glyphs.empty() && both.mupdf.page.horizontal.empty() &&
               both.mupdf.page.vertical.empty());
  expect_same(both.ours, both.mupdf);
}

constexpr Case kRead[]{
    {"text", "BT /F1 12 Tf 72 700 Td (Hello world) Tj ET"},
    {"spacing",
     "BT /F1 12 Tf 1.5 Tc 4 Tw 80 Tz 3 Ts 72 700 Td (a b  c) Tj 0 -20 TD (d e) Tj T* (f) Tj ET"},
    {"next lines", "BT /F1 9 Tf 14 TL 72 700 Td (one) ' 2 1 (two words) \" (three) ' ET"},
    {"kerning", "BT /F1 12 Tf 72 700 Td [(Ke) -120 (rn) 300.5 (ing)] TJ ET"},
    {"matrices",
     "q .5 0 0 2 30 40 cm BT /F1 12 Tf 1 .2 -.3 1 100 200 Tm (slanted) Tj ET Q BT /F1 8 Tf 0 1 -1 "
     "0 300 300 Tm (up) Tj ET"},
    {"escapes",
     "BT /F1 12 Tf 72 700 Td (a\\(b\\)c\\\\d\\101\\7\n(e)\\\nf\\r) Tj <48 65 6C6c6F 2> Tj ET"},
    {"names", "BT /F#31 12 Tf 72 700 Td (named) Tj ET"},
    {"invisible", "BT /F1 12 Tf 3 Tr 72 700 Td (hidden) Tj 1 Tr (outline) Tj ET"},
    {"filled and stroked", "BT /F1 12 Tf 2 Tr 72 700 Td (bold) Tj ET"},
    {"type 3", "BT /F3 20 Tf 72 700 Td (ABA) Tj /F1 10 Tf (x) Tj ET"},
    {"no font", "BT 72 700 Td (nothing) Tj ET 10 30 m 90 30 l S"},
    {"negative size", "BT /F1 -12 Tf 200 700 Td (mirrored) Tj ET"},
    {"strokes", "50 100 m 300 100 l 300 400 l 50 400 l s 60 60 m 61 200 l S 20 20 m 80 90 l S"},
    {"rectangles",
     "50 100 200 1 re 50 100 1 200 re f 30 30 100 50 re S 10 10 500 2 re B* 40 40 50 -1 re b"},
    {"unfinished",
     "50 100 m 200 100 l 200 101 l f 90 90 m 10 5 m 100 5 l S 33 44 l S 7 7 m 7 7 l S"},
    {"curves",
     "50 100 m 60 100 70 100 250 100 c S 50 50 m 50 50 90 50 90 50 c S 30 30 m 40 40 60 60 v 70 70 "
     "90 30 y S 50 300 m 50 300 250 300 250 300 c f"},
    {"clip",
     "q 72 690 40 30 re W n BT /F1 12 Tf 72 700 Td (the clip hides the rest) Tj ET Q BT /F1 12 Tf "
     "72 600 Td (seen) Tj ET"},
    {"clip in clip",
     "q 0 0 500 500 re W* n q 100 100 m 300 100 l 200 400 l h W n BT /F1 12 Tf 90 200 Td (two "
     "clips and a long text) Tj ET Q BT /F1 12 Tf 400 490 Td (one clip only here) Tj ET Q"},
    {"transparent", "/G0 gs 50 100 200 1 re f 50 200 m 90 200 l S /G1 gs 60 100 200 1 re f"},
    {"forms", "q 2 0 0 1 0 0 cm /X2 Do Q BT /F1 12 Tf 72 700 Td (behind) Tj ET /X1 Do"},
    {"marked",
     "/Span<</ActualText(x)/E[1(a)<</B 2>>]>> BDC BT /F1 12 Tf 72 700 Td (marked) Tj ET EMC /P BMC "
     "EMC /A/B DP /A MP BX EX"},
    {"paint",
     "0 g 1 0 0 rg 0 1 0 0 k 1 G 0 0 0 RG 0 0 0 1 K /DeviceRGB cs /DeviceGray CS 1 0 0 sc .5 SC .1 "
     ".2 .3 scn 2 w 1 J 1 j 4 M [3 1] 0 d /Perceptual ri 1 i 50 100 200 1 re f"},
    {"comment", "% nothing (\nBT /F1 12 Tf % here too\r72 700 Td(tight)Tj ET"},
    {"numbers", "BT /F1 12. Tf +72 700.5000 Td (n) Tj -.5 0 Td (m) Tj ET"},
};

INSTANTIATE_TEST_SUITE_P(ContentRun, ReadsAsMupdf, testing::ValuesIn(kRead), [](const auto& one) {
  std::string name = one.param.name;
  std::erase(name, ' ');
  return name;
});

class LeftToMupdf : public testing::TestWithParam<Case> {};

TEST_P(LeftToMupdf, GivesUp) {
  EXPECT_FALSE(page_of(GetParam().content).read);
}

constexpr Case kLeft[]{
    {"images", "/I1 Do"},
    {"inline images", "BI /W 1 /H 1 /BPC 8 /CS /G ID x EI"},
    {"hidden forms", "/X3 Do"},
    {"layers", "/OC /L1 BDC 0 0 9 1 re f EMC"},
    {"soft masks", "/G2 gs 0 0 9 1 re f"},
    {"patterns", "/Pattern cs /P1 scn 0 0 90 90 re f"},
    {"text as a clip", "BT /F1 12 Tf 7 Tr 72 700 Td (clip) Tj ET"},
    {"unknown fonts", "BT /F9 12 Tf 72 700 Td (x) Tj ET"},
    {"unknown forms", "/X9 Do"},
    {"unknown operators", "1 2 xyz"},
    {"too few numbers", "1 2 3 re f"},
    {"strange numbers", "1 --2 m 3 1e3 l S"},
    {"a text without end", "BT /F1 12 Tf (never Tj ET"},
    {"one restore too many", "q Q Q 0 0 9 1 re f"},
    {"an empty clip", "W n 0 0 9 1 re f"},
    {"brackets", "[ 1 [ 2 ] ] 0 d"},
    {"a dictionary without end", "/A << /B 1 BDC"},
};

INSTANTIATE_TEST_SUITE_P(ContentRun, LeftToMupdf, testing::ValuesIn(kLeft), [](const auto& one) {
  std::string name = one.param.name;
  std::erase(name, ' ');
  return name;
});

// Real and made documents stand beside the repository.
TEST(ContentRun, ReadsRealDocumentsAsMupdfDoes) {
  const auto data = fs::path(JIHENG_SOURCE_DIR) / ".." / "shared" / "data";
  if (!fs::exists(data)) {
    ASSERT_EQ(std::getenv("CI"), nullptr) << "no shared data";
    GTEST_SKIP() << "no shared data";
  }
  std::size_t read = 0;
  for (const std::string name :
       {"made/flat_s.pdf", "made/merged_s.pdf", "made/html_merged_s.pdf", "made/scan_s_300dpi.pdf",
        "pdf/putuo_commerce_dept_2025_budget.pdf", "pdf/wanli_street_2024_budget.pdf"}) {
    SCOPED_TRACE(name);
    std::ifstream file(data / name, std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(file), {}};
    PdfPages::State state;
    ASSERT_TRUE(state.open(bytes));
    for (int index = 0; index < state.count; ++index) {
      if (const auto both = both_ways(state, index); both.read) {
        SCOPED_TRACE(index);
        expect_same(both.ours, both.mupdf);
        ++read;
      }
    }
  }
  // All but the eight scanned pages.
  EXPECT_EQ(read, 77U);
}

}  // namespace
}  // namespace jiheng::document
