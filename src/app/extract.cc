#include "app/extract.h"

#include <type_traits>
#include <utility>
#include <vector>

#include "app/in_order.h"
#include "base/hash.h"
#include "intake/row_intake.h"

namespace jiheng::app {
namespace {

/// A document with what became of it.
template <typename T>
struct Outcome {
  Input input;
  T what;
};

template <typename T>
using Outcomes = std::vector<Outcome<T>>;

template <typename T>
T failed(Error error) {
  if constexpr (std::is_same_v<T, Extracted>) {
    return Result<WrittenReading>(tl::unexpected(std::move(error)));
  } else {
    return tl::unexpected(std::move(error));
  }
}

/// Calls `one` with every document of an input.
template <typename T, typename One>
Outcomes<T> outcomes_of(const Input& input, const ReadingMeans& means, const One& one) {
  Outcomes<T> outcomes;
  auto documents = documents_of(input, means.unpacker);
  if (!documents) {
    outcomes.push_back({input, failed<T>(std::move(documents.error()))});
    return outcomes;
  }
  for (auto& [document, bytes] : *documents) {
    if (means.stop.stop_requested()) {
      break;
    }
    if (!bytes) {
      outcomes.push_back({std::move(document), failed<T>(std::move(bytes.error()))});
      continue;
    }
    T what = one(document, *bytes);
    std::string().swap(*bytes);
    outcomes.push_back({std::move(document), std::move(what)});
  }
  return outcomes;
}

template <typename T, typename One>
std::size_t all_in_order(std::span<const Input> inputs, const ReadingMeans& means, unsigned jobs,
                         const One& one,
                         const std::function<void(const Input& input, T what)>& each) {
  return in_order<Outcomes<T>>(
      inputs.size(), jobs, means.stop,
      [&](std::size_t index) { return outcomes_of<T>(inputs[index], means, one); },
      [&](Outcomes<T>&& outcomes) {
        for (auto& [input, what] : outcomes) {
          each(input, std::move(what));
        }
      });
}

}  // namespace

Result<Reading> read_document(std::string_view source, std::string_view bytes,
                              const ReadingMeans& means, intake::IndicatorTaker* taker) {
  static const Corrections none;
  intake::RowIntake rows(means.vocabulary, means.corrections == nullptr ? none : *means.corrections,
                         taker);
  auto document = document::read(source, bytes, {}, means.reader, &rows);
  if (!document) {
    auto error = std::move(document.error());
    error.where =
        error.where.empty() ? std::string(source) : std::string(source) + " " + error.where;
    return tl::unexpected(std::move(error));
  }
  Reading reading{.source = std::string(source),
                  .format = document->format,
                  .encoding = document->encoding,
                  .hash = document->hash,
                  .pages = document->pages,
                  .intake = {}};
  reading.intake = rows.finish(*std::move(document));
  return reading;
}

std::size_t read_all(std::span<const Input> inputs, const ReadingMeans& means, unsigned jobs,
                     const EachReading& each) {
  const auto one = [&](const Input& document, std::string_view bytes) {
    return read_document(document.source, bytes, means);
  };
  return all_in_order<Result<Reading>>(inputs, means, jobs, one, each);
}

std::size_t extract_all(std::span<const Input> inputs, const ExtractMeans& means, unsigned jobs,
                        const EachExtracted& each) {
  const auto one = [&](const Input& document, std::string_view bytes) -> Extracted {
    if (means.journal.earlier() > 0) {
      if (auto entry = means.journal.find(document.source, sha256(bytes))) {
        return *std::move(entry);
      }
    }
    RowWriter writer(document.source, means.format, means.csv);
    return read_document(document.source, bytes, means.reading, &writer).map([&](Reading reading) {
      auto rows = writer.finish(reading);
      return WrittenReading{std::move(reading), std::move(rows), writer.summary()};
    });
  };
  return all_in_order<Extracted>(inputs, means.reading, jobs, one, each);
}

}  // namespace jiheng::app
