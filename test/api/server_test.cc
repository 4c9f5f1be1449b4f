// The real server on a free port of this machine, spoken to byte by byte.
#include "http/server.h"

#include <gtest/gtest.h>

#include <atomic>
#include <thread>

#include "http/guard.h"
#include "raw_client.h"

namespace jiheng::api_test {
namespace {

using http::Request;
using http::Response;
using http::Server;

constexpr std::size_t kLimit = 1000;

/// Says what it was asked: method, path, first query value, size of the body.
Response echo(const Request& request, Server::Refused refused) {
  if (refused != Server::Refused::no) {
    return {.status = refused == Server::Refused::too_large ? 413 : 400,
            .body = std::string("refused")};
  }
  return {.body = std::string(http::word(request.method)) + " " + request.path + " " +
                  std::string(request.query.get("q").value_or("-")) + " " +
                  std::to_string(request.body.size())};
}

std::unique_ptr<Server> start(Server::Answer answer = echo) {
  auto server = Server::start(
      {.address = {"127.0.0.1", 0}, .answer = std::move(answer), .body_limit = kLimit});
  EXPECT_TRUE(server);
  return server ? std::move(*server) : nullptr;
}

TEST(Server, HandsOverWhatWasSent) {
  const auto server = start();
  RawClient client(server->port());
  EXPECT_EQ(client.get("/a/%E4%BA%91?q=a+b%2B").body, "GET /a/%E4%BA%91 a b+ 0");
  EXPECT_EQ(client.post("/b", R"({"a":1})").body, "POST /b - 7");
}

TEST(Server, KeepsAConnectionForTheNextRequest) {
  const auto server = start();
  RawClient client(server->port());
  for (int i = 0; i < 100; ++i) {
    ASSERT_EQ(client.get("/x").status, 200) << i;
  }
}

TEST(Server, AnswersHeadWithoutABody) {
  const auto server = start();
  RawClient client(server->port());
  client.send("HEAD /x HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n");
  const auto answer = client.receive(false);
  EXPECT_EQ(answer.status, 200);
  EXPECT_EQ(answer.headers.field("Content-Length"), "11");
  EXPECT_EQ(client.get("/x").body, "GET /x - 0");
}

TEST(Server, TakesABodyInPieces) {
  const auto server = start();
  RawClient client(server->port());
  client.send("POST /x HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n");
  for (int i = 0; i < 10; ++i) {
    client.send("5\r\nabcde\r\n");
    std::this_thread::sleep_for(std::chrono::milliseconds(2));
  }
  client.send("0\r\n\r\n");
  EXPECT_EQ(client.receive().body, "POST /x - 50");
}

TEST(Server, RefusesABodyThatIsTooLargeBeforeReadingIt) {
  const auto server = start();
  RawClient client(server->port());
  client.send("POST /x HTTP/1.1\r\nHost: h\r\nContent-Length: 1001\r\n\r\n");
  EXPECT_EQ(client.receive().status, 413);
  RawClient next(server->port());
  EXPECT_EQ(next.post("/x", std::string(kLimit, 'a')).status, 200);
}

TEST(Server, ABodyWithoutEndIsCutOff) {
  const auto server = start();
  RawClient client(server->port());
  client.send("POST /x HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n");
  const std::string chunk = "400\r\n" + std::string(0x400, 'a') + "\r\n";
  for (int i = 0; i < 10'000 && client.send(chunk); ++i) {
  }
  EXPECT_NE(client.receive().status, 200);
  RawClient next(server->port());
  EXPECT_EQ(next.get("/x").status, 200);
}

TEST(Server, RefusesWhatCannotBeDecoded) {
  const auto server = start();
  for (const auto* path : {"/%FF", "/a?q=%zz", "/%00"}) {
    RawClient client(server->port());
    EXPECT_EQ(client.get(path).status, 400) << path;
  }
}

TEST(Server, SurvivesWhatIsNoRequest) {
  const auto server = start();
  const std::string binary("\x16\x03\x01\x00\xFF\x00\x00\r\n\r\n", 11);
  for (const auto& bytes : {binary, std::string("GET\r\n\r\n"), std::string(200'000, 'G'),
                            std::string("GET / HTTP/9.9\r\n\r\n"),
                            "GET / HTTP/1.1\r\n" + std::string(300'000, 'h') + ": x\r\n\r\n"}) {
    RawClient client(server->port());
    client.send(bytes);
    EXPECT_NE(client.receive().status, 200);
  }
  {
    RawClient gone(server->port());
    gone.send("POST /x HTTP/1.1\r\nHost: h\r\nContent-Length: 500\r\n\r\nabc");
  }
  RawClient client(server->port());
  EXPECT_EQ(client.get("/x").status, 200);
}

TEST(Server, AnswersManyAtOnce) {
  const auto server = start();
  std::atomic<int> answered{};
  std::vector<std::thread> clients;
  for (int i = 0; i < 16; ++i) {
    clients.emplace_back([&] {
      RawClient client(server->port());
      for (int n = 0; n < 50; ++n) {
        answered += client.get("/x").status == 200 ? 1 : 0;
      }
    });
  }
  for (auto& client : clients) {
    client.join();
  }
  EXPECT_EQ(answered, 16 * 50);
}

TEST(Server, WhatIsSlowHoldsNobodyUp) {
  std::atomic<bool> release{};
  auto server = Server::start({.address = {"127.0.0.1", 0},
                               .answer =
                                   [&](const Request& request, Server::Refused refused) {
                                     while (request.path == "/slow" && !release) {
                                       std::this_thread::yield();
                                     }
                                     return echo(request, refused);
                                   },
                               .body_limit = kLimit,
                               .is_slow = [](const Request& r) { return r.path == "/slow"; },
                               .threads = 2});
  ASSERT_TRUE(server);
  const auto port = (*server)->port();
  std::atomic<int> slow_answers{};
  std::vector<std::thread> slow;
  for (int i = 0; i < 4; ++i) {
    slow.emplace_back([&] {
      RawClient client(port);
      for (int n = 0; n < 3; ++n) {
        slow_answers += client.post("/slow", "{}").body == "POST /slow - 2" ? 1 : 0;
      }
    });
  }
  for (int i = 0; i < 20; ++i) {
    RawClient client(port);
    EXPECT_EQ(client.get("/x").status, 200) << i;
  }
  release = true;
  for (auto& client : slow) {
    client.join();
  }
  EXPECT_EQ(slow_answers, 12);
}

TEST(Server, TellsASlowRequestThatItsClientHasGone) {
  std::atomic<int> entered{};
  std::atomic<int> given_up{};
  auto server =
      Server::start({.address = {"127.0.0.1", 0},
                     .answer =
                         [&](const Request& request, Server::Refused refused) {
                           ++entered;
                           const auto end =
                               std::chrono::steady_clock::now() + std::chrono::seconds(20);
                           while (request.path == "/slow" && !request.gone.stop_requested() &&
                                  std::chrono::steady_clock::now() < end) {
                             std::this_thread::yield();
                           }
                           given_up += request.gone.stop_requested() ? 1 : 0;
                           return echo(request, refused);
                         },
                     .body_limit = kLimit,
                     .is_slow = [](const Request&) { return true; },
                     .slow_threads = 1});
  ASSERT_TRUE(server);
  const auto port = (*server)->port();
  {
    RawClient leaving(port);
    RawClient waiting(port);
    leaving.send("POST /slow HTTP/1.1\r\nHost: h\r\nContent-Length: 2\r\n\r\n{}");
    while (entered == 0) {
      std::this_thread::yield();
    }
    // Behind it in the queue, and gone before its turn comes.
    waiting.send("POST /slow HTTP/1.1\r\nHost: h\r\nContent-Length: 2\r\n\r\n{}");
    std::this_thread::sleep_for(std::chrono::milliseconds(100));
  }
  RawClient client(port);
  EXPECT_EQ(client.post("/x", "{}").body, "POST /x - 2");
  EXPECT_EQ(given_up, 1);
  EXPECT_EQ(entered, 2) << "nothing was begun for who had left";
}

TEST(Server, StoppingLetsASlowRequestEnd) {
  std::atomic<bool> entered{};
  auto server = Server::start({.address = {"127.0.0.1", 0},
                               .answer =
                                   [&](const Request& request, Server::Refused refused) {
                                     entered = true;
                                     std::this_thread::sleep_for(std::chrono::milliseconds(200));
                                     return echo(request, refused);
                                   },
                               .body_limit = kLimit,
                               .is_slow = [](const Request&) { return true; }});
  ASSERT_TRUE(server);
  RawClient client((*server)->port());
  Answer answer;
  std::thread asking([&] { answer = client.get("/slow"); });
  while (!entered) {
    std::this_thread::yield();
  }
  (*server)->stop();
  asking.join();
  EXPECT_EQ(answer.body, "GET /slow - 0");
}

TEST(Server, ATakenPortIsAnError) {
  const auto server = start();
  const auto second = Server::start({.address = {"127.0.0.1", server->port()}, .answer = echo});
  ASSERT_FALSE(second);
  EXPECT_EQ(second.error().code, ErrorCode::unavailable);
  EXPECT_EQ(second.error().message.key, "http.cannot_listen");
  EXPECT_FALSE(Server::start({.address = {"no such host", 1}, .answer = echo}));
}

TEST(Server, StopsWhenAskedAndLetsARunningRequestEnd) {
  std::atomic<bool> entered{};
  const auto server = start([&](const Request& request, Server::Refused refused) {
    entered = true;
    std::this_thread::sleep_for(std::chrono::milliseconds(200));
    return echo(request, refused);
  });
  RawClient client(server->port());
  Answer answer;
  std::thread asking([&] { answer = client.get("/slow"); });
  while (!entered) {
    std::this_thread::yield();
  }
  std::thread stopping([&] { server->request_stop(); });
  server->wait();
  server->stop();
  asking.join();
  stopping.join();
  EXPECT_EQ(answer.body, "GET /slow - 0");
  RawClient late(server->port());
  EXPECT_FALSE(late.send("GET / HTTP/1.1\r\n\r\n") && late.receive().status == 200);
}

}  // namespace
}  // namespace jiheng::api_test
