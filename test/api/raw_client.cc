#include "raw_client.h"

#include <arpa/inet.h>
#include <fmt/format.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdlib>

#include "base/text.h"

namespace jiheng::api_test {

RawClient::RawClient(std::uint16_t port) : fd_(socket(AF_INET, SOCK_STREAM, 0)) {
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(port);
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  const timeval patience{.tv_sec = 20, .tv_usec = 0};
  setsockopt(fd_, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
  if (connect(fd_, reinterpret_cast<sockaddr*>(&address), sizeof address) != 0) {
    close(fd_);
    fd_ = -1;
  }
}

RawClient::~RawClient() {
  if (fd_ >= 0) {
    close(fd_);
  }
}

bool RawClient::send(std::string_view bytes) {
  while (!bytes.empty()) {
    const auto sent = ::send(fd_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
    if (sent <= 0) {
      return false;
    }
    bytes.remove_prefix(static_cast<std::size_t>(sent));
  }
  return true;
}

Answer RawClient::receive(bool has_body) {
  std::array<char, 65536> buffer{};
  const auto more = [&] {
    const auto got = recv(fd_, buffer.data(), buffer.size(), 0);
    pending_.append(buffer.data(), static_cast<std::size_t>(std::max<ssize_t>(got, 0)));
    return got > 0;
  };
  while (pending_.find("\r\n\r\n") == std::string::npos) {
    if (!more()) {
      return {};
    }
  }
  const auto end = pending_.find("\r\n\r\n");
  const auto head = pending_.substr(0, end);
  pending_.erase(0, end + 4);
  Answer answer;
  answer.status = std::atoi(head.substr(std::min<std::size_t>(9, head.size())).c_str());
  for (const auto line : split(head, '\n')) {
    if (const auto colon = line.find(':'); colon != std::string_view::npos) {
      answer.headers.add(std::string(line.substr(0, colon)),
                         std::string(trim(line.substr(colon + 1))));
    }
  }
  const std::string length(answer.headers.field("Content-Length").value_or("0"));
  const auto size = has_body ? std::strtoull(length.c_str(), nullptr, 10) : 0;
  while (pending_.size() < size && more()) {
  }
  answer.body = pending_.substr(0, size);
  pending_.erase(0, size);
  return answer;
}

Answer RawClient::get(std::string_view path, std::string_view lines) {
  send(fmt::format("GET {} HTTP/1.1\r\nHost: 127.0.0.1\r\n{}\r\n", path, lines));
  return receive();
}

Answer RawClient::post(std::string_view path, std::string_view json, std::string_view lines) {
  send(
      fmt::format("POST {} HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n"
                  "Content-Length: {}\r\n{}\r\n{}",
                  path, json.size(), lines, json));
  return receive();
}

}  // namespace jiheng::api_test
