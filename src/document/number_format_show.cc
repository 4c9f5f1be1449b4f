#include <algorithm>

#include "document/number_format.h"

namespace jiheng::document {
namespace {

using Kind = FormatToken::Kind;

std::size_t count(int places) {
  return static_cast<std::size_t>(std::max(places, 0));
}

/// Writes a rounded magnitude into the places of a section, from left to right.
class NumberWriter {
 public:
  NumberWriter(const FormatSection& section, SheetNumber magnitude)
      : section_(section), number_(std::move(magnitude)) {
    exponent_ = take_exponent();
    number_ = rounded(std::move(number_), section_.fraction_places);
    whole_ = integer_digits(number_);
    fraction_ = fraction_digits(number_, section_.fraction_places);
    fraction_.resize(shown_fraction());
  }

  std::string write() {
    for (const auto& token : section_.tokens) {
      write(token);
    }
    return std::move(text_);
  }

 private:
  /// Moves the point so that the places before it are filled; how far it went.
  int take_exponent() {
    const bool wanted = std::ranges::find(section_.tokens, Kind::exponent, &FormatToken::kind) !=
                        section_.tokens.end();
    if (!wanted || number_.is_zero()) {
      return 0;
    }
    // With several places the exponent goes in steps of as many: ##0.0E+0.
    const int step = std::max(section_.integer_places, 1);
    const auto exponent_of = [step](const SheetNumber& number) {
      const int first = number.point - 1;
      return (first >= 0 ? first / step : -((step - 1 - first) / step)) * step;
    };
    auto exponent = exponent_of(number_);
    // 9.99 may round up to 10.0, which is 1.0 with the next exponent.
    exponent = exponent_of(rounded(number_, section_.fraction_places - exponent));
    number_.point -= exponent;
    return exponent;
  }

  /// Places behind the point that "#" and "?" do not need stay empty.
  [[nodiscard]] std::size_t shown_fraction() const {
    std::size_t places = 0;
    std::size_t shown = 0;
    bool behind_point = false;
    for (const auto& token : section_.tokens) {
      behind_point = behind_point || token.kind == Kind::point;
      if (behind_point && token.kind == Kind::digit && places < fraction_.size()) {
        shown = token.text == "0" || fraction_[places] != '0' ? places + 1 : shown;
        ++places;
      }
    }
    return shown;
  }

  void write(const FormatToken& token) {
    if (token.kind == Kind::digit) {
      behind_point_ ? write_fraction() : write_whole(token);
    } else if (token.kind == Kind::point) {
      write_point();
    } else if (token.kind == Kind::exponent) {
      write_exponent(token);
    } else {
      text_ += token.text;
    }
  }

  /// Excel shows "5." under 0.##; a point with nothing behind it says nothing.
  void write_point() {
    if (section_.integer_places == 0) {
      text_ += whole_;
    }
    behind_point_ = true;
    text_ += fraction_.empty() && section_.fraction_places > 0 ? "" : ".";
  }

  /// The first place takes all digits that have no place of their own.
  void write_whole(const FormatToken& token) {
    const auto places = count(section_.integer_places);
    const auto right = places - 1 - place_;
    auto left = place_ == 0 ? std::max(whole_.size(), places) : right + 1;
    for (; left > right; --left) {
      write_digit(left - 1, token.text == "0");
    }
    ++place_;
  }

  /// The digit with `right` digits behind it before the point.
  void write_digit(std::size_t right, bool fill) {
    const bool there = right < whole_.size();
    if (!there && !fill) {
      return;
    }
    text_ += there ? whole_[whole_.size() - 1 - right] : '0';
    if (section_.grouping && right > 0 && right % 3 == 0) {
      text_ += ',';
    }
  }

  void write_fraction() {
    if (fraction_place_ < fraction_.size()) {
      text_ += fraction_[fraction_place_++];
    }
  }

  void write_exponent(const FormatToken& token) {
    auto digits = std::to_string(std::abs(exponent_));
    digits.insert(0, count(token.count - static_cast<int>(digits.size())), '0');
    text_ += exponent_ < 0 ? "E-" : (token.text == "+" ? "E+" : "E");
    text_ += digits;
  }

  const FormatSection& section_;
  SheetNumber number_;
  int exponent_{};
  std::string whole_;
  std::string fraction_;
  std::string text_;
  bool behind_point_{};
  std::size_t place_{};
  std::size_t fraction_place_{};
};

bool has_general(const FormatSection& section) {
  return std::ranges::any_of(section.tokens, [](const FormatToken& token) {
    return token.kind == Kind::general || token.kind == Kind::text;
  });
}

}  // namespace

std::string show_number(const FormatSection& section, SheetNumber magnitude) {
  if (!magnitude.is_zero()) {
    magnitude.point += section.shift;
  }
  if (!has_general(section)) {
    return NumberWriter(section, std::move(magnitude)).write();
  }
  std::string text;
  for (const auto& token : section.tokens) {
    const bool value = token.kind == Kind::general || token.kind == Kind::text;
    text += value ? general(magnitude) : token.text;
  }
  return text;
}

}  // namespace jiheng::document
