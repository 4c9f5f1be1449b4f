// The pool against a reader that misbehaves on demand: a document that fails costs itself alone.
#include "app/isolated/reader_pool.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <csignal>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <thread>

#include "app/isolated/confine.h"
#include "document/row_taker.h"
#include "document/wire.h"
#include "made_pdf.h"
#include "zip_writer.h"

namespace jiheng::app {
namespace {

using namespace std::chrono_literals;

ReaderLimits misbehaving() {
  ReaderLimits limits;
  limits.program = JIHENG_MISBEHAVING_READER;
  return limits;
}

/// What the reader says, or the key and place of the error.
std::string said(ReaderPool& pool, std::string_view bytes) {
  const auto content = pool.read(bytes, {});
  return content ? content->sheets.at(0).name
                 : content.error().message.key + " " + content.error().where;
}

struct Deed {
  const char* test_name;
  const char* bytes;
  const char* error;
};

class MisbehavingReader : public testing::TestWithParam<Deed> {};

TEST_P(MisbehavingReader, CostsItsDocumentAlone) {
  ReaderPool pool(1, misbehaving());
  EXPECT_EQ(said(pool, "before"), "6");
  EXPECT_EQ(said(pool, GetParam().bytes), std::string(GetParam().error) + " ");
  EXPECT_EQ(said(pool, "behind it"), "9");
}

const auto name_of = [](const auto& tested) { return tested.param.test_name; };

INSTANTIATE_TEST_SUITE_P(
    All, MisbehavingReader,
    testing::Values(Deed{"Exits", "exit", "document.reader_crashed"},
                    Deed{"Crashes", "crash", "document.reader_crashed"},
                    Deed{"AnswersGarbage", "garbage", "document.reader_crashed"},
                    Deed{"AnswersTooMuch", "flood", "document.too_much_memory"},
                    Deed{"SaysThereIsNoMemory", "throw", "document.too_much_memory"}),
    name_of);

class EndlessReader : public testing::TestWithParam<Deed> {};

TEST_P(EndlessReader, IsGivenUp) {
  auto limits = misbehaving();
  limits.patience = 1s;
  ReaderPool pool(1, limits);
  EXPECT_EQ(said(pool, "before"), "6");
  const auto start = std::chrono::steady_clock::now();
  const auto content = pool.read(GetParam().bytes, {});
  EXPECT_LT(std::chrono::steady_clock::now() - start, 20s);
  ASSERT_FALSE(content);
  EXPECT_EQ(content.error().message, (Text{GetParam().error, {"1"}}));
  EXPECT_EQ(said(pool, "behind it"), "9");
}

INSTANTIATE_TEST_SUITE_P(All, EndlessReader,
                         testing::Values(Deed{"Waits", "wait", "document.too_long"},
                                         Deed{"Computes", "spin", "document.too_long"},
                                         Deed{"AnswersByteByByte", "drip", "document.too_long"}),
                         name_of);

TEST(ReaderPool, GivesWhatTheReaderSays) {
  ReaderPool pool(1, misbehaving());
  EXPECT_EQ(said(pool, "refuse"), "refused p3");
  EXPECT_EQ(said(pool, ""), "0");
  EXPECT_EQ(pool.read("limits", {.pages = 42})->sheets.at(0).name, "42");
}

TEST(ReaderPool, PaintsAsItReads) {
  ReaderPool pool(1, misbehaving());
  const auto process = said(pool, "process");
  const auto sizes = pool.sizes("123", 7, 2);
  ASSERT_TRUE(sizes);
  EXPECT_EQ(sizes->total, 9);
  ASSERT_EQ(sizes->pages.size(), 1U);
  EXPECT_EQ(sizes->pages[0].number, 7);
  EXPECT_EQ(sizes->pages[0].width, 3);
  EXPECT_EQ(sizes->pages[0].height, 2);
  EXPECT_EQ(pool.picture("123", 7, 1400)->png,
            "\xFF"
            "7@1400");
  EXPECT_EQ(pool.picture("refuse", 7, 1400).error().where, "p3");
  EXPECT_EQ(said(pool, "process"), process);
}

TEST_P(MisbehavingReader, CostsItsPictureAlone) {
  ReaderPool pool(1, misbehaving());
  const auto picture = pool.picture(GetParam().bytes, 1, 400);
  ASSERT_FALSE(picture);
  EXPECT_EQ(picture.error().message.key, GetParam().error);
  EXPECT_EQ(pool.sizes(GetParam().bytes, 1, 1).error().message.key, GetParam().error);
  EXPECT_TRUE(pool.picture("behind it", 1, 400));
}

/// Asks for something of the pool, and to stop as soon as that is under way.
std::string given_up(ReaderPool& pool, const char* bytes) {
  std::stop_source stop;
  std::jthread stopping([&] {
    std::this_thread::sleep_for(200ms);
    stop.request_stop();
  });
  const auto content = pool.read(bytes, {}, Scans::left, stop.get_token());
  return content ? "read" : content.error().message.key;
}

TEST(ReaderPool, GivesUpWhatIsNotWantedAnyMore) {
  ReaderPool pool(1, misbehaving());
  const auto process = said(pool, "process");
  const auto start = std::chrono::steady_clock::now();
  EXPECT_EQ(given_up(pool, "wait"), "document.given_up");
  EXPECT_LT(std::chrono::steady_clock::now() - start, 20s);
  // Its process went with it, and its turn is free.
  EXPECT_NE(kill(std::stoi(process), 0), 0);
  EXPECT_EQ(said(pool, "behind it"), "9");
}

TEST(ReaderPool, NobodyWaitsForATurnThatIsNotWantedAnyMore) {
  ReaderPool pool(1, misbehaving());
  EXPECT_EQ(said(pool, "before"), "6");
  std::stop_source stop;
  std::jthread reading(
      [&] { static_cast<void>(pool.read("wait", {}, Scans::left, stop.get_token())); });
  std::this_thread::sleep_for(100ms);
  EXPECT_EQ(given_up(pool, "behind it"), "document.given_up");
  stop.request_stop();
  reading.join();
  EXPECT_EQ(said(pool, "behind it"), "9");
}

TEST(ReaderPool, ReadsManyDocumentsInOneProcess) {
  ReaderPool pool(1, misbehaving());
  const auto first = said(pool, "process");
  EXPECT_EQ(said(pool, "refuse"), "refused p3");
  EXPECT_EQ(said(pool, "process"), first);
}

TEST(ReaderPool, ReplacesAProcessThatReadEnough) {
  auto limits = misbehaving();
  limits.documents = 2;
  ReaderPool pool(1, limits);
  const auto first = said(pool, "process");
  EXPECT_EQ(said(pool, "process"), first);
  EXPECT_NE(said(pool, "process"), first);
}

TEST(ReaderPool, ReplacesAProcessThatDiedOrSpokeOutOfTurn) {
  ReaderPool pool(1, misbehaving());
  const auto first = said(pool, "process");
  kill(std::stoi(first), SIGKILL);
  std::this_thread::sleep_for(100ms);
  EXPECT_NE(said(pool, "process"), first);
  EXPECT_EQ(said(pool, "twice"), "too early");
  std::this_thread::sleep_for(100ms);
  EXPECT_EQ(said(pool, "behind it"), "9");
}

TEST(ReaderPool, SaysThatAProcessWasKilledWhileItRead) {
  ReaderPool pool(1, misbehaving());
  const auto process = std::stoi(said(pool, "process"));
  const std::jthread killer([process] {
    std::this_thread::sleep_for(300ms);
    kill(process, SIGKILL);
  });
  EXPECT_EQ(said(pool, "wait"), "document.reader_crashed ");
  EXPECT_EQ(said(pool, "behind it"), "9");
}

// The kernel ends a child with the thread that started it: it must not be the reader's.
TEST(ReaderPool, KeepsAProcessBeyondTheThreadThatReadFirst) {
  ReaderPool pool(1, misbehaving());
  std::string first;
  std::thread([&] { first = said(pool, "process"); }).join();
  EXPECT_EQ(said(pool, "process"), first);
}

TEST(ReaderPool, ReadsAtOnceOnlyAsManyAsItMay) {
  ReaderPool pool(2, misbehaving());
  std::vector<std::string> processes(40);
  {
    std::vector<std::jthread> threads;
    for (std::size_t i = 0; i < 8; ++i) {
      threads.emplace_back([&, i] {
        for (auto at = i; at < processes.size(); at += 8) {
          processes[at] = said(pool, at % 10 == 7 ? "crash" : "process");
        }
      });
    }
  }
  std::size_t crashed = 0;
  for (const auto& one : processes) {
    crashed += one == "document.reader_crashed " ? 1 : 0;
    EXPECT_TRUE(one == "document.reader_crashed " || std::stoi(one) > 0);
  }
  EXPECT_EQ(crashed, 4U);
}

TEST(ReaderPool, SaysThatTheProgramDoesNotStart) {
  for (const char* program : {"/nonexistent/jiheng", "/bin/false"}) {
    ReaderLimits limits;
    limits.program = program;
    ReaderPool pool(1, limits);
    EXPECT_EQ(said(pool, "x"), "document.reader_not_started ") << program;
    EXPECT_EQ(said(pool, "x"), "document.reader_not_started ") << program;
  }
}

TEST(ReaderPool, StartsAProcessWithoutFilesAndEnvironment) {
  const std::ofstream inherited("/dev/null");
  setenv("JIHENG_SECRET", "x", 1);
  ReaderPool pool(1, misbehaving());
  // Sanitizers report on standard error; confined it cannot even ask which files are open.
  EXPECT_EQ(said(pool, "belongings"), kConfined ? "bare" : "0 1 2 bare");
  unsetenv("JIHENG_SECRET");
}

TEST(ReaderPool, ReadsAPdfAsThisProcessDoes) {
  const auto pdf = test::pdf_of_lines(3, 5);
  ReaderLimits limits;
  limits.program = JIHENG_PROGRAM;
  ReaderPool pool(1, limits);
  const auto there = pool.read(pdf, {});
  ASSERT_TRUE(there) << there.error().message.key;
  EXPECT_EQ(there->pages, 3U);
  EXPECT_EQ(document::to_wire(there), document::to_wire(document::read_content(pdf, {})));
}

/// Keeps what comes before the rest.
class Taker : public document::RowTaker {
 public:
  void begin() override {
    rows.clear();
  }

