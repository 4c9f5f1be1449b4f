#pragma once

#include <memory>
#include <optional>
#include <string>

#include "app/readers.h"
#include "app/workspace.h"
#include "base/clock.h"
#include "base/ids.h"
#include "document/pdf/page_picture.h"

namespace jiheng::app {

/// A database opened with what judging needs, ready for the use cases.
class Database {
 public:
  /// How to open it.
  struct Options {
    std::string url;                  // "sqlite:FILE", "postgresql://…"
    packs::Library library;           // the packs to judge by
    std::string pack{};               // id of the rule pack; "" is the default one
    bool migrate{};                   // bring the schema up to date first
    Readers readers{readers_here()};  // of documents
    document::PagePainter painter{};  // of their pages
  };

  /// Errors  unavailable when the database cannot be opened or, without `migrate`, its schema is
  ///         not this program's; not_found for an unknown pack.
  [[nodiscard]] static Result<std::unique_ptr<Database>> open(Options options);

  [[nodiscard]] const Workspace& workspace() const {
    return *workspace_;
  }

  [[nodiscard]] const std::string& url() const {
    return url_;
  }

  /// How many migrations opening it applied.
  [[nodiscard]] std::size_t migrations() const {
    return migrations_;
  }

  /// What `db check` finds wrong; empty when all is well.
  [[nodiscard]] Result<std::vector<Text>> check() const;

 private:
  explicit Database(Options options)
      : url_(std::move(options.url)), library_(std::move(options.library)) {}

  std::string url_;
  std::size_t migrations_{};
  SystemClock clock_{};
  IdMaker ids_{clock_};
  packs::Library library_;
  std::optional<Vocabulary> vocabulary_{};
  packs::RulePack pack_{};
  std::unique_ptr<store::Store> store_{};
  std::optional<Workspace> workspace_{};
};

}  // namespace jiheng::app
