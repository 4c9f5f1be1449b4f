#include <algorithm>
#include <array>
#include <optional>
#include <string_view>

#include "base/text.h"
#include "rules/catalogue.h"
#include "rules/project_reading.h"

namespace jiheng::rules {
namespace {

struct Brackets {
  std::string_view opens;
  std::string_view closes;
};

constexpr std::array kBrackets{Brackets{"(", ")"}, Brackets{"（", "）"}, Brackets{"[", "]"},
                               Brackets{"【", "】"}, Brackets{"〔", "〕"}};

/// "机密" of "机密★1年" and "秘密(2年)": how long it stays secret stands behind the grade.
std::string_view grade_of(std::string_view text) {
  constexpr std::array<std::string_view, 6> kSigns{"★", "☆", "*", "(", "（", " "};
  auto end = text.size();
  for (const auto sign : kSigns) {
    end = std::min(end, text.find(sign));
  }
  return trim(text.substr(0, end));
}

/// Takes what stands in brackets at one end off a name; nothing where no bracket is there.
std::optional<std::string_view> take_bracket(std::string_view& name, bool front) {
  name = trim(name);
  for (const auto& [opens, closes] : kBrackets) {
    const bool there = front ? name.starts_with(opens) : name.ends_with(closes);
    const auto at = front ? name.find(closes) : name.rfind(opens);
    if (!there || at == std::string_view::npos) {
      continue;
    }
    const auto from = front ? opens.size() : at + opens.size();
    const auto to = front ? at : name.size() - closes.size();
    const auto inside = name.substr(from, to - from);
    name = front ? name.substr(at + closes.size()) : name.substr(0, at);
    return trim(inside);
  }
  return std::nullopt;
}

/// The mark a name carries in brackets of its own, before it or behind it: 涉密载体销毁 is about
/// secrets and is none. Several brackets may stand there: 甲项目(涉密)(二期).
std::string_view mark_in(std::string_view name, const Parameters& parameters) {
  for (const bool front : {true, false}) {
    auto rest = name;
    while (const auto inside = take_bracket(rest, front)) {
      if (parameters.has("marks", grade_of(*inside))) {
        return *inside;
      }
    }
  }
  return "";
}

/// Of a name 一级项目-二级项目 each part may carry it.
std::string mark_of(std::string_view project, const Parameters& parameters) {
  const auto name = split_project_name(project);
  const auto mark = mark_in(name.title, parameters);
  return std::string(mark.empty() ? mark_in(name.programme, parameters) : mark);
}

const SecrecyMark* said_of(const ProjectView& project, const Parameters& parameters) {
  const auto& said = project.facts.secrecy;
  const auto found = std::ranges::find_if(said, [&](const SecrecyMark& mark) {
    const bool here =
        mark.project == project.project && (mark.agency == project.agency || mark.agency.empty());
    return here && parameters.has("values", search_key(grade_of(mark.text)));
  });
  return found == said.end() ? nullptr : &*found;
}

void check(const ProjectView& project, const Parameters& parameters, Sink& sink) {
  if (!project.facts.disclosed || !is_project(project)) {
    return;
  }
  const auto name = std::string(project.project);
  if (const auto* said = said_of(project, parameters)) {
    auto defect = of_project({name, said->text});
    defect.place = said->place;
    sink.report(std::move(defect));
  } else if (const auto mark = mark_of(project.project, parameters); !mark.empty()) {
    sink.report(of_project({name, mark}, "name"));
  }
}

}  // namespace

const Rule kSecretInPublic{.id = "secret_in_public",
                           .number = 65,
                           .severity = Severity::error,
                           .aspect = Aspect::compliance,
                           .check_project = check};

}  // namespace jiheng::rules
