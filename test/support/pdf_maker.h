#pragma once

#include <fmt/format.h>

#include <string>
#include <string_view>
#include <vector>

#include "base/utf8.h"

namespace jiheng {

/// Makes small PDFs for tests: ruled tables of Chinese text in a font that every reader has.
class PdfMaker {
 public:
  /// A page of A4. `rotate` turns it as viewers show it (/Rotate), `content` turns what is written
  /// on it; both in quarters.
  struct Turned {
    int rotate{};
    int content{};
  };

  /// A page with one table: rows of as many cells, each 70 by 20 points, from (60, 80) on.
  void page(const std::vector<std::vector<std::string>>& rows, Turned turned = {0, 0}) {
    std::string content = kTurns[turned.content];
    for (std::size_t row = 0; row < rows.size(); ++row) {
      for (std::size_t column = 0; column < rows[row].size(); ++column) {
        const auto left = 60 + 70 * static_cast<int>(column);
        const auto bottom = 842 - 100 - 20 * static_cast<int>(row);
        content += fmt::format("{} {} 70 20 re S\n", left, bottom);
        content += fmt::format("BT /F 8 Tf {} {} Td <{}> Tj ET\n", left + 4, bottom + 6,
                               hexadecimal(rows[row][column]));
      }
    }
    pages_.push_back(fmt::format("/Rotate {}", 90 * turned.rotate));
    contents_.push_back(std::move(content));
  }

  /// A page with any content; its font is called F.
  void drawing(std::string content) {
    pages_.emplace_back();
    contents_.push_back(std::move(content));
  }

  /// With `missing` the file says that it has so many pages more than it has.
  [[nodiscard]] std::string bytes(std::size_t missing = 0) const {
    std::vector<std::string> objects{"<< /Type /Catalog /Pages 2 0 R >>", ""};
    objects.emplace_back(
        "<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H "
        "/DescendantFonts [4 0 R] >>");
    objects.emplace_back(
        "<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo "
        "<< /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> /FontDescriptor << /Type "
        "/FontDescriptor /FontName /STSong-Light /Flags 4 /FontBBox [-25 -254 1000 880] "
        "/ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >> >>");
    std::string kids;
    for (std::size_t i = 0; i < pages_.size(); ++i) {
      kids += fmt::format("{} 0 R ", objects.size() + 1);
      objects.push_back(
          fmt::format("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] {} /Resources << /Font "
                      "<< /F 3 0 R >> >> /Contents {} 0 R >>",
                      pages_[i], objects.size() + 2));
      objects.push_back(
          fmt::format("<< /Length {} >>\nstream\n{}endstream", contents_[i].size(), contents_[i]));
    }
    objects[1] =
        fmt::format("<< /Type /Pages /Kids [{}] /Count {} >>", kids, pages_.size() + missing);
    return joined(objects);
  }

 private:
  /// What turns the content around the page: upright, then so that text runs down, upside down, up.
  static constexpr const char* kTurns[] = {"", "0 -1 1 0 -247 842 cm\n", "-1 0 0 -1 595 842 cm\n",
                                           "0 1 -1 0 842 0 cm\n"};

  static std::string hexadecimal(std::string_view text) {
    std::string digits;
    for (std::size_t at = 0; at < text.size();) {
      const auto point = decode_point(text, at);
      digits += fmt::format("{:04X}", static_cast<unsigned>(point.point));
      at += point.bytes;
    }
    return digits;
  }

  static std::string joined(const std::vector<std::string>& objects) {
    std::string file = "%PDF-1.5\n";
    std::string table;
    for (std::size_t i = 0; i < objects.size(); ++i) {
      table += fmt::format("{:010} 00000 n \n", file.size());
      file += fmt::format("{} 0 obj\n{}\nendobj\n", i + 1, objects[i]);
    }
    const auto start = file.size();
    return file + fmt::format(
                      "xref\n0 {}\n0000000000 65535 f \n{}trailer\n<< /Size {} /Root 1 0 "
                      "R >>\nstartxref\n{}\n%%EOF\n",
                      objects.size() + 1, table, objects.size() + 1, start);
  }

  std::vector<std::string> pages_{};
  std::vector<std::string> contents_{};
};

}  // namespace jiheng
