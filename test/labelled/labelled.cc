// labelled [--part tuned|apart|all] [--format text|csv] [--missed] [--data FOLDER]
//
// The review of the labelled documents beside their labels: precision and recall of every rule.
// --missed prints the places that differ, of the tuned part only: who has seen where the part kept
// back differs can no longer measure with it.
#include <iostream>
#include <string>
#include <vector>

#include "figures.h"
#include "packs/library.h"

namespace {

using namespace jiheng;  // NOLINT(google-build-using-namespace): a program of one file

struct Options {
  labelled::Part part{labelled::Part::all};
  bool csv{};
  bool missed{};
  std::string data{JIHENG_SOURCE_DIR "/../shared/data"};
};

bool take_value(const std::string& name, const std::string& value, Options& options) {
  if (name == "--part") {
    const auto part = labelled::part_from_word(value);
    options.part = part.value_or(options.part);
    return part.has_value();
  }
  if (name == "--format") {
    options.csv = value == "csv";
    return value == "csv" || value == "text";
  }
  options.data = value;
  return name == "--data";
}

std::optional<Options> options_of(const std::vector<std::string>& arguments) {
  Options options;
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    if (arguments[i] == "--missed") {
      options.missed = true;
    } else if (i + 1 == arguments.size() || !take_value(arguments[i], arguments[i + 1], options)) {
      return std::nullopt;
    } else {
      ++i;
    }
  }
  return options;
}

int complain(const std::string& sentence, int exit) {
  std::cerr << "labelled: " << sentence << "\n";
  return exit;
}

/// The sentences of this program stand here: they are for who works on it, not for its users.
std::string sentence_of(const Error& error) {
  if (error.message.key == "labelled.numbers") {
    return error.where + ": rows are not numbered one by one, or projects do not follow";
  }
  if (error.message.key == "labelled.rows_differ") {
    return error.where;
  }
  const auto library = packs::load_builtin();
  return error.where + ": " +
         (library ? library->catalogue.render(packs::Language::en, error.message)
                  : error.message.key);
}

void print_missed(const labelled::Figures& figures) {
  for (const auto& difference : figures.differences) {
    std::cout << difference.document << " " << difference.place << ": " << difference.rule
              << (difference.missing ? " is missing" : " is too many") << "\n";
  }
}

}  // namespace

int main(int count, char** arguments) {
  const auto options = options_of({arguments + 1, arguments + count});
  if (!options) {
    return complain(
        "usage: labelled [--part tuned|apart|all] [--format text|csv] [--missed] [--data FOLDER]",
        2);
  }
  if (options->missed && options->part != labelled::Part::tuned) {
    return complain("--missed shows the tuned part only: add --part tuned", 2);
  }
  const auto figures = labelled::read_labels(JIHENG_SOURCE_DIR "/test/labelled")
                           .and_then([&](const std::vector<labelled::Labels>& all) {
                             return labelled::figures_of(all, options->data, options->part);
                           });
  if (!figures) {
    return complain(sentence_of(figures.error()), 1);
  }
  if (options->missed) {
    print_missed(*figures);
  } else {
    std::cout << (options->csv ? as_csv(*figures) : as_table(*figures));
  }
  return 0;
}
