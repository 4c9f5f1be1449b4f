#pragma once

#include <string>

#include "document/document.h"
#include "intake/intake.h"

namespace jiheng::app {

/// One document, read into rows.
struct Reading {
  std::string source;
  document::Format format{};
  Encoding encoding{};
  std::string hash;  // SHA-256 of the bytes
  std::size_t pages{};
  intake::Intake intake;
};

}  // namespace jiheng::app
