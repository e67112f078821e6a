# What the library is built on. Read by the build, and again by find_package(fabula): a static library's users link
# these too.
find_package(PkgConfig REQUIRED)
find_package(yaml-cpp REQUIRED)
find_package(fmt REQUIRED)
if(NOT TARGET PkgConfig::PANGOCAIRO)
  pkg_check_modules(PANGOCAIRO REQUIRED IMPORTED_TARGET pangocairo pangoft2 cairo-ft cairo-pdf cairo-svg fontconfig)
endif()
if(NOT TARGET PkgConfig::ICU)
  pkg_check_modules(ICU REQUIRED IMPORTED_TARGET icu-i18n icu-uc)
endif()
if(NOT TARGET PkgConfig::QPDF)
  pkg_check_modules(QPDF REQUIRED IMPORTED_TARGET libqpdf)
endif()
