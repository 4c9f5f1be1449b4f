#pragma once

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "packs/toml_file.h"

namespace jiheng::packs {

/// Packs while they are put upon each other: each upon the one it inherits from, key by key. Every
/// one is checked, unless it or a pack above it could not be read as written: what would be said of
/// it then is about values nobody wrote.
///
/// Shape   in the order of the files.
/// Errors  at "path:line": not_found `packs.no_parent`; invalid_input `packs.circle`,
///         `packs.id_twice`, `packs.no_id`, those of `read_keys` and of `check`.
template <typename Pack>
class InheritedPacks {
 public:
  using ReadKeys = void (*)(const TomlFile& file, Pack& pack);
  using Check = void (*)(const Pack& pack, PackProblems& problems);

  InheritedPacks(const std::vector<TomlFile>& files, ReadKeys read_keys, Check check,
                 PackProblems& problems)
      : files_(files),
        read_keys_(read_keys),
        check_(check),
        problems_(problems),
        packs_(files.size()),
        states_(files.size()) {}

  [[nodiscard]] std::vector<Pack> run() {
    take_ids();
    for (std::size_t i = 0; i < files_.size(); ++i) {
      read(i, {});
    }
    for (std::size_t i = 0; i < files_.size(); ++i) {
      if (states_[i] == State::sound) {
        check_(packs_[i], problems_);
      }
    }
    return std::move(packs_);
  }

 private:
  enum class State { unread, sound, unsound };

  void take_ids() {
    ids_.reserve(files_.size());
    for (const auto& file : files_) {
      auto id = text_of(file, file.table, "id");
      const auto other = std::ranges::find(ids_, id);
      if (id.empty()) {
        file.refuse(file.table, {"packs.no_id"});
      } else if (other != ids_.end()) {
        note_twin(file, files_[static_cast<std::size_t>(other - ids_.begin())], id);
      }
      ids_.push_back(std::move(id));
    }
  }

  /// What a folder adds is at fault, not what the program brings, whichever was read first.
  void note_twin(const TomlFile& file, const TomlFile& before, const std::string& id) {
    const bool builtin = file.path.starts_with("packs/");
    const auto& wrong = builtin ? before : file;
    const auto& other = builtin ? file : before;
    wrong.refuse(*wrong.table.get("id"), {"packs.id_twice", {id, where(other, other.table, "id")}});
  }

  /// The place of the pack above; the pack's own where there is none, or none that is there.
  /// `children` are those that wait for this one.
  std::size_t above(std::size_t at, const std::vector<std::size_t>& children) {
    const auto& file = files_[at];
    const auto parent = text_of(file, file.table, "inherits");
    if (parent.empty()) {
      return at;
    }
    const auto& said = *file.table.get("inherits");
    const auto found = std::ranges::find(ids_, parent);
    const auto place = static_cast<std::size_t>(found - ids_.begin());
    if (found == ids_.end()) {
      problems_.add_unread(
          {ErrorCode::not_found, {"packs.no_parent", {parent}}, where(file, said)});
    } else if (place == at || std::ranges::find(children, place) != children.end()) {
      file.refuse_value(said, {"packs.circle", {ids_[at], way_to(place, at, children)}});
    } else {
      return place;
    }
    return at;
  }

  /// Every step of a circle with its place: "甲 (file:2) → 乙 (file:2) → 甲".
  std::string way_to(std::size_t from, std::size_t at, std::vector<std::size_t> children) {
    children.push_back(at);
    std::string way;
    for (auto step = std::ranges::find(children, from); step != children.end(); ++step) {
      const auto& file = files_[*step];
      way += ids_[*step] + " (" + where(file, file.table, "inherits") + ") → ";
    }
    return way + ids_[from];
  }

  void read(std::size_t at, std::vector<std::size_t> children) {
    if (states_[at] != State::unread) {
      return;
    }
    const auto& file = files_[at];
    const auto before = problems_.unread();
    const auto parent = above(at, children);
    const bool has_parent = parent != at;
    Pack pack;
    if (has_parent) {
      children.push_back(at);
      read(parent, std::move(children));
      pack = packs_[parent];
    }
    const bool parent_sound = !has_parent || states_[parent] == State::sound;
    pack.id = ids_[at];
    pack.inherits = text_of(file, file.table, "inherits");
    pack.path = where(file, file.table, "id");
    read_keys_(file, pack);
    packs_[at] = std::move(pack);
    states_[at] = parent_sound && problems_.unread() == before ? State::sound : State::unsound;
  }

  const std::vector<TomlFile>& files_;
  ReadKeys read_keys_;
  Check check_;
  PackProblems& problems_;
  std::vector<std::string> ids_{};
  std::vector<Pack> packs_;
  std::vector<State> states_;
};

}  // namespace jiheng::packs
