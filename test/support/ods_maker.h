#pragma once

#include <string>

#include "zip_writer.h"

namespace jiheng::test {

/// A spreadsheet of what stands in <office:spreadsheet> and in <office:automatic-styles>.
inline Parts ods_parts(const std::string& tables, const std::string& styles = {}) {
  return {{"mimetype", "application/vnd.oasis.opendocument.spreadsheet"},
          {"content.xml",
           "<office:document-content xmlns:office='o' xmlns:table='t' xmlns:text='x'>"
           "<office:automatic-styles>" +
               styles + "</office:automatic-styles><office:body><office:spreadsheet>" + tables +
               "</office:spreadsheet></office:body></office:document-content>"},
          {"META-INF/manifest.xml", "<manifest:manifest xmlns:manifest='m'/>"}};
}

inline std::string make_ods(const std::string& tables, const std::string& styles = {}) {
  return make_zip(ods_parts(tables, styles));
}

}  // namespace jiheng::test
