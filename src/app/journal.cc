#include "app/journal.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <cstring>
#include <utility>

#include "app/journal_entry.h"
#include "base/hash.h"
#include "base/running_hash.h"

namespace jiheng::app {
namespace {

constexpr std::string_view kHeading = "jiheng journal 1 ";
constexpr std::size_t kHashSize = 64;
// "000000012345 <hash>\n" before every payload.
constexpr std::size_t kSizeDigits = 12;
constexpr std::size_t kFrameHead = kSizeDigits + 1 + kHashSize + 1;
constexpr std::chrono::seconds kSyncEvery{1};

/// Exactly `size` bytes; fewer at the end of the file.
std::string read_at(int file, std::uint64_t at, std::size_t size) {
  std::string bytes(size, '\0');
  std::size_t got = 0;
  while (got < size) {
    const auto more = pread(file, bytes.data() + got, size - got, static_cast<off_t>(at + got));
    if (more < 0 && errno == EINTR) {
      continue;
    }
    if (more <= 0) {
      break;
    }
    got += static_cast<std::size_t>(more);
  }
  bytes.resize(got);
  return bytes;
}

std::uint64_t size_of(int file) {
  struct stat status {};

  return fstat(file, &status) == 0 ? static_cast<std::uint64_t>(status.st_size) : 0;
}

}  // namespace

Result<Journal> Journal::open(const std::string& path, std::string_view key) {
  constexpr mode_t kMode = 0644;
  Journal journal(path, ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, kMode));
  if (journal.file_ < 0) {
    return journal.cannot_write();
  }
  if (flock(journal.file_, LOCK_EX | LOCK_NB) != 0) {
    // Not ours to remove.
    close(std::exchange(journal.file_, -1));
    return fail(ErrorCode::conflict, {"journal.busy"}, path);
  }
  JH_TRY_DO(journal.load(std::string(kHeading) + std::string(key) + "\n"));
  return journal;
}

Journal::Journal(Journal&& other) noexcept
    : path_(std::move(other.path_)),
      file_(std::exchange(other.file_, -1)),
      end_(other.end_),
      has_entries_(other.has_entries_),
      synced_(other.synced_),
      entries_(std::move(other.entries_)) {}

Journal::~Journal() {
  if (file_ < 0) {
    return;
  }
  if (!has_entries_) {
    unlink(path_.c_str());
  }
  close(file_);
}

std::optional<Journal::Stretch> Journal::frame(std::uint64_t at) const {
  const auto head = read_at(file_, at, kFrameHead);
  std::size_t size = 0;
  if (head.size() < kFrameHead) {
    return std::nullopt;
  }
  const auto [end, error] = std::from_chars(head.data(), head.data() + kSizeDigits, size);
  const auto start = at + kFrameHead;
  // A size that was spoiled may be any: nothing is fetched that the file does not hold.
  if (error != std::errc() || end != head.data() + kSizeDigits || start + size > end_) {
    return std::nullopt;
  }
  const auto payload = read_at(file_, start, size);
  if (sha256(payload) != std::string_view(head).substr(kSizeDigits + 1, kHashSize)) {
    return std::nullopt;
  }
  return Stretch{start, size};
}

Result<void> Journal::load(const std::string& heading) {
  end_ = size_of(file_);
  auto at = std::uint64_t{heading.size()};
  if (read_at(file_, 0, heading.size()) != heading) {
    // Another program, other settings or no journal of ours: nothing of it can be used.
    end_ = 0;
    if (ftruncate(file_, 0) != 0) {
      return cannot_write();
    }
    end_ = heading.size();
    return write(heading, 0);
  }
  while (const auto stretch = frame(at)) {
    if (auto entry = entry_from_bytes(read_at(file_, stretch->at, stretch->size))) {
      entries_[{std::move(entry->source), std::move(entry->hash)}] = *stretch;
    }
    at = stretch->at + stretch->size;
  }
  has_entries_ = !entries_.empty();
  end_ = at;
  if (ftruncate(file_, static_cast<off_t>(at)) != 0) {
    return cannot_write();
  }
  return {};
}

std::optional<JournalEntry> Journal::find(std::string_view source, std::string_view hash) const {
  const auto found = entries_.find({std::string(source), std::string(hash)});
  if (found == entries_.end()) {
    return std::nullopt;
  }
  return entry_from_bytes(read_at(file_, found->second.at, found->second.size));
}

Result<void> Journal::add(const JournalEntry& entry) {
  if (file_ < 0) {
    return {};
  }
  const auto start = end_ + kFrameHead;
  auto at = start;
  RunningHash hash;
  JH_TRY_DO(put_bytes(entry, [&](std::string_view part) {
    hash.add(part);
    return write(part, std::exchange(at, at + part.size()));
  }));
  // The head comes last: without it nothing behind it counts.
  JH_TRY_DO(write(fmt::format("{:0{}} {}\n", at - start, kSizeDigits, hash.finish()), end_));
  end_ = at;
  has_entries_ = true;
  return std::chrono::steady_clock::now() - synced_ > kSyncEvery ? sync() : Result<void>{};
}

Result<void> Journal::sync() {
  if (file_ >= 0 && fdatasync(file_) != 0) {
    return cannot_write();
  }
  synced_ = std::chrono::steady_clock::now();
  return {};
}

void Journal::remove() {
  has_entries_ = false;
}

Result<void> Journal::write(std::string_view bytes, std::uint64_t at) {
  while (!bytes.empty()) {
    const auto written = pwrite(file_, bytes.data(), bytes.size(), static_cast<off_t>(at));
    if (written < 0 && errno != EINTR) {
      return cannot_write();
    }
    const auto size = static_cast<std::size_t>(std::max<ssize_t>(written, 0));
    bytes.remove_prefix(size);
    at += size;
  }
  return {};
}

tl::unexpected<Error> Journal::cannot_write() const {
  return fail(ErrorCode::unavailable, {"journal.cannot_write", {std::strerror(errno)}}, path_);
}

std::string journal_key(std::string_view settings) {
  // Block by block: the program is larger than most that it reads.
  constexpr std::size_t kBlock = std::size_t{1} << 20U;
  const int program = ::open("/proc/self/exe", O_RDONLY | O_CLOEXEC);
  RunningHash hash;
  for (std::uint64_t at = 0, end = size_of(program); at < end; at += kBlock) {
    hash.add(read_at(program, at, kBlock));
  }
  close(program);
  return sha256(hash.finish() + " " + std::string(settings));
}

}  // namespace jiheng::app
