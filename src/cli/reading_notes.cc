#include "cli/reading_notes.h"

#include <algorithm>
#include <array>
#include <ostream>
#include <string>
#include <string_view>

#include "cli/place_words.h"
#include "domain/place.h"

namespace jiheng::cli {
namespace {

/// More lines than this about one document hide those about the next.
constexpr std::size_t kMostLines = 20;

bool is_of_interest(const intake::RowNote& note) {
  return note.fate == intake::RowFate::unread || note.fate == intake::RowFate::doubtful;
}

bool says_unread(const Text& notice) {
  constexpr std::array<std::string_view, 5> kUnread{
      "pdf.scanned", "pdf.page_broken", "pdf.page_damaged", "pdf.cut_off", "html.cut_off"};
  return std::ranges::find(kUnread, notice.key) != kUnread.end();
}

}  // namespace

void print_notes(const Context& context, const app::Reading& reading) {
  const auto& report = reading.intake.report;
  std::size_t printed = 0;
  const auto line = [&](const Place& place, const std::string& said) {
    if (printed++ < kMostLines) {
      const auto where =
          place_words(to_string(place), context.library.catalogue, context.message_language);
      context.terminal.err << reading.source << (where.empty() ? "" : " ") << where << ": " << said
                           << "\n";
    }
  };
  for (const auto& notice : report.notices) {
    line(notice.place, context.say(notice.message));
  }
  for (const auto& note : report.notes) {
    if (is_of_interest(note)) {
      line(note.place, context.say(note.reason) + "  " + note.text);
    }
  }
  if (printed > kMostLines) {
    context.tell({"cli.more_notes", {std::to_string(printed - kMostLines)}});
  }
}

bool left_unread(const app::Reading& reading) {
  return std::ranges::any_of(reading.intake.report.notices,
                             [](const auto& notice) { return says_unread(notice.message); });
}

bool left_unread(const app::ImportReport& report) {
  return std::ranges::any_of(report.notices,
                             [](const auto& notice) { return says_unread(notice.message); });
}

}  // namespace jiheng::cli
