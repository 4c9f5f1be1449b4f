#include "http/host.h"

#include "http/api.h"
#include "http/site.h"

namespace jiheng::http {

/// In the order of their dependence, so that the server stops first.
struct Host::Parts {
  Parts(const Options& options, const Address& address)
      : files(options.web),
        router(make_router(
            {.workspace = options.workspace, .metrics = metrics, .version = options.version})),
        site({.router = router,
              .files = files,
              .catalogue = options.workspace.library.catalogue,
              .metrics = metrics,
              .guard = {.loopback_only = is_loopback(address.host)}}) {}

  Metrics metrics{};
  StaticFiles files;
  Router router;
  Site site;
  std::unique_ptr<Server> server{};
};

Result<std::unique_ptr<Host>> Host::start(Listener listener, const Options& options) {
  auto parts = std::make_unique<Parts>(options, listener.address());
  const auto& site = parts->site;
  JH_TRY(parts->server,
         Server::start(std::move(listener), {.answer =
                                                 [&site](Request request, Server::Refused refused) {
                                                   return site.answer(std::move(request), refused);
                                                 },
                                             .body_limit = kBodyLimit,
                                             .is_slow = Site::is_slow,
                                             .threads = options.threads}));
  return std::unique_ptr<Host>(new Host(std::move(parts)));
}

Host::Host(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}

Host::~Host() = default;

Server& Host::server() {
  return *parts_->server;
}

}  // namespace jiheng::http
