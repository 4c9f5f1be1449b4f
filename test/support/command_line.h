#pragma once

#include <gtest/gtest.h>

#include <sstream>
#include <string>
#include <vector>

#include "cli/run.h"
#include "scratch_folder.h"

namespace jiheng::test {

/// A command line in Chinese, with what it wrote and a folder for its files.
class CommandLine : public testing::Test {
 protected:
  cli::Exit run(const std::vector<std::string>& arguments) {
    out_.str("");
    err_.str("");
    cli::Terminal terminal{
        .out = out_,
        .err = err_,
        .environment = [](const std::string&) { return std::string("zh_CN.UTF-8"); },
        .serve = [](const cli::ServeRequest&) { return cli::Exit::done; }};
    return cli::run(arguments, terminal);
  }

  ScratchFolder folder_{};
  std::ostringstream out_{};
  std::ostringstream err_{};
};

}  // namespace jiheng::test
