#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "domain/monitoring.h"
#include "store/listing.h"
#include "store/store.h"

namespace jiheng::store {

/// Which states are meant: a year's projects at the end of a month, by a pack ("id:version").
struct MonitoringPeriod {
  std::string region;
  int year{};
  int month{};
  std::string pack{};
};

/// How a project stood.
///
/// Units   rates in percent, amounts in 元; nothing where nothing is known.
struct MonitoringState {
  std::int64_t project_id{};
  std::int64_t agency_id{};
  std::optional<packs::Light> light{};
  std::optional<Quadrant> quadrant{};
  std::optional<packs::Light> money_light{};
  LightCounts counts{};
  std::optional<Decimal> budget{};
  std::optional<Decimal> executed{};
  std::optional<Decimal> execution_rate{};
  std::optional<Decimal> pace{};
  std::optional<Decimal> goal_rate{};
  std::optional<Decimal> forecast_money{};
  std::optional<Decimal> forecast_rate{};
  int missing_forecast{};

  friend bool operator==(const MonitoringState&, const MonitoringState&) = default;
};

struct BoardRow {
  MonitoringState state{};
  std::string project;
  std::string agency;
};

enum class BoardSort : std::uint8_t {
  light,  // the worst first
  name,
  agency,
  goal_rate,
  execution_rate,
  forecast,
  not_reported,
};

/// Which states a board shows. What is empty does not filter.
struct BoardFilter {
  MonitoringPeriod period{};
  std::optional<std::int64_t> agency{};
  std::optional<packs::Light> light{};
  bool dark{};  // only those without a light
  std::optional<Quadrant> quadrant{};
  bool nowhere{};       // only those without a quadrant
  std::string query{};  // words, each in the project's or its agency's name
};

/// How many projects of each light and quadrant; index 0 counts those without.
///
/// Shape   by light as `packs::Light` + 1, by quadrant as `Quadrant` + 1.
struct BoardCounts {
  std::vector<std::int64_t> lights = std::vector<std::int64_t>(5);
  std::vector<std::int64_t> quadrants = std::vector<std::int64_t>(5);
  std::int64_t total{};
};

/// What stands on the board of a year, and what is not known yet.
struct BoardPage {
  std::vector<BoardRow> items{};
  std::string next{};
  BoardCounts counts{};    // of everything the filter shows but for light and quadrant
  std::int64_t total{};    // that the whole filter shows
  std::int64_t missing{};  // projects of the year whose state is not known
};

/// How the projects of a year stood. Every call names the region first.
class MonitoringBoard {
 public:
  /// `store` outlives it.
  explicit MonitoringBoard(Store& store) : parts_(store.parts()) {}

  /// Errors  invalid_input `store.bad_cursor`.
  [[nodiscard]] Result<BoardPage> page(const BoardFilter& filter,
                                       const Stretch<BoardSort>& stretch);

  /// How many projects of the year have no state.
  [[nodiscard]] Result<std::int64_t> count_missing(const MonitoringPeriod& period);

  /// Projects whose state is not known, at most `limit`; and the region's revision they were asked
  /// at.
  struct Missing {
    std::vector<std::int64_t> projects{};
    std::int64_t revision{};
  };

  [[nodiscard]] Result<Missing> missing(const MonitoringPeriod& period, std::int64_t limit);
  /// Keeps states that were computed from what stood at `revision`. False where somebody wrote in
  /// the meantime: nothing is kept then, and they are to be computed again.
  [[nodiscard]] Result<bool> keep(const MonitoringPeriod& period, std::int64_t revision,
                                  std::span<const MonitoringState> states);

 private:
  StoreParts parts_;
};

}  // namespace jiheng::store
