#pragma once

#include <mupdf/fitz.h>

namespace jiheng::document {

/// Does something with MuPDF, which leaves a call that fails by longjmp. What is done must hold
/// nothing but plain values: no destructor would run. Gives whether it went through.
template <typename Work>
[[nodiscard]] bool attempt(fz_context* context, const Work& work) {
  bool done = true;
  fz_var(done);
  fz_try(context) {
    work();
  }
  fz_catch(context) {
    done = false;
  }
  return done;
}

}  // namespace jiheng::document
