#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "app/browse.h"
#include "base/result.h"
#include "http/message.h"

// Query parameters with their types. An empty value counts as none. Errors are invalid_input
// `http.parameter_missing` and `http.parameter_wrong`, with the parameter's name as where.
namespace jiheng::http {

/// "" when there is none.
[[nodiscard]] std::string text_parameter(const Request& request, std::string_view name);

struct Bounds {
  std::int64_t least{};
  std::int64_t most{};
};

[[nodiscard]] Result<std::optional<std::int64_t>> number_parameter(const Request& request,
                                                                   std::string_view name,
                                                                   Bounds bounds);
[[nodiscard]] Result<std::optional<bool>> flag_parameter(const Request& request,
                                                         std::string_view name);
/// The index of the parameter's word among `words`; `fallback` when there is none.
[[nodiscard]] Result<std::size_t> choice_parameter(const Request& request, std::string_view name,
                                                   std::span<const std::string_view> words,
                                                   std::size_t fallback = 0);

/// 1990 … 2100; `year` is required, `optional_year` gives 0 for none.
[[nodiscard]] Result<int> year_parameter(const Request& request);
[[nodiscard]] Result<int> optional_year_parameter(const Request& request);
/// Items on a page: 1 … 200, 50 when none is asked for.
[[nodiscard]] Result<std::int64_t> limit_parameter(const Request& request);

[[nodiscard]] Result<store::ProjectFilter> project_filter(const Request& request);
[[nodiscard]] Result<store::IndicatorFilter> indicator_filter(const Request& request);
/// With `sort` and `order`, without cursor and limit.
[[nodiscard]] Result<store::Stretch<store::ProjectSort>> project_order(const Request& request);
[[nodiscard]] Result<store::Stretch<store::IndicatorSort>> indicator_order(const Request& request);

}  // namespace jiheng::http
