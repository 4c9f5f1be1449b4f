#include "app/money_import.h"

#include <algorithm>
#include <array>
#include <set>

#include "app/known_projects.h"
#include "base/text.h"
#include "domain/project.h"
#include "store/money_layouts.h"
#include "store/project_money.h"

namespace jiheng::app {
namespace {

using intake::MoneyColumn;
using intake::MoneyUnit;

constexpr MoneyUnit kYuan{"元", 1};

// In the order of the enumerations.
constexpr std::array<std::string_view, 12> kFates{
    "understood",   "total",    "no_project", "not_found", "ambiguous", "twice",
    "not_a_number", "negative", "too_fine",   "no_amount", "no_day",    "other_year"};
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

bool is_total(std::string_view name) {
  constexpr std::array<std::string_view, 5> kTotals{"合计", "小计", "总计", "共计", "总 计"};
  return std::ranges::any_of(kTotals, [&](std::string_view total) {
    return name == total || search_key(name) == search_key(total);
  });
}

/// 元 of an amount in the table's unit; nothing where it is finer than a 分.
bool to_yuan(std::optional<Decimal>& amount, const MoneyUnit& unit) {
  if (!amount) {
    return true;
  }
  const auto yuan = intake::in_yuan(*amount, unit);
  const auto rounded = yuan ? yuan->rounded(2) : Result<Decimal>(Decimal{});
  if (!yuan || !rounded || *rounded != *yuan) {
    return false;
  }
  amount = *rounded;
  return true;
}

std::array<std::optional<Decimal>*, 4> amounts_of(ProjectMoney& said) {
  return {&said.initial, &said.adjusted, &said.executed, &said.expected};
}

/// Why a row that names its project cannot be kept, or that it can.
MoneyFate fate_of(const intake::MoneyRow& row, ProjectMoney& said, const std::optional<Date>& day,
                  int year) {
  const auto amounts = amounts_of(said);
  if (!row.bad.empty()) {
    return MoneyFate::not_a_number;
  }
  if (std::ranges::none_of(amounts, [](const auto* amount) { return amount->has_value(); })) {
    return MoneyFate::no_amount;
  }
  if (std::ranges::any_of(amounts, [](const auto* amount) {
        return amount->has_value() && **amount < Decimal{};
      })) {
    return MoneyFate::negative;
  }
  if (!day) {
    return MoneyFate::no_day;
  }
  return static_cast<int>(day->year()) == year ? MoneyFate::understood : MoneyFate::other_year;
}

/// What one row says, but for which project it is of.
MoneyLine line_of(const intake::MoneyRow& row, const MoneyRequest& request,
                  const std::optional<MoneyUnit>& unit) {
  MoneyLine line{.place = to_string(row.place),
                 .agency = row.agency,
                 .project = row.project,
                 .bad = row.bad,
                 .said = {.initial = row.initial,
                          .adjusted = row.adjusted,
                          .executed = row.executed,
                          .expected = row.expected}};
  auto& said = line.said;
  const auto day = row.as_of ? row.as_of : request.as_of;
  bool fine = true;
  for (auto* amount : amounts_of(said)) {
    fine = to_yuan(*amount, unit.value_or(kYuan)) && fine;
  }
  if (is_total(row.project) || (row.project.empty() && is_total(row.agency))) {
    line.fate = MoneyFate::total;
  } else if (row.project.empty()) {
    line.fate = MoneyFate::no_project;
  } else {
    line.fate = fate_of(row, said, day, request.year);
    if (line.fate == MoneyFate::understood && !fine) {
      line.fate = MoneyFate::too_fine;
    }
    said.as_of = day.value_or(Date{});
  }
  return line;
}

void add_to(std::optional<Decimal>& sum, const std::optional<Decimal>& amount) {
  if (amount) {
    const auto more = sum.value_or(Decimal{}).plus(*amount);
    sum = more ? std::optional(*more) : sum;
  }
}

/// Counts and sums; a second row of a project and day is in doubt: which of them counts is not to
/// be guessed.
void account(MoneyReport& report) {
  std::set<std::pair<std::int64_t, std::string>> seen;
  for (auto& line : report.lines) {
    if (line.fate == MoneyFate::understood &&
        !seen.insert({line.project_id, iso(line.said.as_of)}).second) {
      line.fate = MoneyFate::twice;
    }
    if (line.fate == MoneyFate::understood) {
      ++report.understood;
      if (!report.unit) {
        continue;  // nobody knows of what
      }
      add_to(report.initial, line.said.initial);
      add_to(report.adjusted, line.said.adjusted);
      add_to(report.executed, line.said.executed);
    } else if (line.fate != MoneyFate::total) {
      ++report.doubtful;
    }
  }
}

bool has_amount(const std::vector<MoneyColumn>& columns) {
  return std::ranges::any_of(columns, [](MoneyColumn column) {
    return column >= MoneyColumn::initial && column <= MoneyColumn::expected;
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

void settle_unit(const MoneyRequest& request, const intake::MoneyTableHead& head,
                 const std::optional<store::MoneyLayout>& known, MoneyReport& report) {
  const auto take = [&](const std::optional<MoneyUnit>& unit, UnitOrigin origin) {
    if (!report.unit && unit) {
      report.unit = unit;
      report.unit_origin = origin;
    }
  };
  report.written = head.unit;
  take(request.unit, UnitOrigin::chosen);
  take(head.unit, UnitOrigin::head);
  take(known ? intake::money_unit_from_word(known->measure) : std::nullopt, UnitOrigin::remembered);
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
  if (!report.unit) {
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
  if (report.unit && report.unit_origin != UnitOrigin::head) {
    layout.measure = std::string(report.unit->word);
  }
  return store::MoneyLayouts(workspace.store).remember(region, layout, workspace.user);
}

}  // namespace

std::string_view word(MoneyFate fate) {
  return kFates.at(static_cast<std::size_t>(fate));
}

Text text_of(MoneyFate fate) {
  return {"money.fate." + std::string(word(fate))};
}

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
  settle_unit(request, head, known, report);
  JH_TRY(auto known_projects, KnownProjects::load(workspace, region, request.year));
  for (const auto& row : intake::money_rows(*sheet, head, report.columns)) {
    report.lines.push_back(line_of(row, request, report.unit));
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
