#include "main/serve.h"

#include <atomic>
#include <csignal>
#include <memory>
#include <ostream>

#include "app/database.h"
#include "http/api.h"
#include "http/server.h"
#include "http/site.h"

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
  JH_TRY(
      const auto database,
      app::Database::open({.url = request.database, .library = request.library, .migrate = true}));
  http::Metrics metrics;
  const auto router = http::make_router(
      {.workspace = database->workspace(), .metrics = metrics, .version = JIHENG_VERSION});
  const http::StaticFiles files(web_resources());
  const http::Site site({.router = router,
                         .files = files,
                         .catalogue = request.library.catalogue,
                         .metrics = metrics});
  JH_TRY(const auto server,
         http::Server::start({.address = address,
                              .answer =
                                  [&](http::Request question, http::Server::Refused refused) {
                                    return site.answer(std::move(question), refused);
                                  },
                              .body_limit = http::kBodyLimit,
                              .is_slow = http::is_slow}));
  running = server.get();
  std::signal(SIGINT, stop_running);
  std::signal(SIGTERM, stop_running);
  const auto host =
      address.host.find(':') == std::string::npos ? address.host : "[" + address.host + "]";
  request.err << request.library.catalogue.render(
                     request.language,
                     {"http.listening", {"http://" + host + ":" + std::to_string(server->port())}})
              << std::endl;
  server->wait();
  running = nullptr;
  server->stop();
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
