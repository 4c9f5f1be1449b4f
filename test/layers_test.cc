// Dependencies run down only: src/layers.txt says which folder may include which, and which
// single place may include a third-party header.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <vector>

namespace {

namespace fs = std::filesystem;

const fs::path kSource = fs::path(JIHENG_SOURCE_DIR) / "src";

struct Layers {
  std::map<std::string, std::set<std::string>> may;
  std::vector<std::pair<std::string, std::vector<std::string>>> uses;  // header prefix → places
};

std::vector<std::string> words(const std::string& text) {
  std::istringstream stream(text);
  std::vector<std::string> found;
  for (std::string word; stream >> word;) {
    found.push_back(word);
  }
  return found;
}

Layers read_layers() {
  Layers layers;
  std::ifstream file(kSource / "layers.txt");
  for (std::string line; std::getline(file, line);) {
    const auto colon = line.find(':');
    if (line.empty() || line.front() == '#' || colon == std::string::npos) {
      continue;
    }
    const auto rest = words(line.substr(colon + 1));
    if (line.starts_with("use ")) {
      layers.uses.emplace_back(line.substr(4, colon - 4), rest);
    } else {
      auto& may = layers.may[line.substr(0, colon)];
      may.insert(rest.begin(), rest.end());
      may.insert(line.substr(0, colon));
    }
  }
  return layers;
}

std::vector<std::string> includes(const fs::path& path) {
  std::ifstream file(path);
  std::vector<std::string> found;
  for (std::string line; std::getline(file, line);) {
    if (line.starts_with("#include ") && line.size() > 11) {
      found.push_back(line.substr(10, line.find_first_of("\">", 10) - 10));
    }
  }
  return found;
}

std::vector<fs::path> sources() {
  std::vector<fs::path> found;
  for (const auto& entry : fs::recursive_directory_iterator(kSource)) {
    const auto extension = entry.path().extension();
    const bool test = entry.path().stem().string().ends_with("_test");
    if ((extension == ".h" || extension == ".cc") && !test) {
      found.push_back(entry.path());
    }
  }
  return found;
}

bool allowed(const std::string& place, const std::vector<std::string>& places) {
  for (const auto& one : places) {
    if (place == one || place.starts_with(one + "/")) {
      return true;
    }
  }
  return false;
}

/// The namespace of a header and the name of each type it declares at its outermost level.
std::vector<std::string> declared_types(const fs::path& path) {
  std::ifstream file(path);
  std::vector<std::string> found;
  std::string space;
  for (std::string line; std::getline(file, line);) {
    const auto said = words(line);
    if (line.starts_with("namespace ")) {
      space = said[1];
    } else if (said.size() > 1 && said.back() != ";" && !line.ends_with(';') &&
               (line.starts_with("struct ") || line.starts_with("class ") ||
                line.starts_with("enum class "))) {
      found.push_back(space + "::" + said[line.starts_with("enum") ? 2 : 1]);
    }
  }
  return found;
}

// Two types of one name in one namespace link without a word, and one gets the other's functions.
TEST(Layers, ATypeIsDeclaredOnce) {
  std::map<std::string, std::string> seen;
  for (const auto& path : sources()) {
    if (path.extension() != ".h") {
      continue;
    }
    const auto place = fs::relative(path, kSource).generic_string();
    for (const auto& type : declared_types(path)) {
      const auto [earlier, is_new] = seen.emplace(type, place);
      EXPECT_TRUE(is_new) << type << " in " << place << " and " << earlier->second;
    }
  }
  EXPECT_GT(seen.size(), 100U);
}

TEST(Layers, EveryFolderHasALine) {
  const auto layers = read_layers();
  for (const auto& entry : fs::directory_iterator(kSource)) {
    if (entry.is_directory()) {
      EXPECT_TRUE(layers.may.contains(entry.path().filename().string())) << entry.path();
    }
  }
}

TEST(Layers, IncludesRunDownOnly) {
  const auto layers = read_layers();
  ASSERT_GT(sources().size(), 30U);
  for (const auto& path : sources()) {
    const auto place = fs::relative(path, kSource).generic_string();
    const auto module = place.substr(0, place.find('/'));
    for (const auto& include : includes(path)) {
      const auto target = include.substr(0, include.find('/'));
      if (include.find('/') != std::string::npos && layers.may.contains(target)) {
        EXPECT_TRUE(layers.may.at(module).contains(target)) << place << " includes " << include;
      }
    }
  }
}

TEST(Layers, AThirdPartyHeaderIsIncludedInOnePlace) {
  const auto layers = read_layers();
  for (const auto& path : sources()) {
    const auto place = fs::relative(path, kSource).generic_string();
    for (const auto& include : includes(path)) {
      for (const auto& [prefix, places] : layers.uses) {
        if (include.starts_with(prefix)) {
          EXPECT_TRUE(allowed(place, places)) << place << " includes " << include;
        }
      }
    }
  }
}

}  // namespace
