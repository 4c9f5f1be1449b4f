#include "app/extract.h"

#include <algorithm>
#include <condition_variable>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

namespace jiheng::app {
namespace {

/// A document with what reading it gave.
struct Outcome {
  Input input;
  Result<Reading> reading;
};

std::vector<Outcome> read_input(const Input& input, const ReadingMeans& means) {
  std::vector<Outcome> outcomes;
  auto documents = documents_of(input, means.unpacker);
  if (!documents) {
    outcomes.push_back({input, tl::unexpected(std::move(documents.error()))});
    return outcomes;
  }
  for (auto& [document, bytes] : *documents) {
    auto reading = read_document(document.source, bytes, means);
    std::string().swap(bytes);
    outcomes.push_back({std::move(document), std::move(reading)});
  }
  return outcomes;
}

void give(std::vector<Outcome>&& outcomes, const EachReading& each) {
  for (auto& [input, reading] : outcomes) {
    each(input, std::move(reading));
  }
}

/// Hands out inputs to workers and gives their results back in order.
class InOrder {
 public:
  InOrder(std::size_t count, std::size_t ahead) : results_(count), ahead_(ahead) {}

  /// The next input to read, waiting while too many results are unclaimed.
  std::optional<std::size_t> claim() {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [&] { return next_ >= results_.size() || next_ < taken_ + ahead_; });
    if (next_ >= results_.size()) {
      return std::nullopt;
    }
    return next_++;
  }

  void put(std::size_t index, std::vector<Outcome> outcomes) {
    const std::scoped_lock lock(mutex_);
    results_[index] = std::move(outcomes);
    changed_.notify_all();
  }

  std::vector<Outcome> take(std::size_t index) {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [&] { return results_[index].has_value(); });
    auto outcomes = std::move(*results_[index]);
    results_[index].reset();
    taken_ = index + 1;
    changed_.notify_all();
    return outcomes;
  }

 private:
  std::mutex mutex_;
  std::condition_variable changed_;
  std::vector<std::optional<std::vector<Outcome>>> results_;
  std::size_t ahead_;
  std::size_t next_{};
  std::size_t taken_{};
};

}  // namespace

document::ContentReader reader_here(unsigned /*jobs*/) {
  return document::read_content;
}

Result<Reading> read_document(std::string_view source, std::string_view bytes,
                              const ReadingMeans& means) {
  static const Corrections none;
  auto document = document::read(source, bytes, {}, means.reader);
  if (!document) {
    auto error = std::move(document.error());
    error.where =
        error.where.empty() ? std::string(source) : std::string(source) + " " + error.where;
    return tl::unexpected(std::move(error));
  }
  return Reading{
      .source = std::string(source),
      .format = document->format,
      .encoding = document->encoding,
      .hash = document->hash,
      .pages = document->pages,
      .intake = intake::read_rows(*document, means.vocabulary,
                                  means.corrections == nullptr ? none : *means.corrections)};
}

void read_all(std::span<const Input> inputs, const ReadingMeans& means, unsigned jobs,
              const EachReading& each) {
  const std::size_t workers =
      std::clamp<std::size_t>(jobs, 1, std::max<std::size_t>(1, inputs.size()));
  if (workers == 1) {
    for (const auto& input : inputs) {
      give(read_input(input, means), each);
    }
    return;
  }
  InOrder queue(inputs.size(), 2 * workers);
  std::vector<std::jthread> threads;
  for (std::size_t i = 0; i < workers; ++i) {
    threads.emplace_back([&] {
      while (const auto index = queue.claim()) {
        queue.put(*index, read_input(inputs[*index], means));
      }
    });
  }
  for (std::size_t i = 0; i < inputs.size(); ++i) {
    give(queue.take(i), each);
  }
}

}  // namespace jiheng::app
