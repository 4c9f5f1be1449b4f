#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace jiheng::intake {

// What the lines around a table say. All take folded text.

/// 11 of "表11", "附表 11", "表 11:".
[[nodiscard]] std::optional<int> form_number(std::string_view text);

/// "第 3 页", "- 3 -", "3/5", "第3页 共5页".
[[nodiscard]] bool is_page_number(std::string_view text);

/// A line that heads a table: short, without a stop, and ends in 表 or names a year's budget.
[[nodiscard]] bool looks_like_title(std::string_view text);

/// What a title says of where its document stands in the year.
///
/// Shape   `applied` 申报; `approved` 批复; `disclosed` 公开. 待批复 is not approved, 政务公开 and
///         公开招聘 are things a project is about.
struct TitleSays {
  bool applied{};
  bool approved{};
  bool disclosed{};
};

[[nodiscard]] TitleSays title_says(std::string_view text);

/// "注：…", "备注…", "说明…", "审核人：…", "评分办法：…": what stands under a table.
[[nodiscard]] bool is_note(std::string_view text);

/// The year a title is about: the four digits before 年.
[[nodiscard]] std::optional<int> year_in(std::string_view text);

/// The year of a line that says nothing else, as forms print it under their title: (2023年度).
[[nodiscard]] std::optional<int> year_of_line(std::string_view text);

/// "单位名称：嘉兴市科学技术局" above a table that has no column for it.
struct Label {
  bool project{};
  std::string value;
};

[[nodiscard]] std::optional<Label> label_of(std::string_view text);

}  // namespace jiheng::intake
