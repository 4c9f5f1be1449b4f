#include "app/journal_entry.h"

#include <array>
#include <charconv>

namespace jiheng::app {
namespace {

constexpr std::array kCounts{&Summary::documents,  &Summary::pages,    &Summary::tables,
                             &Summary::indicators, &Summary::repeated, &Summary::doubtful,
                             &Summary::unread};

/// Puts fields behind each other.
class Putting {
 public:
  void text(std::string_view text) {
    head_of(text.size());
    bytes_ += text;
  }

  /// Of a text that follows elsewhere.
  void head_of(std::size_t size) {
    bytes_ += std::to_string(size) + ":";
  }

  void count(std::size_t number) {
    text(std::to_string(number));
  }

  [[nodiscard]] std::string take() {
    return std::move(bytes_);
  }

 private:
  std::string bytes_{};
};

/// Takes them from the front. Once something is wrong everything further reads as zero and empty.
class Taking {
 public:
  explicit Taking(std::string_view bytes) : left_(bytes) {}

  std::string text() {
    const auto colon = left_.find(':');
    const auto size = number(left_.substr(0, colon));
    if (colon == std::string_view::npos || !size || *size > left_.size() - colon - 1) {
      return fail();
    }
    std::string text(left_.substr(colon + 1, *size));
    left_.remove_prefix(colon + 1 + *size);
    return text;
  }

  std::size_t count() {
    const auto counted = number(text());
    if (!counted) {
      fail();
    }
    return counted.value_or(0);
  }

  /// Everything was there and nothing is left.
  [[nodiscard]] bool complete() const {
    return !failed_ && left_.empty();
  }

  [[nodiscard]] bool failed() const {
    return failed_;
  }

 private:
  static std::optional<std::size_t> number(std::string_view digits) {
    std::size_t value = 0;
    const auto* end = digits.data() + digits.size();
    const auto [stopped, error] = std::from_chars(digits.data(), end, value);
    return error == std::errc() && stopped == end ? std::optional(value) : std::nullopt;
  }

  std::string fail() {
    failed_ = true;
    left_ = {};
    return {};
  }

  std::string_view left_;
  bool failed_{};
};

void put_summary(Putting& to, const Summary& summary) {
  for (const auto counted : kCounts) {
    to.count(summary.*counted);
  }
  to.count(summary.repairs.size());
  for (const auto& [repair, rows] : summary.repairs) {
    to.count(static_cast<std::size_t>(repair));
    to.count(rows);
  }
  to.count(summary.agencies.size());
  for (const auto& agency : summary.agencies) {
    to.text(agency);
  }
  to.count(summary.projects.size());
  for (const auto& [agency, project] : summary.projects) {
    to.text(agency);
    to.text(project);
  }
}

Summary take_summary(Taking& from) {
  Summary summary;
  for (const auto counted : kCounts) {
    summary.*counted = from.count();
  }
  for (auto left = from.count(); left > 0 && !from.failed(); --left) {
    const auto repair = static_cast<Repair>(from.count());
    summary.repairs[repair] = from.count();
  }
  for (auto left = from.count(); left > 0 && !from.failed(); --left) {
    summary.agencies.insert(from.text());
  }
  for (auto left = from.count(); left > 0 && !from.failed(); --left) {
    auto agency = from.text();
    summary.projects.emplace(std::move(agency), from.text());
  }
  return summary;
}

}  // namespace

Result<void> put_bytes(const JournalEntry& entry,
                       const std::function<Result<void>(std::string_view)>& put) {
  Putting front;
  front.text(entry.source);
  front.text(entry.hash);
  front.text(entry.report);
  put_summary(front, entry.summary);
  front.text(entry.rows.forms);
  front.head_of(entry.rows.indicators.size());
  JH_TRY_DO(put(front.take()));
  return entry.rows.indicators.each_part(put);
}

std::optional<JournalEntry> entry_from_bytes(std::string_view bytes) {
  Taking from(bytes);
  JournalEntry entry;
  entry.source = from.text();
  entry.hash = from.text();
  entry.report = from.text();
  entry.summary = take_summary(from);
  entry.rows.forms = from.text();
  entry.rows.indicators = LongText(from.text());
  return from.complete() ? std::optional(std::move(entry)) : std::nullopt;
}

}  // namespace jiheng::app
