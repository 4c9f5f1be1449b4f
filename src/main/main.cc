#include <fcntl.h>
#include <unistd.h>

#include <cstdlib>
#include <iostream>

#include "app/isolated/nursery.h"
#include "app/isolated/reader_main.h"
#include "app/isolated/reader_pool.h"
#include "app/isolated/scan_reader.h"
#include "cli/run.h"
#include "main/interrupts.h"
#include "main/serve.h"

namespace {

/// A program may be started with its standard files closed. What it opens first would then be its
/// standard input, and be read as such. Reading gives nothing; writing to them fails, and is told.
void fill_standard_files() {
  for (int file = STDIN_FILENO; file <= STDERR_FILENO; ++file) {
    if (fcntl(file, F_GETFD) < 0) {
      static_cast<void>(open("/dev/null", O_RDONLY));
    }
  }
}

}  // namespace

int main(int count, char** values) {
  if ((count == 2 || count == 3) && values[1] == jiheng::app::kReaderMark) {
    return jiheng::app::run_reader(count == 3 ? values[2] : "");
  }
  fill_standard_files();
  const jiheng::app::Nursery nursery({values, static_cast<std::size_t>(count)});
  const std::vector<std::string> arguments(values + 1, values + count);
  jiheng::cli::Terminal terminal{.out = std::cout,
                                 .err = std::cerr,
                                 .err_is_terminal = isatty(STDERR_FILENO) == 1,
                                 .environment =
                                     [](const std::string& name) {
                                       const char* value = std::getenv(name.c_str());
                                       return std::string(value == nullptr ? "" : value);
                                     },
                                 .serve = jiheng::serve,
                                 .make_readers = jiheng::app::isolated_readers,
                                 .interrupts = jiheng::interrupts};
  std::ios::sync_with_stdio(false);
  const auto exit = jiheng::cli::run(arguments, terminal);
  std::cout.flush();
  return static_cast<int>(exit);
}
