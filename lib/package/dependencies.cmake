# What the library is built on. Read by the build, and again by find_package(fabula): a static library's users link
# these too.
find_package(PkgConfig REQUIRED)
find_package(yaml-cpp REQUIRED)
find_package(fmt REQUIRED)
if(NOT TARGET PkgConfig::GLIB)
  pkg_check_modules(GLIB REQUIRED IMPORTED_TARGET glib-2.0)
endif()
if(NOT TARGET PkgConfig::PANGOCAIRO)
  pkg_check_modules(PANGOCAIRO REQUIRED IMPORTED_TARGET pangocairo pangoft2 cairo-ft cairo-pdf cairo-svg fontconfig)
endif()
if(NOT TARGET PkgConfig::ICU)
  pkg_check_modules(ICU REQUIRED IMPORTED_TARGET icu-i18n icu-uc)
endif()
if(NOT TARGET PkgConfig::PNG)
  pkg_check_modules(PNG REQUIRED IMPORTED_TARGET libpng)
endif()
# What SVG embeds of fonts.
if(NOT TARGET PkgConfig::HARFBUZZ)
  pkg_check_modules(HARFBUZZ REQUIRED IMPORTED_TARGET harfbuzz harfbuzz-subset)
endif()
# What Cairo's PDF cannot say (tags, bookmarks, inks), and the profiles of its colours.
if(NOT TARGET PkgConfig::QPDF)
  pkg_check_modules(QPDF REQUIRED IMPORTED_TARGET libqpdf)
endif()
if(NOT TARGET PkgConfig::LCMS)
  pkg_check_modules(LCMS REQUIRED IMPORTED_TARGET lcms2)
endif()
# CaDiCaL, which brings no file for find_package. Without it the library orders storylines by heuristics alone, and proves
# nothing.
find_library(CADICAL_LIBRARY cadical)
find_path(CADICAL_INCLUDE_FOLDER cadical.hpp)
if(CADICAL_LIBRARY AND CADICAL_INCLUDE_FOLDER AND NOT FABULA_WITHOUT_CADICAL AND NOT TARGET fabula_cadical)
  add_library(fabula_cadical UNKNOWN IMPORTED)
  set_target_properties(fabula_cadical PROPERTIES IMPORTED_LOCATION "${CADICAL_LIBRARY}"
                        INTERFACE_INCLUDE_DIRECTORIES "${CADICAL_INCLUDE_FOLDER}")
endif()
