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

int main(int count, char** values) {
  if ((count == 2 || count == 3) && values[1] == jiheng::app::kReaderMark) {
    return jiheng::app::run_reader(count == 3 ? values[2] : "");
  }
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
