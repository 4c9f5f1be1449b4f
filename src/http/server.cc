#include "http/server.h"

#include <microhttpd.h>
#include <spdlog/spdlog.h>
#include <sys/eventfd.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <cerrno>
#include <chrono>
#include <cstdarg>
#include <cstdio>
#include <optional>
#include <thread>
#include <utility>

#include "http/departures.h"
#include "http/workers.h"

namespace jiheng::http {

struct Server::State {
  Options options{};
  MHD_Daemon* daemon{};
  std::uint16_t port{};
  int stop_event{-1};
  // Requests complete and not yet answered to the last byte. One whose body has not come does not
  // count: its client may be gone without our knowing.
  std::atomic<int> running{};
  std::unique_ptr<Workers> workers{};
  Departures departures{};  // of clients whose answer a worker makes
};

namespace {

// Room for the head of a request and for one read of its body, for each connection.
constexpr std::size_t kConnectionMemory = std::size_t{64} << 10U;
constexpr unsigned kConnectionLimit = 2000;
constexpr auto kPatience = std::chrono::seconds(10);

/// One request on its way in.
struct Exchange {
  Request request{};
  Server::Refused refused{};
  bool begun{};
  bool complete{};                   // counted as running
  std::optional<Response> answer{};  // made by a worker
  std::stop_source gone{std::nostopstate};
};

std::string_view view(const char* text) {
  return text == nullptr ? std::string_view{} : std::string_view(text);
}

/// The first call of all: the request line as it was sent. What this returns is handed to every
/// later callback of the request.
void* on_uri(void* /*server*/, const char* uri, MHD_Connection* /*connection*/) {
  auto exchange = std::make_unique<Exchange>();
  const auto text = view(uri);
  const auto question = std::min(text.find('?'), text.size());
  exchange->request.path = text.substr(0, question);
  auto query = parse_query(text.substr(std::min(question + 1, text.size())));
  if (!query || !decode_path(exchange->request.path) || !text.starts_with('/')) {
    exchange->refused = Server::Refused::undecodable;
  } else {
    exchange->request.query = std::move(*query);
  }
  return exchange.release();
}

MHD_Result add_header(void* headers, MHD_ValueKind /*kind*/, const char* name, const char* value) {
  static_cast<Values*>(headers)->add(std::string(view(name)), std::string(view(value)));
  return MHD_YES;
}

/// Gives the body's bytes to libmicrohttpd, which frees them when the last one is sent.
MHD_Response* make_response(Body body) {
  if (const auto* shared = std::get_if<std::string_view>(&body)) {
    return MHD_create_response_from_buffer(shared->size(), const_cast<char*>(shared->data()),
                                           MHD_RESPMEM_PERSISTENT);
  }
  auto owned = std::make_unique<std::string>(std::get<std::string>(std::move(body)));
  auto* response = MHD_create_response_from_buffer_with_free_callback_cls(
      owned->size(), owned->data(), [](void* text) { delete static_cast<std::string*>(text); },
      owned.get());
  if (response != nullptr) {
    static_cast<void>(owned.release());
  }
  return response;
}

MHD_Result send(MHD_Connection* connection, Response answer) {
  auto* response = make_response(std::move(answer.body));
  if (response == nullptr) {
    return MHD_NO;
  }
  for (const auto& [name, value] : answer.headers.all()) {
    MHD_add_response_header(response, name.c_str(), value.c_str());
  }
  const auto result =
      MHD_queue_response(connection, static_cast<unsigned>(answer.status), response);
  MHD_destroy_response(response);
  return result;
}

/// The size the client announces; 0 when it announces none.
std::size_t announced_size(const Request& request) {
  const std::string text(request.headers.field("Content-Length").value_or("0"));
  return std::strtoull(text.c_str(), nullptr, 10);
}

MHD_Result log_and_close(const char* what) {
  spdlog::error("http: {}", what);
  return MHD_NO;
}

}  // namespace

/// The callbacks libmicrohttpd needs, with access to the server's state.
struct Server::Callbacks {
  static MHD_Result begin(State& state, MHD_Connection* connection, Exchange& exchange,
                          const char* method) {
    exchange.begun = true;
    exchange.request.method = method_from_word(view(method));
    MHD_get_connection_values(connection, MHD_HEADER_KIND, add_header, &exchange.request.headers);
    if (announced_size(exchange.request) > state.options.body_limit) {
      // Answered before the body is read: the connection is closed behind the answer.
      exchange.refused = Server::Refused::too_large;
      return finish(state, connection, exchange);
    }
    return MHD_YES;
  }

  static MHD_Result take(const State& state, Exchange& exchange, const char* data,
                         std::size_t size) {
    auto& body = exchange.request.body;
    if (body.size() + size > state.options.body_limit) {
      // Only a body of unannounced length comes here. It could go on for ever: close.
      return MHD_NO;
    }
    if (exchange.refused == Server::Refused::no) {
      body.append(data, size);
    }
    return MHD_YES;
  }

  /// The whole request is here: it is answered at once, or by a worker while the connection rests.
  static MHD_Result finish(State& state, MHD_Connection* connection, Exchange& exchange) {
    if (exchange.answer) {
      return send(connection, std::move(*exchange.answer));
    }
    exchange.complete = true;
    ++state.running;
    const auto& options = state.options;
    const bool refused = exchange.refused != Server::Refused::no;
    if (refused || !options.is_slow || !options.is_slow(exchange.request)) {
      return send(connection, options.answer(std::move(exchange.request), exchange.refused));
    }
    MHD_suspend_connection(connection);
    exchange.gone = std::stop_source();
    exchange.request.gone = exchange.gone.get_token();
    const auto watched = state.departures.watch(socket_of(connection), exchange.gone);
    state.workers->add([&state, connection, &exchange, watched] {
      // A suspended connection neither ends nor times out: both outlive this job.
      exchange.answer = exchange.gone.stop_requested()
                            ? Response{.status = 503}  // nobody is there to read it
                            : answer_or_fail(state, std::move(exchange.request));
      state.departures.forget(watched);
      MHD_resume_connection(connection);
    });
    return MHD_YES;
  }

