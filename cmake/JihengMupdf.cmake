# jiheng_mupdf: Debian's MuPDF 1.21 is a static library whose mupdf.pc leaves out most of what it
# needs; the order matters to the linker.
pkg_check_modules(MUPDF_NEEDS REQUIRED IMPORTED_TARGET freetype2 harfbuzz libopenjp2 gumbo libjpeg)
find_library(MUPDF_LIBRARY mupdf REQUIRED)
find_library(MUPDF_THIRD_LIBRARY mupdf-third)
find_library(MUJS_LIBRARY mujs REQUIRED)
find_library(JBIG2DEC_LIBRARY jbig2dec REQUIRED)

add_library(jiheng_mupdf INTERFACE)
target_link_libraries(jiheng_mupdf INTERFACE ${MUPDF_LIBRARY})
if(MUPDF_THIRD_LIBRARY)
  target_link_libraries(jiheng_mupdf INTERFACE ${MUPDF_THIRD_LIBRARY})
endif()
target_link_libraries(jiheng_mupdf INTERFACE ${MUJS_LIBRARY} ${JBIG2DEC_LIBRARY}
                      PkgConfig::MUPDF_NEEDS ZLIB::ZLIB m)
