#pragma once

#include <sys/types.h>

#include <string>
#include <vector>

namespace jiheng::test {

/// The program with arguments, under way; its standard error goes to a file.
class RunningProgram {
 public:
  RunningProgram(const std::vector<std::string>& arguments, std::string said_file);
  RunningProgram(const RunningProgram&) = delete;
  RunningProgram& operator=(const RunningProgram&) = delete;
  RunningProgram(RunningProgram&&) = delete;
  RunningProgram& operator=(RunningProgram&&) = delete;
  /// Kills it where it still runs.
  ~RunningProgram();

  void signal(int number) const;

  /// Its exit code, or minus the signal it died of.
  int wait();

  /// What it has said so far.
  [[nodiscard]] std::string said() const;

 private:
  std::string said_file_;
  pid_t process_{};
};

/// The bytes of a file; "" when there is none.
[[nodiscard]] std::string bytes_of(const std::string& path);

}  // namespace jiheng::test
