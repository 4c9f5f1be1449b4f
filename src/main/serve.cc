#include "main/serve.h"

#include <atomic>
#include <csignal>
#include <memory>
#include <ostream>
#include <thread>

#include "app/database.h"
#include "app/isolated/reader_pool.h"
#include "app/isolated/scan_reader.h"
#include "base/resource.h"
#include "http/host.h"
#include "http/listener.h"

namespace jiheng {
namespace {

/// The server a signal stops; signal handlers know nothing but globals.
std::atomic<const http::Server*>
    running{};  // NOLINT(cppcoreguidelines-avoid-non-const-global-variables)

extern "C" void stop_running(int) {
  if (const auto* server = running.load()) {
    server->request_stop();
  }
}

Result<void> run(const cli::ServeRequest& request) {
  JH_TRY(const auto address, http::parse_address(request.listen));
  // Until there are accounts whoever reaches the server may do everything.
  if (!http::is_loopback(address.host)) {
    return fail(ErrorCode::invalid_input, {"http.only_loopback", {request.listen}});
  }
  // Before the database: a port that is taken leaves no new database behind.
  JH_TRY(auto listener, http::Listener::open(address));
  const auto processes = std::thread::hardware_concurrency();
  JH_TRY(const auto database, app::Database::open({.url = request.database,
                                                   .library = request.library,
                                                   .pack = request.pack,
                                                   .migrate = true,
                                                   .readers = app::isolated_readers(processes),
                                                   .painter = app::isolated_painter(processes)}));
  JH_TRY(const auto host,
         http::Host::start(std::move(listener), {.workspace = database->workspace(),
                                                 .web = web_resources(),
                                                 .version = JIHENG_VERSION}));
  auto& server = host->server();
  running = &server;
  std::signal(SIGINT, stop_running);
  std::signal(SIGTERM, stop_running);
  const auto name =
      address.host.find(':') == std::string::npos ? address.host : "[" + address.host + "]";
  request.err << request.library.catalogue.render(
                     request.language,
                     {"http.listening", {"http://" + name + ":" + std::to_string(server.port())}})
              << std::endl;
  server.wait();
  running = nullptr;
  server.stop();
  return {};
}

}  // namespace

cli::Exit serve(const cli::ServeRequest& request) {
  const auto result = run(request);
  if (!result) {
    request.err << "jiheng: "
                << request.library.catalogue.render(request.language, result.error().message)
                << "\n";
    return result.error().code == ErrorCode::invalid_input ? cli::Exit::usage : cli::Exit::partly;
  }
  return cli::Exit::done;
}

}  // namespace jiheng
