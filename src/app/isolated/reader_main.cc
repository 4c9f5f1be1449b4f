#include "app/isolated/reader_main.h"

#include <sys/prctl.h>

#include <csignal>
#include <fstream>
#include <new>
#include <utility>
#include <vector>

#include "app/isolated/channel.h"
#include "app/isolated/confine.h"
#include "document/readers.h"
#include "document/row_taker.h"
#include "document/scan/find_line_reader.h"
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

bool answer(const Channel& channel, const std::string& bytes, Part part = Part::last) {
  return send_head(channel, AnswerHead{.size = bytes.size(), .part = part}) ==
             Channel::Outcome::done &&
         channel.send(bytes) == Channel::Outcome::done;
}

/// Lets rows go while others are still being read. When nobody is there any more the answer, which
/// follows them, finds out too.
class RowSender : public document::RowTaker {
 public:
  explicit RowSender(const Channel& channel) : channel_(channel) {}

  void begin() override {}

  void take(std::vector<document::Row> rows) override {
    static_cast<void>(
        answer(channel_, document::to_wire<document::RowPart>(document::RowPart{std::move(rows)}),
               Part::rows));
  }

 private:
  const Channel& channel_;
};

/// What the bytes of one document give.
struct Fulfil {
  const document::ContentReader& reader;
  const document::PagePainter& painter;
  document::LineReader* line_reader;
  document::RowTaker* taker;
  std::string_view bytes{};

  [[nodiscard]] Result<Content> operator()(const ContentWish& wish) const {
    if (line_reader == nullptr || wish.scans == Scans::left) {
      return reader(bytes, wish.limits, taker);
    }
    return document::read_with_scans(
        bytes, wish.limits,
        {.reader = *line_reader, .all_pages = wish.scans == Scans::all_pages_read}, taker);
  }

  [[nodiscard]] Result<document::PageSizes> operator()(const SizesWish& wish) const {
    return painter.sizes(bytes, wish.from, wish.limit);
  }

  [[nodiscard]] Result<document::Picture> operator()(const PictureWish& wish) const {
    return painter.picture(bytes, wish.page, wish.width);
  }

  [[nodiscard]] Result<document::Members> operator()(const MembersWish& wish) const {
    return document::unpack(bytes, wish.limits);
  }
};

/// The same in wire form.
template <typename OneWish>
std::string wire_of(const Fulfil& fulfil, const OneWish& wish) {
  using Answer = typename OneWish::Answer;
  try {
    return document::to_wire<Answer>(fulfil(wish));
  } catch (const std::bad_alloc&) {
    return document::to_wire<Answer>(fail(ErrorCode::invalid_input, {"document.too_much_memory"}));
  }
}

/// One document; false when nobody is there any more.
bool serve_one(const Channel& channel, Fulfil fulfil) {
  RequestHead head;
  std::string bytes;
  if (receive_head(channel, head) != Channel::Outcome::done ||
      channel.receive(bytes, head.size) != Channel::Outcome::done) {
    return false;
  }
  fulfil.bytes = bytes;
  const auto said = std::visit([&](const auto& wish) { return wire_of(fulfil, wish); }, head.wish);
  // Given back before the answer: afterwards the other side looks at what is kept.
  std::string().swap(bytes);
  return answer(channel, said);
}

}  // namespace

int run_reader(const std::string& line_reader, const document::ContentReader& reader,
               const document::PagePainter& painter) {
  const Channel channel(0);
  RowSender sender(channel);
  using LoadedReader = Result<std::unique_ptr<document::LineReader>>;
  const auto loaded =
      line_reader.empty() ? LoadedReader() : document::load_line_reader(line_reader);
  const auto settled = loaded ? settle() : Result<void>(tl::unexpected(loaded.error()));
  bool open = answer(channel, document::to_wire(settled.map([] { return Content{}; })));
  while (open && settled) {
    open = serve_one(
        channel,
        {.reader = reader, .painter = painter, .line_reader = loaded->get(), .taker = &sender});
  }
  return 0;
}

}  // namespace jiheng::app