  static int socket_of(MHD_Connection* connection) {
    return MHD_get_connection_info(connection, MHD_CONNECTION_INFO_CONNECTION_FD)->connect_fd;
  }

  static Response answer_or_fail(const State& state, Request request) {
    try {
      return state.options.answer(std::move(request), Server::Refused::no);
    } catch (const std::exception& bug) {
      spdlog::error("http: {}", bug.what());
      return {.status = 500};
    }
  }

  // The signature is libmicrohttpd's.
  // NOLINTNEXTLINE(readability-function-size)
  static MHD_Result on_request(void* server, MHD_Connection* connection, const char* /*url*/,
                               const char* method, const char* /*version*/, const char* data,
                               std::size_t* size, void** context) {
    auto& state = *static_cast<State*>(server);
    auto& exchange = *static_cast<Exchange*>(*context);
    try {
      if (!exchange.begun) {
        return begin(state, connection, exchange, method);
      }
      if (*size > 0) {
        const auto taken = std::exchange(*size, 0);
        return take(state, exchange, data, taken);
      }
      return finish(state, connection, exchange);
    } catch (const std::exception& bug) {
      return log_and_close(bug.what());
    }
  }

  static void on_completed(void* server, MHD_Connection* /*connection*/, void** context,
                           MHD_RequestTerminationCode /*how*/) {
    const std::unique_ptr<Exchange> exchange(static_cast<Exchange*>(*context));
    *context = nullptr;
    if (exchange && exchange->complete) {
      --static_cast<State*>(server)->running;
    }
  }

  static void on_log(void* /*server*/, const char* format, std::va_list arguments) {
    std::array<char, 512> line{};
    static_cast<void>(std::vsnprintf(line.data(), line.size(), format, arguments));
    std::string_view text = line.data();
    while (text.ends_with('\n')) {
      text.remove_suffix(1);
    }
    spdlog::debug("microhttpd: {}", text);
  }
};

Server::Server(std::unique_ptr<State> state) : state_(std::move(state)) {}

Result<std::unique_ptr<Server>> Server::start(Options options) {
  JH_TRY(auto listener, Listener::open(options.address));
  return start(std::move(listener), std::move(options));
}

Result<std::unique_ptr<Server>> Server::start(Listener listener, Options options) {
  auto state = std::make_unique<State>();
  state->port = listener.port();
  const int listening = listener.release();
  state->stop_event = eventfd(0, EFD_CLOEXEC);
  state->options = std::move(options);
  state->workers = std::make_unique<Workers>(std::max(1U, state->options.slow_threads));
  state->daemon = MHD_start_daemon(
      MHD_USE_EPOLL_INTERNAL_THREAD | MHD_USE_ITC | MHD_USE_ERROR_LOG | MHD_ALLOW_SUSPEND_RESUME, 0,
      nullptr, nullptr, &Callbacks::on_request, state.get(),               //
      MHD_OPTION_EXTERNAL_LOGGER, &Callbacks::on_log, state.get(),         //
      MHD_OPTION_URI_LOG_CALLBACK, &on_uri, state.get(),                   //
      MHD_OPTION_NOTIFY_COMPLETED, &Callbacks::on_completed, state.get(),  //
      MHD_OPTION_LISTEN_SOCKET, listening,                                 //
      MHD_OPTION_THREAD_POOL_SIZE, std::max(2U, state->options.threads),   //
      MHD_OPTION_CONNECTION_LIMIT, kConnectionLimit,                       //
      MHD_OPTION_CONNECTION_TIMEOUT, state->options.idle_seconds,          //
      MHD_OPTION_CONNECTION_MEMORY_LIMIT, kConnectionMemory, MHD_OPTION_END);
  if (state->daemon == nullptr) {
    close(listening);
    close(state->stop_event);
    return cannot_listen(listener.address(), "libmicrohttpd");
  }
  return std::unique_ptr<Server>(new Server(std::move(state)));
}

Server::~Server() {
  stop();
  close(state_->stop_event);
}

std::uint16_t Server::port() const {
  return state_->port;
}

void Server::wait() const {
  std::uint64_t count = 0;
  while (read(state_->stop_event, &count, sizeof count) < 0 && errno == EINTR) {
  }
}

void Server::request_stop() const noexcept {
  const std::uint64_t one = 1;
  // A full counter wakes the reader as well: nothing to do about a failure here.
  static_cast<void>(!write(state_->stop_event, &one, sizeof one));
}

void Server::stop() {
  auto* daemon = std::exchange(state_->daemon, nullptr);
  if (daemon == nullptr) {
    return;
  }
  const auto listening = MHD_quiesce_daemon(daemon);
  // libmicrohttpd refuses to stop while a connection is suspended.
  state_->workers.reset();
  const auto deadline = std::chrono::steady_clock::now() + kPatience;
  while (state_->running > 0 && std::chrono::steady_clock::now() < deadline) {
    std::this_thread::sleep_for(std::chrono::milliseconds(5));
  }
  MHD_stop_daemon(daemon);
  if (listening != MHD_INVALID_SOCKET) {
    close(listening);
  }
}

}  // namespace jiheng::http
