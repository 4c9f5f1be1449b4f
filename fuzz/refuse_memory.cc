// A picture may say that it is as large as a field. In the program a process of its own has no room
// for that; here so much memory is refused, so that no input takes seconds to clear it.
extern "C" const char* __asan_default_options();  // NOLINT: the sanitizer's name

const char* __asan_default_options() {  // NOLINT
  return "allocator_may_return_null=1:max_allocation_size_mb=64";
}