  void take(std::vector<document::Row> further) override {
    std::ranges::move(further, std::back_inserter(rows));
  }

  std::vector<document::Row> rows{};
};

TEST(ReaderPool, GivesRowsAsTheyAreRead) {
  const auto pdf = test::pdf_of_lines(60, 10);
  ReaderLimits limits;
  limits.program = JIHENG_PROGRAM;
  ReaderPool pool(1, limits);
  Taker taker;
  taker.rows.resize(3);  // of a reading before this one
  auto content = pool.read(pdf, {}, Scans::left, {}, &taker);
  ASSERT_TRUE(content) << content.error().message.key;
  EXPECT_EQ(taker.rows.size() + content->sheets.at(0).rows.size(), 600U);
  EXPECT_GE(taker.rows.size(), 2 * document::kRowsAtOnce);
  std::ranges::move(content->sheets[0].rows, std::back_inserter(taker.rows));
  content->sheets[0].rows = std::move(taker.rows);
  const auto wire = document::to_wire(content);
  EXPECT_EQ(wire, document::to_wire(document::read_content(pdf, {})));
  EXPECT_EQ(wire, document::to_wire(pool.read(pdf, {})));
}

TEST(ReaderPool, ForgetsRowsOfAReaderThatDiesBehindThem) {
  ReaderPool pool(1, misbehaving());
  Taker taker;
  const auto content = pool.read("rows and crash", {}, Scans::left, {}, &taker);
  ASSERT_FALSE(content);
  EXPECT_EQ(content.error().message.key, "document.reader_crashed");
  EXPECT_EQ(said(pool, "rows of nothing"), "document.reader_crashed ");
  EXPECT_EQ(said(pool, "rows"), "with rows");
  EXPECT_EQ(pool.read("rows", {})->sheets.at(0).rows.size(), 1U);
}

TEST(ReaderPool, UnpacksAnArchiveAsThisProcessDoes) {
  const auto archive = test::make_zip({{"a.csv", "1"}, {"b/表11.csv", "2"}});
  ReaderLimits limits;
  limits.program = JIHENG_PROGRAM;
  ReaderPool pool(1, limits);
  const auto members = pool.unpack(archive, {});
  ASSERT_TRUE(members);
  ASSERT_EQ(members->files.size(), 2U);
  EXPECT_EQ(members->files[1].name, "b/表11.csv");
  EXPECT_EQ(members->files[1].bytes, "2");
  EXPECT_EQ(pool.unpack("plain text", {})->files.size(), 0U);
  EXPECT_FALSE(pool.unpack(archive.substr(0, archive.size() - 10), {}));
}

TEST(ReaderPool, PaintsAPdfAsThisProcessDoes) {
  const auto pdf = test::pdf_of_lines(3, 5);
  ReaderLimits limits;
  limits.program = JIHENG_PROGRAM;
  ReaderPool pool(1, limits);
  const auto there = pool.picture(pdf, 2, 400);
  ASSERT_TRUE(there) << there.error().message.key;
  EXPECT_EQ(there->png, document::page_picture(pdf, 2, 400)->png);
  EXPECT_EQ(pool.picture(pdf, 4, 400).error().message, (Text{"document.no_page", {"4", "3"}}));
  EXPECT_EQ(pool.sizes(pdf, 2, 9)->pages.size(), 2U);
}

TEST(ReaderPool, GivesUpAnEndlessPdf) {
  ReaderLimits limits;
  limits.program = JIHENG_PROGRAM;
  limits.patience = 2s;
  ReaderPool pool(1, limits);
  EXPECT_EQ(said(pool, test::pdf_without_end()), "document.too_long ");
  EXPECT_EQ(pool.picture(test::pdf_without_end(), 1, 400).error().message.key, "document.too_long");
  EXPECT_TRUE(pool.read(test::pdf_of_lines(1, 1), {}));
}

// What sanitizers leave no room for.
class Confined : public testing::Test {
 protected:
  void SetUp() override {
    if (!kConfined) {
      GTEST_SKIP() << "of the optimised program";
    }
  }
};

TEST_F(Confined, WhatTakesTooMuchMemoryIsEnded) {
  auto limits = misbehaving();
  limits.memory = std::size_t{512} << 20U;
  ReaderPool pool(1, limits);
  EXPECT_EQ(said(pool, "grow"), "document.too_much_memory ");
  EXPECT_EQ(said(pool, "grow and crash"), "document.too_much_memory ");
  EXPECT_EQ(said(pool, "behind it"), "9");
}

TEST_F(Confined, AProcessThatKeepsMemoryIsReplaced) {
  auto limits = misbehaving();
  limits.grown = std::size_t{64} << 20U;
  ReaderPool pool(1, limits);
  const auto first = said(pool, "process");
  EXPECT_EQ(said(pool, std::string(std::size_t{100} << 20U, 'x')), "104857600");
  EXPECT_EQ(said(pool, "process"), first) << "what was given back does not count";
  EXPECT_EQ(said(pool, "leak"), "");
  EXPECT_NE(said(pool, "process"), first);
}

TEST_F(Confined, NothingIsWithinReach) {
  ReaderPool pool(1, misbehaving());
  EXPECT_EQ(said(pool, "calls"),
            "open EPERM\nsocket EPERM\nfork EPERM\nexec EPERM\nkill EPERM\n"
            "executable memory EPERM\n");
}

}  // namespace
}  // namespace jiheng::app
