#include "store/monitoring_said.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "domain/correction.h"
#include "store/monitoring_state.h"
#include "store/query.h"
#include "store/said.h"
#include "store/writing.h"

namespace jiheng::store {
namespace {

constexpr SaidTable kCurves{"monitoring_curve", "curve_id"};
constexpr SaidTable kOpinions{"monitoring_opinion", "opinion_id"};

constexpr std::string_view kLivingCurve =
    "SELECT curve_id FROM monitoring_curve WHERE region_code = ? AND project_id = ? AND "
    "living = 1 AND indicator_id = ?";
constexpr std::string_view kSelectCurves =
    "SELECT indicator_id, project_id, shape, points, author, made_at FROM monitoring_curve "
    "WHERE region_code = ? AND living = 1";
constexpr std::string_view kInsertCurve =
    "INSERT INTO monitoring_curve (region_code, curve_id, project_id, indicator_id, shape, points, "
    "author, made_at, living) VALUES (?, ?, ?, ?, ?, ?, ?, ?, 1)";
constexpr std::string_view kSelectOpinions =
    "SELECT opinion_id, indicator_id, month, possibility, reasons, words, measure, expected, note, "
    "project_id, author, made_at FROM monitoring_opinion WHERE region_code = ? AND living = 1";
constexpr std::string_view kInsertOpinion =
    "INSERT INTO monitoring_opinion (region_code, opinion_id, project_id, indicator_id, month, "
    "possibility, reasons, words, measure, expected, note, author, made_at, living) "
    "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1)";

std::string lines_of(const std::vector<std::string>& texts) {
  std::string lines;
  for (const auto& text : texts) {
    lines.append(lines.empty() ? "" : "\n").append(text);
  }
  return lines;
}

std::vector<std::string> texts_of(std::string_view lines) {
  std::vector<std::string> texts;
  for (const auto line : split(lines, '\n')) {
    if (!line.empty()) {
      texts.emplace_back(line);
    }
  }
  return texts;
}

/// A curve that was kept was read by `make_curve` before; one that no longer reads is straight.
packs::Curve read_curve(std::string_view shape, std::string_view points) {
  const auto known = packs::curve_shape_from_word(shape);
  return known ? packs::make_curve(*known, texts_of(points)).value_or(packs::Curve{})
               : packs::Curve{};
}

StoredOpinion read_opinion(const sql::Statement& row) {
  return {.opinion = {.indicator_id = row.integer(1),
                      .month = static_cast<int>(row.integer(2)),
                      .possibility = std::string(row.text(3)),
                      .reasons = texts_of(row.text(4)),
                      .words = std::string(row.text(5)),
                      .measure = std::string(row.text(6)),
                      .expected = std::string(row.text(7)),
                      .note = std::string(row.text(8))},
          .project_id = row.integer(9),
          .author = std::string(row.text(10)),
          .at_ms = row.integer(11)};
}

Result<void> insert_opinion(sql::Connection& connection, std::string_view region,
                            const StoredOpinion& stored, std::int64_t id) {
  const auto& said = stored.opinion;
  const auto reasons = lines_of(said.reasons);
  JH_TRY_DO(connection.execute(
      kInsertOpinion,
      {region, id, stored.project_id, said.indicator_id, std::int64_t{said.month}, said.possibility,
       reasons, said.words, said.measure, said.expected, said.note, stored.author, stored.at_ms}));
  return {};
}

}  // namespace

Result<void> Curves::set(std::string_view region, std::int64_t indicator_id,
                         const std::optional<packs::Curve>& curve, std::string_view author) {
  JH_TRY(auto writing, Writing::begin(parts_.pool, region));
  const auto now = parts_.clock.now_ms();
  JH_TRY(const auto project, project_of(*writing, region, indicator_id, 1));
  JH_TRY(const auto before, (*writing).number(kLivingCurve, {region, project, indicator_id}));
  if (before != 0) {
    const auto ended = curve ? CorrectionEnd::replaced : CorrectionEnd::taken_back;
    JH_TRY_DO(end_said(*writing, kCurves, {region, before, word(ended), author, now}));
  }
  if (curve) {
    const auto points = lines_of(packs::points_of(*curve));
    JH_TRY_DO((*writing).execute(kInsertCurve, {region, parts_.ids.next(), project, indicator_id,
                                                packs::word(curve->shape), points, author, now}));
  }
  JH_TRY_DO(forget_monitoring(*writing, region, std::array{project}));
  return writing.commit();
}

Result<std::vector<StoredCurve>> Curves::of_projects(std::string_view region,
                                                     const std::vector<std::int64_t>& project_ids) {
  std::vector<StoredCurve> curves;
  if (project_ids.empty()) {
    return curves;
  }
  JH_TRY(const auto lease, parts_.pool.lease());
  Query query(kSelectCurves);
  query.add("", region).add_in(" AND project_id IN", project_ids).add(" ORDER BY indicator_id");
  JH_TRY(const auto found, query.run(*lease));
  JH_TRY_DO(for_each_row(*found, [&](const sql::Statement& row) {
    curves.push_back({.indicator_id = row.integer(0),
                      .project_id = row.integer(1),
                      .curve = read_curve(row.text(2), row.text(3)),
                      .author = std::string(row.text(4)),
                      .at_ms = row.integer(5)});
  }));
  return curves;
}

Result<void> Opinions::give(std::string_view region, const Opinion& opinion,
                            std::string_view author) {
  JH_TRY(auto writing, Writing::begin(parts_.pool, region));
  const auto now = parts_.clock.now_ms();
  JH_TRY(const auto project, project_of(*writing, region, opinion.indicator_id, 1));
  Query query(kSelectOpinions);
  query.add("", region).add(" AND project_id = ?", project);
  query.add(" AND month = ?", std::int64_t{opinion.month});
  query.add(" AND indicator_id = ?", opinion.indicator_id);
  JH_TRY(const auto found, query.run(*writing));
  JH_TRY(const bool exists, found->next());
  if (exists) {
    if (read_opinion(*found).opinion == opinion) {
      return {};
    }
    const auto before = found->integer(0);
    JH_TRY_DO(end_said(*writing, kOpinions,
                       {region, before, word(CorrectionEnd::replaced), author, now}));
  }
  JH_TRY_DO(insert_opinion(
      *writing, region,
      {.opinion = opinion, .project_id = project, .author = std::string(author), .at_ms = now},
      parts_.ids.next()));
  return writing.commit();
}

Result<std::vector<StoredOpinion>> Opinions::of_project(std::string_view region,
                                                        std::int64_t project_id, int month) {
  JH_TRY(const auto lease, parts_.pool.lease());
  Query query(kSelectOpinions);
  query.add("", region).add(" AND project_id = ?", project_id);
  query.add(" AND month = ?", std::int64_t{month}).add(" ORDER BY indicator_id");
  JH_TRY(const auto found, query.run(*lease));
  std::vector<StoredOpinion> opinions;
  JH_TRY_DO(for_each_row(
      *found, [&](const sql::Statement& row) { opinions.push_back(read_opinion(row)); }));
  return opinions;
}

}  // namespace jiheng::store
