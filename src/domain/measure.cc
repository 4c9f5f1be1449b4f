#include "domain/measure.h"

#include <array>
#include <utility>

namespace jiheng {
namespace {

constexpr std::array<std::pair<MeasureKind, std::string_view>, 20> kWords{{
    {MeasureKind::unknown, "unknown"},
    {MeasureKind::count, "count"},
    {MeasureKind::ratio, "ratio"},
    {MeasureKind::money, "money"},
    {MeasureKind::duration, "duration"},
    {MeasureKind::frequency, "frequency"},
    {MeasureKind::area, "area"},
    {MeasureKind::length, "length"},
    {MeasureKind::mass, "mass"},
    {MeasureKind::volume, "volume"},
    {MeasureKind::energy, "energy"},
    {MeasureKind::power, "power"},
    {MeasureKind::speed, "speed"},
    {MeasureKind::temperature, "temperature"},
    {MeasureKind::concentration, "concentration"},
    {MeasureKind::sound, "sound"},
    {MeasureKind::points, "points"},
    {MeasureKind::rate, "rate"},
    {MeasureKind::date, "date"},
    {MeasureKind::grade, "grade"},
}};

}  // namespace

std::string_view word(MeasureKind kind) {
  for (const auto& [known, word] : kWords) {
    if (known == kind) {
      return word;
    }
  }
  return "";
}

std::optional<MeasureKind> measure_kind_from_word(std::string_view word) {
  for (const auto& [kind, known] : kWords) {
    if (known == word) {
      return kind;
    }
  }
  return std::nullopt;
}

}  // namespace jiheng
