#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <memory>
#include <string>

#include "app/database.h"
#include "app/filing.h"
#include "app/office_library.h"

namespace jiheng::app {

/// An office with an empty database in memory, the region of which is named by the workspace.
class OfficeTest : public testing::Test {
 protected:
  /// An entry that makes sense.
  static LibraryDraft dragon_boats(const std::string& code = "") {
    LibraryDraft draft;
    draft.data = {.code = code,
                  .name = "龙舟彩绘片数",
                  .aliases = {"彩绘片数"},
                  .sector = "文化和旅游",
                  .role = "quantity",
                  .measure = "片",
                  .direction = "more",
                  .scoring = "proportion",
                  .targets = {"≥ 20 片"}};
    return draft;
  }

  [[nodiscard]] Result<std::string> add(const LibraryDraft& draft) const {
    return keep_entry(workspace_, {.draft = draft});
  }

  /// Edits an entry as it stands.
  template <typename Change>
  [[nodiscard]] Result<std::string> change(const std::string& code, Change change_it) const {
    const auto entry = library_entry(workspace_, code)->entry;
    LibraryEdit edit{.draft = draft_of(entry.indicator), .seen = entry.version};
    change_it(edit.draft);
    return keep_entry(workspace_, edit);
  }

  [[nodiscard]] LibraryEntry entry(const std::string& code) const {
    const auto library = office_library(workspace_);
    EXPECT_TRUE(library);
    const auto* found = library->find(code);
    EXPECT_NE(found, nullptr) << code;
    return found == nullptr ? LibraryEntry{} : *found;
  }

  void file(const std::string& name, const std::string& rows, int year = 2022) const {
    const auto report = import_document(
        workspace_,
        {.name = name,
         .bytes = "单位名称,项目名称,一级指标,二级指标,三级指标,计算符号,指标值,计量单位\n" + rows,
         .year = year});
    ASSERT_TRUE(report) << report.error().message.key;
  }

  std::unique_ptr<Database> database_{
      Database::open(
          {.url = "sqlite::memory:", .library = packs::load_builtin().value(), .migrate = true})
          .value()};
  Workspace workspace_{[this] {
    auto workspace = database_->workspace();
    workspace.region = "330400000";
    return workspace;
  }()};
};

}  // namespace jiheng::app
