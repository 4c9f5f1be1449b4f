// A reader process whose documents say how it should misbehave.
#include <fcntl.h>
#include <poll.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <functional>
#include <map>
#include <new>
#include <string>
#include <vector>

#include "app/isolated/channel.h"
#include "app/isolated/reader_main.h"
#include "document/wire.h"

namespace {

using jiheng::Result;
using jiheng::app::AnswerHead;
using jiheng::app::Part;
using jiheng::document::Content;
using jiheng::document::PageSizes;
using jiheng::document::Picture;
using jiheng::document::RowPart;

Content saying(const std::string& text) {
  return {.sheets = {{.name = text}}};
}

/// Past the loop that answers.
void write_raw(const void* bytes, std::size_t size) {
  send(0, bytes, size, MSG_NOSIGNAL);
}

void write_answer(std::uint64_t claimed, const std::string& bytes, Part part = Part::last) {
  const AnswerHead head{.size = claimed, .part = part};
  write_raw(&head, sizeof(head));
  write_raw(bytes.data(), bytes.size());
}

[[noreturn]] void wait_for_ever() {
  while (true) {
    poll(nullptr, 0, 1000);
  }
}

Content grow() {
  std::vector<std::string> kept;
  while (true) {
    kept.emplace_back(std::size_t{1} << 20U, 'x');
  }
}

/// As a library does that never looks at what it was given.
Content grow_and_crash() {
  constexpr std::size_t kBlock = std::size_t{1} << 20U;
  while (true) {
    auto* const block = static_cast<volatile char*>(std::malloc(kBlock));
    for (std::size_t i = 0; i < kBlock; i += 512) {
      block[i] = 'x';
    }
  }
}

Content leak() {
  static std::string kept;
  kept.assign(std::size_t{100} << 20U, 'x');
  return saying("");
}

Content drip() {
  write_answer(std::uint64_t{1} << 20U, "");
  while (true) {
    write_raw("x", 1);
    poll(nullptr, 0, 1);
  }
}

/// A row that goes before the content.
Content saying_with_rows(const std::string& text) {
  const auto bytes = jiheng::document::to_wire<RowPart>(RowPart{{{.place = {}, .cells = {{}}}}});
  write_answer(bytes.size(), bytes, Part::rows);
  return saying(text);
}

Content answer_twice() {
  const auto bytes = jiheng::document::to_wire(saying("too early"));
  write_answer(bytes.size(), bytes);
  return saying("too late");
}

std::string tried(const std::string& name, bool worked) {
  return name + (worked ? " worked\n" : errno == EPERM ? " EPERM\n" : " failed\n");
}

/// What is beyond reach, one line each.
Content try_calls() {
  std::string said;
  said += tried("open", open("/dev/null", O_RDONLY) >= 0);
  said += tried("socket", socket(AF_INET, SOCK_STREAM, 0) >= 0);
  said += tried("fork", fork() >= 0);
  said += tried("exec", execl("/bin/true", "true", nullptr) == 0);
  said += tried("kill", kill(getppid(), 0) == 0);
  said += tried("executable memory", mmap(nullptr, 4096, PROT_READ | PROT_EXEC,
                                          MAP_PRIVATE | MAP_ANONYMOUS, -1, 0) != MAP_FAILED);
  return saying(said);
}

/// The numbers of its open files, and whether it has an environment.
Content show_belongings() {
  std::string said;
  for (int number = 0; number < 1024; ++number) {
    if (poll(nullptr, 0, 0) == 0 && fcntl(number, F_GETFD) >= 0) {
      said += std::to_string(number) + " ";
    }
  }
  return saying(said + (environ == nullptr || *environ == nullptr ? "bare" : *environ));
}

const std::map<std::string, std::function<Content()>, std::less<>>& deeds() {
  static const std::map<std::string, std::function<Content()>, std::less<>> kDeeds{
      {"exit", []() -> Content { _exit(0); }},
      {"crash", []() -> Content { __builtin_trap(); }},
      {"wait", []() -> Content { wait_for_ever(); }},
      {"spin",
       []() -> Content {
         while (true) {
           poll(nullptr, 0, 0);
         }
       }},
      {"throw", []() -> Content { throw std::bad_alloc(); }},
      {"leak", leak},
      {"grow", grow},
      {"grow and crash", grow_and_crash},
      {"garbage",
       []() -> Content {
         write_answer(7, "garbage");
         wait_for_ever();
       }},
      {"flood",
       []() -> Content {
         write_answer(std::uint64_t{1} << 40U, "x");
         wait_for_ever();
       }},
      {"drip", drip},
      {"rows", [] { return saying_with_rows("with rows"); }},
      {"rows and crash",
       []() -> Content {
         static_cast<void>(saying_with_rows(""));
         std::abort();
       }},
      {"rows of nothing",
       [] {
         static_cast<void>(saying_with_rows(""));
         return Content{};
       }},
      {"twice", answer_twice},
      {"process", [] { return saying(std::to_string(getpid())); }},
      {"calls", try_calls},
      {"belongings", show_belongings},
  };
  return kDeeds;
}

Result<Content> misbehave(std::string_view bytes, const jiheng::document::Limits& limits,
                          jiheng::document::RowTaker* /*taker*/ = nullptr) {
  if (const auto deed = deeds().find(bytes); deed != deeds().end()) {
    return deed->second();
  }
  if (bytes == "limits") {
    return saying(std::to_string(limits.pages));
  }
  return bytes == "refuse" ? jiheng::fail(jiheng::ErrorCode::invalid_input, {"refused"}, "p3")
                           : Result<Content>(saying(std::to_string(bytes.size())));
}

/// One page as wide as the document is long.
Result<PageSizes> measure(std::string_view bytes, int from, int limit) {
  JH_TRY_DO(misbehave(bytes, {}));
  return PageSizes{.total = from + limit, .pages = {{from, static_cast<int>(bytes.size()), limit}}};
}

/// Bytes that are no text.
Result<Picture> paint(std::string_view bytes, int number, int width) {
  JH_TRY_DO(misbehave(bytes, {}));
  return Picture{"\xFF" + std::to_string(number) + "@" + std::to_string(width)};
}

}  // namespace

int main() {
  return jiheng::app::run_reader("", misbehave, {.sizes = measure, .picture = paint});
}
