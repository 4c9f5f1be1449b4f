#include "base/hash.h"

#include <sodium.h>

#include <array>

#include "base/running_hash.h"

namespace jiheng {
namespace {

using Digest = std::array<unsigned char, crypto_hash_sha256_BYTES>;

const unsigned char* raw(std::string_view bytes) {
  return reinterpret_cast<const unsigned char*>(bytes.data());
}

std::string hexadecimal(const Digest& digest) {
  constexpr std::string_view kHex = "0123456789abcdef";
  std::string text;
  text.reserve(2 * digest.size());
  for (const unsigned char byte : digest) {
    text.push_back(kHex[byte >> 4U]);
    text.push_back(kHex[byte & 15U]);
  }
  return text;
}

}  // namespace

std::string sha256(std::string_view bytes) {
  Digest digest{};
  crypto_hash_sha256(digest.data(), raw(bytes), bytes.size());
  return hexadecimal(digest);
}

struct RunningHash::State {
  crypto_hash_sha256_state sodium;
};

RunningHash::RunningHash() : state_(std::make_unique<State>()) {
  crypto_hash_sha256_init(&state_->sodium);
}

RunningHash::RunningHash(RunningHash&&) noexcept = default;
RunningHash& RunningHash::operator=(RunningHash&&) noexcept = default;
RunningHash::~RunningHash() = default;

void RunningHash::add(std::string_view part) {
  crypto_hash_sha256_update(&state_->sodium, raw(part), part.size());
}

std::string RunningHash::finish() {
  Digest digest{};
  crypto_hash_sha256_final(&state_->sodium, digest.data());
  return hexadecimal(digest);
}

}  // namespace jiheng
