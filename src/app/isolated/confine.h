#pragma once

#include <sys/types.h>

#include <chrono>
#include <cstddef>

#include "base/result.h"

namespace jiheng::app {

/// Address sanitizer maps terabytes, and its reports need files and calls a reader does without:
/// where it is in, only time is limited. The optimised program is tested for the rest.
#if defined(__SANITIZE_ADDRESS__)
inline constexpr bool kConfined = false;
#else
inline constexpr bool kConfined = true;
#endif

/// Takes from this process, for good, every call to the kernel but those that reading bytes in
/// memory and answering over an open socket need. No file, network, other process or executable
/// memory is within reach afterwards.
///
/// Errors  unavailable `document.reader_not_started`: the kernel does not filter calls.
[[nodiscard]] Result<void> give_up_calls();

/// Limits another process: `memory` bytes of addresses, nothing written to files, no core, no
/// file opened.
///
/// Errors  unavailable `document.reader_not_started`.
[[nodiscard]] Result<void> limit_process(pid_t process, std::size_t memory);

/// From now on the process may compute for `time` (rounded up to seconds); then SIGXCPU ends it.
[[nodiscard]] Result<void> limit_computing(pid_t process, std::chrono::milliseconds time);

/// `document.reader_not_started` with the system's reason.
[[nodiscard]] tl::unexpected<Error> not_started(int error);

}  // namespace jiheng::app
