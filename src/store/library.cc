#include "store/library.h"

#include <algorithm>

#include "base/text.h"
#include "store/query.h"
#include "store/row_text.h"
#include "store/store.h"
#include "store/writing.h"

namespace jiheng::store {
namespace {

constexpr std::string_view kSelect =
    "SELECT code, version, retired, name, aliases, sector, agency, role, measured, direction, "
    "bounded, common, meaning, formula, source, evidence, method, scoring, targets, "
    "document_name, author, made_at FROM library_version WHERE region_code = ?";
constexpr std::string_view kNewest =
    "SELECT COALESCE(MAX(version), 0) FROM library_version WHERE region_code = ? AND code = ?";
constexpr std::string_view kNoLongerCurrent =
    "UPDATE library_version SET is_current = 0 "
    "WHERE region_code = ? AND code = ? AND is_current = 1";
constexpr std::string_view kInsert =
    "INSERT INTO library_version (region_code, code, version, is_current, retired, name, aliases, "
    "sector, agency, role, measured, direction, bounded, common, meaning, formula, source, "
    "evidence, method, scoring, targets, document_name, author, made_at) "
    "VALUES (?, ?, ?, 1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

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

std::string lines_of(const std::vector<LibraryTarget>& targets) {
  std::vector<std::string> texts;
  std::ranges::transform(targets, std::back_inserter(texts),
                         [](const LibraryTarget& target) { return to_string(target); });
  return lines_of(texts);
}

std::vector<LibraryTarget> targets_of(std::string_view lines) {
  std::vector<LibraryTarget> targets;
  for (const auto& text : texts_of(lines)) {
    if (auto target = library_target(text)) {
      targets.push_back(*std::move(target));
    }
  }
  return targets;
}

LibraryVersion read_version(const sql::Statement& row) {
  const auto text = [&](int column) { return std::string(row.text(column)); };
  return {.indicator = {.code = text(0),
                        .name = text(3),
                        .aliases = texts_of(row.text(4)),
                        .sector = text(5),
                        .role = category_role_from_word(row.text(7)).value_or(CategoryRole::other),
                        .measured = measure(row.text(8)),
                        .direction = direction_from_word(row.text(9)).value_or(Direction::words),
                        .bounded = row.integer(10) != 0,
                        .common = row.integer(11) != 0,
                        .meaning = text(12),
                        .formula = text(13),
                        .source = text(14),
                        .evidence = text(15),
                        .method = text(16),
                        .scoring =
                            scoring_method_from_word(row.text(17)).value_or(ScoringMethod::direct),
                        .targets = targets_of(row.text(18)),
                        .agency = text(6),
                        .retired = row.integer(2) != 0},
          .version = row.integer(1),
          .document_name = text(19),
          .author = text(20),
          .at_ms = row.integer(21)};
}

Result<std::vector<LibraryVersion>> versions(sql::Connection& connection, const Query& query) {
  JH_TRY(const auto found, query.run(connection));
  std::vector<LibraryVersion> all;
  JH_TRY_DO(
      for_each_row(*found, [&](const sql::Statement& row) { all.push_back(read_version(row)); }));
  return all;
}

/// An indicator in words has no measure, and no text for it.
std::string measure_text(const Measure& measured) {
  return measured == Measure{} ? std::string() : encode(measured);
}

Result<void> insert(sql::Connection& connection, std::string_view region,
                    const NewLibraryVersion& entry, std::int64_t now_ms) {
  const auto& is = entry.indicator;
  JH_TRY(const auto newest, connection.number(kNewest, {region, is.code}));
  if (newest != entry.seen) {
    return fail(ErrorCode::conflict, {"store.entry_changed_meanwhile", {is.code}}, is.code);
  }
  JH_TRY_DO(connection.execute(kNoLongerCurrent, {region, is.code}));
  const auto flag = [](bool value) { return std::int64_t{value ? 1 : 0}; };
  const auto aliases = lines_of(is.aliases);
  const auto targets = lines_of(is.targets);
  const auto measured = measure_text(is.measured);
  JH_TRY_DO(connection.execute(kInsert, {region,
                                         is.code,
                                         newest + 1,
                                         flag(is.retired),
                                         is.name,
                                         aliases,
                                         is.sector,
                                         is.agency,
                                         word(is.role),
                                         measured,
                                         word(is.direction),
                                         flag(is.bounded),
                                         flag(is.common),
                                         is.meaning,
                                         is.formula,
                                         is.source,
                                         is.evidence,
                                         is.method,
                                         word(is.scoring),
                                         targets,
                                         entry.document_name,
                                         entry.author,
                                         now_ms}));
  return {};
}

}  // namespace

Result<void> Store::keep_library_versions(std::string_view region,
                                          std::span<const NewLibraryVersion> entries) {
  JH_TRY(auto writing, Writing::begin(*pool_, region));
  for (const auto& entry : entries) {
    JH_TRY_DO(insert(*writing, region, entry, clock_.now_ms()));
  }
  return writing.commit();
}

Result<std::vector<LibraryVersion>> Store::library(std::string_view region) {
  JH_TRY(const auto lease, pool_->lease());
  Query query(kSelect);
  query.add("", region).add(" AND is_current = 1 ORDER BY code");
  return versions(*lease, query);
}

Result<std::vector<LibraryVersion>> Store::library_versions(std::string_view region,
                                                            std::string_view code) {
  JH_TRY(const auto lease, pool_->lease());
  Query query(kSelect);
  query.add("", region).add(" AND code = ?", code).add(" ORDER BY version DESC");
  return versions(*lease, query);
}

}  // namespace jiheng::store
