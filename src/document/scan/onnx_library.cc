#include "document/scan/onnx_library.h"

#include <dlfcn.h>

#include <array>
#include <cstddef>
#include <utility>

namespace jiheng::document {
namespace {

// ONNX Runtime's C interface is a table of functions whose order never changes; a program asks for
// the table of the version it knows. These are the places of those needed here (version 17 of the
// interface, which every library since 1.17 hands out).
constexpr std::uint32_t kInterface = 17;
enum class Call : std::size_t {
  get_error_message = 2,
  create_env = 3,
  create_session = 7,
  run = 9,
  create_session_options = 10,
  set_graph_optimization = 23,
  set_intra_threads = 24,
  set_inter_threads = 25,
  session_get_input_name = 36,
  session_get_output_name = 37,
  create_tensor_with_data = 49,
  get_tensor_data = 51,
  get_dimensions_count = 61,
  get_dimensions = 62,
  get_tensor_shape = 65,
  create_cpu_memory_info = 69,
  get_allocator = 78,
  release_env = 92,
  release_status = 93,
  release_memory_info = 94,
  release_session = 95,
  release_value = 96,
  release_shape = 99,
  release_session_options = 100,
};

/// What its functions take and give is opaque, an `OrtStatus*` that is not null is a failure.
using Handle = void*;

struct Base {
  const Handle* (*table)(std::uint32_t version);
  const char* (*version)();
};

constexpr int kErrorsOnly = 3;
constexpr int kAllOptimizations = 99;
constexpr int kFloat = 1;
constexpr int kArenaAllocator = 1;
constexpr int kDefaultMemory = 0;

tl::unexpected<Error> broken(const std::string& file, const std::string& reason) {
  return fail(ErrorCode::unavailable, {"scan.runtime_broken", {file, reason}});
}

}  // namespace

struct Network::State {
  std::string library{};
  Handle loaded{};
  const Handle* table{};
  Handle env{};
  Handle options{};
  Handle session{};
  Handle memory{};
  std::string input{};
  std::string output{};

  State() = default;
  State(const State&) = delete;
  State& operator=(const State&) = delete;
  State(State&&) = delete;
  State& operator=(State&&) = delete;

  ~State() {
    if (table != nullptr) {
      release(Call::release_memory_info, memory);
      release(Call::release_session, session);
      release(Call::release_session_options, options);
      release(Call::release_env, env);
    }
    // The library stays loaded: it has threads and memory of its own that outlive a session.
  }

  template <typename... Arguments>
  [[nodiscard]] Result<void> call(Call which, Arguments... arguments) const {
    using Function = Handle (*)(Arguments...);
    const auto function = reinterpret_cast<Function>(table[static_cast<std::size_t>(which)]);
    auto* const status = function(arguments...);
    if (status == nullptr) {
      return {};
    }
    using Message = const char* (*)(Handle);
    const auto message =
        reinterpret_cast<Message>(table[static_cast<std::size_t>(Call::get_error_message)]);
    std::string reason = message(status);
    release(Call::release_status, status);
    return broken(library, reason);
  }

  void release(Call which, Handle handle) const {
    if (handle != nullptr) {
      using Function = void (*)(Handle);
      reinterpret_cast<Function>(table[static_cast<std::size_t>(which)])(handle);
    }
  }

  Result<void> open() {
    loaded = dlopen(library.c_str(), RTLD_NOW | RTLD_LOCAL);
    if (loaded == nullptr) {
      return broken(library, dlerror());
    }
    using GetBase = const Base* (*)();
    const auto get_base = reinterpret_cast<GetBase>(dlsym(loaded, "OrtGetApiBase"));
    if (get_base == nullptr) {
      return broken(library, dlerror());
    }
    table = get_base()->table(kInterface);
    return table == nullptr ? broken(library, get_base()->version()) : Result<void>{};
  }

  [[nodiscard]] Result<std::string> name(Call which, Handle allocator) const {
    char* text = nullptr;
    JH_TRY_DO(call(which, session, std::size_t{0}, allocator, &text));
    // The allocator's memory, a few bytes once a process, is not worth a call to give back.
    return std::string(text);
  }

  Result<void> start(const std::string& model) {
    JH_TRY_DO(call(Call::create_env, kErrorsOnly, "jiheng", &env));
    JH_TRY_DO(call(Call::create_session_options, &options));
    JH_TRY_DO(call(Call::set_intra_threads, options, 1));
    JH_TRY_DO(call(Call::set_inter_threads, options, 1));
    JH_TRY_DO(call(Call::set_graph_optimization, options, kAllOptimizations));
    JH_TRY_DO(call(Call::create_session, env, model.c_str(), options, &session));
    JH_TRY_DO(call(Call::create_cpu_memory_info, kArenaAllocator, kDefaultMemory, &memory));
    Handle allocator = nullptr;
    JH_TRY_DO(call(Call::get_allocator, &allocator));
    JH_TRY(input, name(Call::session_get_input_name, allocator));
    JH_TRY(output, name(Call::session_get_output_name, allocator));
    return {};
  }

  /// Values and shape of what a run gave.
  [[nodiscard]] Result<Tensor> take(Handle value) const {
    Handle shape = nullptr;
    JH_TRY_DO(call(Call::get_tensor_shape, value, &shape));
    std::size_t rank = 0;
    Tensor result;
    auto outcome = call(Call::get_dimensions_count, shape, &rank);
    if (outcome) {
      result.shape.resize(rank);
      outcome = call(Call::get_dimensions, shape, result.shape.data(), rank);
    }
    release(Call::release_shape, shape);
    JH_TRY_DO(std::move(outcome));
    float* values = nullptr;
    JH_TRY_DO(call(Call::get_tensor_data, value, &values));
    std::size_t size = 1;
    for (const auto length : result.shape) {
      size *= static_cast<std::size_t>(length);
    }
    result.values.assign(values, values + size);
    return result;
  }
};

Network::Network(std::unique_ptr<State> state) : state_(std::move(state)) {}

Network::Network(Network&&) noexcept = default;
Network& Network::operator=(Network&&) noexcept = default;
Network::~Network() = default;

Result<Network> Network::load(const std::string& library, const std::string& model) {
  auto state = std::make_unique<State>();
  state->library = library;
  JH_TRY_DO(state->open());
  JH_TRY_DO(state->start(model));
  return Network(std::move(state));
}

Result<Network::Tensor> Network::run(Tensor& input) {
  const auto& state = *state_;
  Handle value = nullptr;
  JH_TRY_DO(state.call(Call::create_tensor_with_data, state.memory,
                       static_cast<void*>(input.values.data()), input.values.size() * sizeof(float),
                       input.shape.data(), input.shape.size(), kFloat, &value));
  const std::array<const char*, 1> inputs{state.input.c_str()};
  const std::array<const char*, 1> outputs{state.output.c_str()};
  Handle given = nullptr;
  auto ran = state.call(Call::run, state.session, Handle{}, inputs.data(), &value, std::size_t{1},
                        outputs.data(), std::size_t{1}, &given);
  state.release(Call::release_value, value);
  JH_TRY_DO(std::move(ran));
  auto result = state.take(given);
  state.release(Call::release_value, given);
  return result;
}

}  // namespace jiheng::document
