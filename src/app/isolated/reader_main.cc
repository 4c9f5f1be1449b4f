#include "app/isolated/reader_main.h"

#include <sys/prctl.h>

#include <csignal>
#include <fstream>
#include <new>

#include "app/isolated/channel.h"
#include "app/isolated/confine.h"
#include "document/readers.h"
#include "document/wire.h"

namespace jiheng::app {
namespace {

using document::Content;

/// All that needs the system, before it is given up.
Result<void> settle() {
  // The program that reads on the terminal decides what an interrupt means.
  std::signal(SIGINT, SIG_IGN);
  prctl(PR_SET_PDEATHSIG, SIGKILL);
  if (kConfined) {
    // A crash handler would keep the document.
    prctl(PR_SET_DUMPABLE, 0);
  }
  // Where the whole machine runs out of memory, this process goes before the server does.
  std::ofstream("/proc/self/oom_score_adj") << "1000";
  return give_up_calls();
}

/// What reading gives, in wire form.
std::string read(const document::ContentReader& reader, std::string_view bytes,
                 const document::Limits& limits) {
  try {
    return document::to_wire(reader(bytes, limits));
  } catch (const std::bad_alloc&) {
    return document::to_wire(fail(ErrorCode::invalid_input, {"document.too_much_memory"}));
  }
}

bool answer(const Channel& channel, const std::string& bytes) {
  return send_head(channel, AnswerHead{.size = bytes.size()}) == Channel::Outcome::done &&
         channel.send(bytes) == Channel::Outcome::done;
}

/// One document; false when nobody is there any more.
bool read_one(const Channel& channel, const document::ContentReader& reader) {
  RequestHead head;
  std::string bytes;
  if (receive_head(channel, head) != Channel::Outcome::done ||
      channel.receive(bytes, head.size) != Channel::Outcome::done) {
    return false;
  }
  const auto said = read(reader, bytes, head.limits);
  // Given back before the answer: afterwards the other side looks at what is kept.
  std::string().swap(bytes);
  return answer(channel, said);
}

}  // namespace

int run_reader(const document::ContentReader& reader) {
  const Channel channel(0);
  const auto settled = settle();
  bool open = answer(channel, document::to_wire(settled.map([] { return Content{}; })));
  while (open && settled) {
    open = read_one(channel, reader);
  }
  return 0;
}

}  // namespace jiheng::app
