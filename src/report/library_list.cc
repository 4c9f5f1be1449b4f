#include "report/library_list.h"

#include <algorithm>

#include "report/csv.h"
#include "report/typed_json.h"
#include "report/workbook.h"

namespace jiheng::report {
namespace {

struct ListColumn {
  std::string_view name;
  double width;
};

constexpr std::array<ListColumn, 19> kColumns{{{"code", 9},
                                               {"name", 26},
                                               {"aliases", 30},
                                               {"sector", 16},
                                               {"role", 12},
                                               {"measure", 10},
                                               {"direction", 12},
                                               {"bounded", 8},
                                               {"common", 8},
                                               {"meaning", 40},
                                               {"formula", 40},
                                               {"source", 14},
                                               {"evidence", 26},
                                               {"method", 12},
                                               {"scoring", 14},
                                               {"targets", 22},
                                               {"agency", 18},
                                               {"retired", 8},
                                               {"learned", 30}}};

using Cells = std::array<std::string, kColumns.size()>;

std::string joined(const std::vector<std::string>& texts) {
  std::string all;
  for (const auto& text : texts) {
    all += (all.empty() ? "" : "；") + text;
  }
  return all;
}

std::vector<std::string> targets_of(const LibraryIndicator& indicator) {
  std::vector<std::string> targets;
  std::ranges::transform(indicator.targets, std::back_inserter(targets),
                         [](const LibraryTarget& target) { return to_string(target); });
  return targets;
}

/// `say` gives the word shown for a word of the packs.
Cells cells(const LibraryIndicator& indicator, const auto& say) {
  return {indicator.code,
          indicator.name,
          joined(indicator.aliases),
          indicator.sector,
          say("role", word(indicator.role)),
          indicator.measured.filed,
          say("direction", word(indicator.direction)),
          say("flag", indicator.bounded ? "true" : "false"),
          say("flag", indicator.common ? "true" : "false"),
          indicator.meaning,
          indicator.formula,
          indicator.source,
          indicator.evidence,
          indicator.method,
          say("scoring", word(indicator.scoring)),
          joined(targets_of(indicator)),
          indicator.agency,
          say("flag", indicator.retired ? "true" : "false"),
          joined(indicator.learned)};
}

void put_heads(Workbook& workbook, lxw_worksheet* sheet, const auto& say) {
  for (unsigned column = 0; column < kColumns.size(); ++column) {
    worksheet_set_column(sheet, static_cast<lxw_col_t>(column), static_cast<lxw_col_t>(column),
                         kColumns.at(column).width, nullptr);
    workbook.text(sheet, 0, column, say("column", kColumns.at(column).name),
                  {.bold = true, .border = true, .wrap = true, .centre = true});
  }
}

void put_row(Workbook& workbook, lxw_worksheet* sheet, unsigned line, const Cells& values) {
  std::size_t lines = 1;
  for (unsigned column = 0; column < values.size(); ++column) {
    lines = std::max(lines, wrapped_lines(values.at(column), kColumns.at(column).width));
    workbook.text(sheet, line, column, values.at(column), {.border = true, .wrap = true});
  }
  worksheet_set_row(sheet, line, row_height(lines, 10), nullptr);
}

}  // namespace

std::string library_csv(std::span<const LibraryIndicator> library) {
  const auto as_written = [](std::string_view, std::string_view word) { return std::string(word); };
  Cells heads;
  std::ranges::transform(kColumns, heads.begin(),
                         [](const ListColumn& column) { return std::string(column.name); });
  auto text = csv_line(std::span<const std::string>(heads));
  for (const auto& indicator : library) {
    const auto values = cells(indicator, as_written);
    text += csv_line(std::span<const std::string>(values));
  }
  return text;
}

std::string library_json(std::span<const LibraryIndicator> library) {
  Json json{{"indicators", Json::array()}};
  for (const auto& indicator : library) {
    json["indicators"].push_back({{"code", indicator.code},
                                  {"name", indicator.name},
                                  {"aliases", indicator.aliases},
                                  {"sector", indicator.sector},
                                  {"role", word(indicator.role)},
                                  {"measure", indicator.measured.filed},
                                  {"direction", word(indicator.direction)},
                                  {"bounded", indicator.bounded},
                                  {"common", indicator.common},
                                  {"meaning", indicator.meaning},
                                  {"formula", indicator.formula},
                                  {"source", indicator.source},
                                  {"evidence", indicator.evidence},
                                  {"method", indicator.method},
                                  {"scoring", word(indicator.scoring)},
                                  {"targets", targets_of(indicator)},
                                  {"agency", indicator.agency},
                                  {"retired", indicator.retired},
                                  {"learned", indicator.learned}});
  }
  return json.dump(1, ' ', false, Json::error_handler_t::replace) + "\n";
}

Result<std::string> library_xlsx(std::span<const LibraryIndicator> library,
                                 const packs::Catalogue& catalogue, packs::Language language) {
  const auto say = [&](std::string_view kind, std::string_view word) {
    return catalogue.render(language,
                            {"report.library_" + std::string(kind) + "_" + std::string(word)});
  };
  const auto title = catalogue.render(language, {"report.library"});
  JH_TRY(auto workbook, Workbook::make(title));
  auto* sheet = workbook.add_sheet(title);
  put_heads(workbook, sheet, say);
  unsigned line = 0;
  for (const auto& indicator : library) {
    put_row(workbook, sheet, ++line, cells(indicator, say));
  }
  worksheet_freeze_panes(sheet, 1, 2);
  worksheet_autofilter(sheet, 0, 0, line, static_cast<lxw_col_t>(kColumns.size() - 1));
  constexpr std::uint8_t kA3 = 8;  // nineteen columns; on A4 nobody could read them
  worksheet_set_paper(sheet, kA3);
  worksheet_set_landscape(sheet);
  worksheet_fit_to_pages(sheet, 1, 0);
  worksheet_repeat_rows(sheet, 0, 0);
  return workbook.bytes();
}

}  // namespace jiheng::report
