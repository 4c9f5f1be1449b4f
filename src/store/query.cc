#include "store/query.h"

namespace jiheng::store {

Query& Query::add_in(std::string_view piece, const std::vector<std::int64_t>& ids) {
  add(piece).add(" (");
  for (std::size_t i = 0; i < ids.size(); ++i) {
    add(i == 0 ? "?" : ", ?", ids[i]);
  }
  return add(")");
}

Query& Query::add_in(std::string_view piece, const std::vector<std::string>& texts) {
  add(piece).add(" (");
  for (std::size_t i = 0; i < texts.size(); ++i) {
    add(i == 0 ? "?" : ", ?", texts[i]);
  }
  return add(")");
}

Result<std::unique_ptr<sql::Statement>> Query::run(sql::Connection& connection) const {
  JH_TRY(auto statement, connection.prepare(sql_));
  JH_TRY_DO(statement->run(std::span<const sql::Value>(values_)));
  return statement;
}

}  // namespace jiheng::store
