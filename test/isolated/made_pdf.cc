#include "made_pdf.h"

#include <fmt/format.h>

namespace jiheng::test {
namespace {

constexpr const char* kCatalogue = "<</Type/Catalog/Pages 2 0 R>>";
constexpr const char* kFont = "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>";

std::string stream(const std::string& entries, const std::string& bytes) {
  return fmt::format("<<{}/Length {}>>stream\n{}\nendstream", entries, bytes.size(), bytes);
}

/// The page tree of pages with the numbers `first`, `first` + `step`, …
std::string pages_node(int first, int step, int count) {
  std::string kids;
  for (int i = 0; i < count; ++i) {
    kids += fmt::format("{} 0 R ", first + i * step);
  }
  return fmt::format("<</Type/Pages/Count {}/Kids[{}]>>", count, kids);
}

std::string page(int content, const std::string& resources) {
  return fmt::format(
      "<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents {} 0 R/Resources<<{}>>>>", content,
      resources);
}

std::string with_trailer(const std::vector<std::string>& objects, const std::string& trailer) {
  std::string bytes = "%PDF-1.7\n";
  std::string table;
  int number = 0;
  for (const auto& object : objects) {
    table += fmt::format("{:010} 00000 n \n", bytes.size());
    bytes += fmt::format("{} 0 obj\n{}\nendobj\n", ++number, object);
  }
  const auto start = bytes.size();
  bytes += fmt::format("xref\n0 {}\n0000000000 65535 f \n{}", number + 1, table);
  bytes += fmt::format("trailer<</Size {}/Root 1 0 R{}>>\nstartxref\n{}\n%%EOF\n", number + 1,
                       trailer, start);
  return bytes;
}

}  // namespace

std::string pdf_of(const std::vector<std::string>& objects) {
  return with_trailer(objects, "");
}

std::string pdf_of_lines(int pages, int lines) {
  constexpr int kFirst = 4;
  std::vector<std::string> objects{kCatalogue, pages_node(kFirst, 2, pages), kFont};
  for (int i = 0; i < pages; ++i) {
    std::string text = "BT/F 10 Tf 12 TL 50 780 Td";
    for (int line = 1; line <= lines; ++line) {
      text += fmt::format("(page {} line {})' ", i + 1, line);
    }
    objects.push_back(page(kFirst + 2 * i + 1, "/Font<</F 3 0 R>>"));
    objects.push_back(stream("", text + "ET"));
  }
  return pdf_of(objects);
}

std::string pdf_without_end() {
  constexpr int kFirst = 6;
  constexpr int kDepth = 12;
  std::vector<std::string> objects{kCatalogue, pages_node(4, 1, 1), kFont,
                                   page(5, fmt::format("/XObject<</X {} 0 R>>", kFirst)),
                                   stream("", "/X Do")};
  std::string ten;
  for (int i = 0; i < 10; ++i) {
    ten += "/X Do ";
  }
  for (int i = 0; i < kDepth; ++i) {
    objects.push_back(stream(fmt::format("/Type/XObject/Subtype/Form/BBox[0 0 600 800]/Resources"
                                         "<</XObject<</X {} 0 R>>>>",
                                         kFirst + i + 1),
                             ten));
  }
  objects.push_back(stream("/Type/XObject/Subtype/Form/BBox[0 0 600 800]", "0 0 m 9 9 l S"));
  return pdf_of(objects);
}

std::string pdf_in_a_loop() {
  return pdf_of({kCatalogue, "<</Type/Pages/Count 1/Kids[3 0 R]>>",
                 "<</Type/Pages/Count 1/Parent 2 0 R/Kids[2 0 R]>>"});
}

std::string pdf_behind_a_password() {
  // No password makes these values, so the reader finds that it needs one.
  return with_trailer({kCatalogue, pages_node(4, 1, 1),
                       "<</Filter/Standard/V 1/R 2/P -4/O<" + std::string(64, '1') + ">/U<" +
                           std::string(64, '2') + ">>>",
                       page(5, ""), stream("", "BT ET")},
                      "/Encrypt 3 0 R/ID[<00112233445566778899AABBCCDDEEFF>"
                      "<00112233445566778899AABBCCDDEEFF>]");
}

}  // namespace jiheng::test
