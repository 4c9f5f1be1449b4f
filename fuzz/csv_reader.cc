// Any bytes behind a head row, so that the reader takes them for separated values.
#include <cstddef>
#include <cstdint>
#include <string>

#include "document_rows.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::string bytes = "单位名称,项目名称,一级指标,二级指标,三级指标,计算符号,指标值,计量单位\n";
  bytes.append(reinterpret_cast<const char*>(data), size);
  jiheng::fuzz::read_document(bytes);
  return 0;
}
