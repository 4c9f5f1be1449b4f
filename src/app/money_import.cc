#include "app/money_import.h"

#include <algorithm>
#include <array>
#include <map>

#include "app/known_projects.h"
#include "domain/project.h"
#include "store/money_layouts.h"
#include "store/project_money.h"

namespace jiheng::app {
namespace {

using intake::MoneyColumn;
using intake::MoneyUnit;

// In the order of the enumeration.
constexpr std::array<std::string_view, 4> kOrigins{"unknown", "head", "remembered", "chosen"};

/// Fills in which project a line is of, and those it may be of where that is not known.
Result<void> find_project(KnownProjects& known, const MoneyRequest& request, MoneyLine& line) {
  constexpr std::size_t kMostCandidates = 5;
  const auto found = known.find(line.agency, line.project);
  const auto chosen = request.projects.find(line.place);
  line.chosen = chosen != request.projects.end();
  if (found.size() != 1 || line.chosen) {
    for (const auto* near : found.empty() ? known.like(line.project, kMostCandidates) : found) {
      line.candidates.push_back({near->id, near->name, near->agency});
    }
  }
  if (!line.chosen && found.size() != 1) {
    line.fate = found.empty() ? MoneyFate::not_found : MoneyFate::ambiguous;
    return {};
  }
  const auto* is = line.chosen ? known.with_id(chosen->second) : found.front();
  if (is == nullptr) {
    return fail(ErrorCode::not_found, {"store.no_project"}, line.place);
  }
  line.project_id = is->id;
  line.found = is->name;
  return {};
}

void add_to(std::optional<Decimal>& sum, const std::optional<Decimal>& amount) {
  if (amount) {
    const auto more = sum.value_or(Decimal{}).plus(*amount);
    sum = more ? std::optional(*more) : sum;
  }
}

/// Rows of one project and day are in doubt, all of them: which counts is not to be guessed.
void doubt_twins(std::vector<MoneyLine>& lines) {
  std::map<std::pair<std::int64_t, std::string>, int> rows;
  const auto key = [](const MoneyLine& line) {
    return std::pair(line.project_id, iso(line.said.as_of));
  };
  for (const auto& line : lines) {
    if (line.fate == MoneyFate::understood) {
      ++rows[key(line)];
    }
  }
  for (auto& line : lines) {
    if (line.fate == MoneyFate::understood && rows[key(line)] > 1) {
      line.fate = MoneyFate::twice;
    }
  }
}

/// Counts and sums.
void account(MoneyReport& report) {
  doubt_twins(report.lines);
  for (auto& line : report.lines) {
    report.unit_missing = report.unit_missing || (line.unitless && line.fate != MoneyFate::total);
    if (line.fate == MoneyFate::understood && line.unitless) {
      line.fate = MoneyFate::no_unit;
    }
    if (line.fate == MoneyFate::understood) {
      ++report.understood;
      line.remark = remark_of(line.said);
      add_to(report.initial, line.said.initial);
      add_to(report.adjusted, line.said.adjusted);
      add_to(report.executed, line.said.executed);
    } else if (line.fate != MoneyFate::total) {
      ++report.doubtful;
    }
  }
}

/// An adjustment alone says no amount that can be kept.
bool has_amount(const std::vector<MoneyColumn>& columns) {
  return std::ranges::any_of(columns, [](MoneyColumn column) {
    return intake::is_amount(column) && column != MoneyColumn::adjustment;
  });
}

bool has_project(const std::vector<MoneyColumn>& columns) {
  return std::ranges::find(columns, MoneyColumn::project) != columns.end();
}

/// Each meaning once, and no more columns than the table has.
Result<void> check_columns(const std::vector<MoneyColumn>& columns, std::size_t heads) {
  const bool twice = std::ranges::any_of(columns, [&](MoneyColumn column) {
    return column != MoneyColumn::none && std::ranges::count(columns, column) > 1;
  });
  if (twice || columns.size() > heads) {
    return fail(ErrorCode::invalid_input, {"money.columns_wrong"}, "columns");
  }
  return {};
}

/// What the columns hold: as a person says now, as one said of the layout before, as the words go.
Result<void> settle_columns(const MoneyRequest& request,
                            const std::optional<store::MoneyLayout>& known, MoneyReport& report) {
  if (request.columns) {
    JH_TRY_DO(check_columns(*request.columns, report.heads.size()));
    report.columns = *request.columns;
    report.columns.resize(report.heads.size());
  } else if (known && known->columns.size() == report.heads.size()) {
    report.remembered = true;
    for (std::size_t i = 0; i < report.columns.size(); ++i) {
      report.columns[i] =
          intake::money_column_from_word(known->columns[i]).value_or(MoneyColumn::none);
    }
  }
  return {};
}

/// The unit of columns whose head says none: as a person says now, as a line over the table says,
/// as a person said of the layout before.
void settle_common(const MoneyRequest& request, const intake::MoneyTableHead& head,
                   const std::optional<store::MoneyLayout>& known, MoneyReport& report) {
  const auto take = [&](const std::optional<MoneyUnit>& unit, UnitOrigin origin) {
    if (!report.common && unit) {
      report.common = unit;
      report.unit_origin = origin;
    }
  };
  take(request.unit, UnitOrigin::chosen);
  take(head.unit, UnitOrigin::head);
  take(known ? intake::money_unit_from_word(known->measure) : std::nullopt, UnitOrigin::remembered);
}

/// The unit all of them have; nothing where they differ.
std::optional<MoneyUnit> shared(const std::vector<std::optional<MoneyUnit>>& units) {
  const bool same = !units.empty() && std::ranges::all_of(units, [&](const auto& unit) {
    return unit == units.front();
  });
  return same ? units.front() : std::nullopt;
}

/// The unit of every column of amounts, and what can be said of all of them.
void settle_units(const MoneyRequest& request, const intake::MoneyTableHead& head,
                  const std::optional<store::MoneyLayout>& known, MoneyReport& report) {
  settle_common(request, head, known, report);
  report.units.resize(report.columns.size());
  std::vector<std::optional<MoneyUnit>> own;
  std::vector<std::optional<MoneyUnit>> read;
  for (std::size_t i = 0; i < report.columns.size(); ++i) {
    if (intake::is_amount(report.columns[i])) {
      own.push_back(head.units[i]);
      report.units[i] = own.back() ? own.back() : report.common;
      read.push_back(report.units[i]);
    }
  }
  report.unit = read.empty() ? report.common : shared(read);
  report.written = head.unit ? head.unit : shared(own);
  const auto says = [](const std::optional<MoneyUnit>& unit) { return unit.has_value(); };
  if (!own.empty() && std::ranges::all_of(own, says)) {
    report.written = shared(own);
    report.unit_origin = UnitOrigin::head;
  }
  const bool other = std::ranges::any_of(
      own, [&](const auto& unit) { return unit && request.unit && *unit != *request.unit; });
  report.set_aside = other ? request.unit : std::nullopt;
}

/// The first sheet with a head that names a project and an amount, else the first with any.
Result<std::pair<const document::Sheet*, intake::MoneyTableHead>> table_of(
    const document::Document& document) {
  std::optional<std::pair<const document::Sheet*, intake::MoneyTableHead>> any;
  for (const auto& sheet : document.sheets) {
    auto head = intake::money_head(sheet);
    if (!head) {
      continue;
    }
    if (has_project(head->columns) && has_amount(head->columns)) {
      return std::pair(&sheet, *std::move(head));
    }
    if (!any) {
      any = std::pair(&sheet, *std::move(head));
    }
  }
  if (!any) {
    return fail(ErrorCode::invalid_input, {"money.no_table"}, document.name);
  }
  return *std::move(any);
}

Result<void> check_ready(const MoneyReport& report) {
  const auto refuse = [&](const char* key, const char* where) {
    return fail(ErrorCode::invalid_input, {key, {report.name}}, where);
  };
  if (!has_project(report.columns)) {
    return refuse("money.no_project_column", "columns");
  }
  if (!has_amount(report.columns)) {
    return refuse("money.no_amount_column", "columns");
  }
  if (report.unit_missing) {
    return refuse("money.no_unit", "unit");
  }
  if (report.understood == 0) {
    return refuse("money.nothing_understood", "");
  }
  return {};
}

Result<void> keep(const Workspace& workspace, const std::string& region, MoneyReport& report) {
  std::vector<store::NewMoney> moneys;
  for (const auto& line : report.lines) {
    if (line.fate == MoneyFate::understood) {
      moneys.push_back({.project_id = line.project_id,
                        .said = line.said,
                        .origin = ReportOrigin::workbook,
                        .document_name = report.name,
                        .place = line.place,
                        .author = workspace.user});
    }
  }
  JH_TRY_DO(store::Moneys(workspace.store).state(region, moneys));
  report.stored = static_cast<std::int64_t>(moneys.size());
  store::MoneyLayout layout{.layout = report.layout};
  for (const auto column : report.columns) {
    layout.columns.emplace_back(intake::word(column));
  }
  if (report.common && report.unit_origin != UnitOrigin::head) {
    layout.measure = std::string(report.common->word);
  }
  return store::MoneyLayouts(workspace.store).remember(region, layout, workspace.user);
}

}  // namespace

std::string_view word(UnitOrigin origin) {
  return kOrigins.at(static_cast<std::size_t>(origin));
}

Result<MoneyReport> import_money(const Workspace& workspace, const MoneyRequest& request) {
  JH_TRY(const auto region, region_of(workspace));
  JH_TRY(const auto document,
         document::read(request.name, request.bytes, {}, workspace.readers.reader(request.stop)));
  JH_TRY(const auto table, table_of(document));
  const auto& [sheet, head] = table;
  MoneyReport report{.name = request.name,
                     .layout = head.layout,
                     .heads = head.heads,
                     .columns = head.columns,
                     .until = head.until};
  JH_TRY(const auto known, store::MoneyLayouts(workspace.store).find(region, head.layout));
  JH_TRY_DO(settle_columns(request, known, report));
  settle_units(request, head, known, report);
  JH_TRY(auto known_projects, KnownProjects::load(workspace, region, request.year));
  const MoneyTerms terms{.year = request.year, .as_of = request.as_of, .unit = report.common};
  for (const auto& row : intake::money_rows(*sheet, head, report.columns)) {
    report.lines.push_back(line_of(row, terms));
    if (report.lines.back().fate == MoneyFate::understood) {
      JH_TRY_DO(find_project(known_projects, request, report.lines.back()));
    }
  }
  account(report);
  const auto ready = check_ready(report);
  report.ready = ready.has_value();
  if (request.dry_run) {
    return report;
  }
  JH_TRY_DO(ready);
  JH_TRY_DO(keep(workspace, region, report));
  return report;
}

}  // namespace jiheng::app
