#include <fstream>
#include <sstream>

#include "app/extract.h"
#include "app/review.h"
#include "figures.h"

namespace jiheng::labelled {
namespace {

namespace fs = std::filesystem;

Result<std::string> bytes_of(const fs::path& data, const std::string& document) {
  for (const auto& folder : {data, data / "workbooks"}) {
    std::ifstream in(folder / document, std::ios::binary);
    std::ostringstream bytes;
    if (in && bytes << in.rdbuf()) {
      return bytes.str();
    }
  }
  return fail(ErrorCode::not_found, {"inputs.no_such_path"}, (data / document).string());
}

}  // namespace

Result<Figures> figures_of(const std::vector<Labels>& all, const fs::path& data, Part part) {
  JH_TRY(const auto library, packs::load_builtin());
  JH_TRY(const auto vocabulary, make_vocabulary(library));
  JH_TRY(const auto pack, library.rule_pack(packs::kDefaultRulePack));
  JH_TRY(const auto profile, app::ReadyProfile::make(library, vocabulary));
  std::vector<Reviewed> documents;
  for (const auto& labels : all) {
    JH_TRY(const auto bytes, bytes_of(data, labels.document));
    JH_TRY(auto reading, app::read_document(labels.document, bytes, {.vocabulary = vocabulary}));
    auto review = app::review_reading(std::move(reading), {profile->scheme(), pack, vocabulary});
    Reviewed reviewed{.labels = labels, .findings = std::move(review.findings)};
    for (const auto& row : review.rows) {
      reviewed.places.push_back(to_string(row.place));
    }
    documents.push_back(std::move(reviewed));
  }
  return compare(documents, part);
}

}  // namespace jiheng::labelled
