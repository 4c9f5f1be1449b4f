#include "app/isolated/confine.h"

#include <fcntl.h>
#include <seccomp.h>
#include <sys/mman.h>
#include <sys/resource.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <ctime>
#include <memory>

namespace jiheng::app {
namespace {

/// Memory, clocks, the open socket, the end. Nothing here reaches another process or a name:
/// `sendto` cannot leave a connected socket, `recvfrom` takes no file descriptors.
constexpr std::array kAllowed{
    SCMP_SYS(recvfrom),
    SCMP_SYS(sendto),
    SCMP_SYS(poll),
    SCMP_SYS(ppoll),
    SCMP_SYS(brk),
    SCMP_SYS(munmap),
    SCMP_SYS(mremap),
    SCMP_SYS(madvise),
    SCMP_SYS(futex),
    SCMP_SYS(rt_sigreturn),
    SCMP_SYS(rt_sigprocmask),
    SCMP_SYS(restart_syscall),
    SCMP_SYS(clock_gettime),
    SCMP_SYS(gettimeofday),
    SCMP_SYS(getrandom),
    SCMP_SYS(getpid),
    SCMP_SYS(gettid),
    SCMP_SYS(sched_yield),
    SCMP_SYS(exit),
    SCMP_SYS(exit_group),
};

/// Memory is given out, but never to be executed.
constexpr std::array kWithoutExecuting{SCMP_SYS(mmap), SCMP_SYS(mprotect)};

int add_rules(scmp_filter_ctx filter) {
  for (const int call : kAllowed) {
    if (const int error = seccomp_rule_add(filter, SCMP_ACT_ALLOW, call, 0); error != 0) {
      return error;
    }
  }
  constexpr unsigned kProtection = 2;  // which argument it is, of both calls
  const scmp_arg_cmp data = SCMP_CMP(kProtection, SCMP_CMP_MASKED_EQ, PROT_EXEC, 0);
  for (const int call : kWithoutExecuting) {
    if (const int error = seccomp_rule_add_array(filter, SCMP_ACT_ALLOW, call, 1, &data);
        error != 0) {
      return error;
    }
  }
  return 0;
}

Result<void> limit(pid_t process, __rlimit_resource what, rlim_t most) {
  const rlimit wanted{.rlim_cur = most, .rlim_max = most};
  return prlimit(process, what, &wanted, nullptr) == 0 ? Result<void>{} : not_started(errno);
}

}  // namespace

tl::unexpected<Error> not_started(int error) {
  return fail(ErrorCode::unavailable, {"document.reader_not_started", {std::strerror(error)}});
}

Result<void> give_up_calls() {
  if constexpr (!kConfined) {
    return {};
  }
  // A refused call fails instead of ending the process: libraries ask for things they can do
  // without (a locale, the number of cores), and a harmless document must not die of the next
  // version's question. What is refused is not done either way.
  const std::unique_ptr<void, decltype(&seccomp_release)> filter(
      seccomp_init(SCMP_ACT_ERRNO(EPERM)), seccomp_release);
  if (!filter) {
    return not_started(ENOMEM);
  }
  auto error = add_rules(filter.get());
  if (error == 0) {
    error = seccomp_load(filter.get());
  }
  return error == 0 ? Result<void>{} : not_started(-error);
}

Result<void> limit_process(pid_t process, std::size_t memory) {
  if (kConfined) {
    JH_TRY_DO(limit(process, RLIMIT_AS, memory));
    JH_TRY_DO(limit(process, RLIMIT_FSIZE, 0));
    // Only the socket, whose number is 0; the limit is the first number that is not given out.
    JH_TRY_DO(limit(process, RLIMIT_NOFILE, 1));
  }
  return limit(process, RLIMIT_CORE, 0);
}

Result<void> limit_computing(pid_t process, std::chrono::milliseconds time) {
  clockid_t clock{};
  timespec used{};
  if (const int error = clock_getcpuclockid(process, &clock); error != 0) {
    return not_started(error);
  }
  if (clock_gettime(clock, &used) != 0) {
    return not_started(errno);
  }
  // One second more for the begun one: the limit counts whole seconds.
  const auto most = used.tv_sec + 1 + std::chrono::ceil<std::chrono::seconds>(time).count();
  const rlimit wanted{.rlim_cur = static_cast<rlim_t>(most), .rlim_max = RLIM_INFINITY};
  return prlimit(process, RLIMIT_CPU, &wanted, nullptr) == 0 ? Result<void>{} : not_started(errno);
}

}  // namespace jiheng::app
