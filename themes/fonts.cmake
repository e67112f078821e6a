# The fonts that go with the themes, by the Debian package that has them; paths relative to FABULA_FONT_ROOT.
# A theme may name any family of this list; the Noto ones are what text falls back to in other scripts.
set(FABULA_FONT_ROOT /usr/share/fonts CACHE PATH "Where the font files of FABULA_FONT_PACKAGES lie")

set(FABULA_FONT_PACKAGES fonts-lato fonts-ebgaramond fonts-vollkorn fonts-inter fonts-noto-core fonts-noto-cjk)

set(FABULA_FONTS_fonts-lato
    truetype/lato/Lato-Regular.ttf truetype/lato/Lato-Italic.ttf
    truetype/lato/Lato-Bold.ttf truetype/lato/Lato-BoldItalic.ttf)

set(FABULA_FONTS_fonts-ebgaramond
    opentype/ebgaramond/EBGaramond12-Regular.otf opentype/ebgaramond/EBGaramond12-Italic.otf
    opentype/ebgaramond/EBGaramond12-Bold.otf)

set(FABULA_FONTS_fonts-vollkorn
    truetype/vollkorn/Vollkorn-Regular.ttf truetype/vollkorn/Vollkorn-Italic.ttf
    truetype/vollkorn/Vollkorn-Bold.ttf truetype/vollkorn/Vollkorn-BoldItalic.ttf)

set(FABULA_FONTS_fonts-inter
    opentype/inter/Inter-Regular.otf opentype/inter/Inter-Italic.otf
    opentype/inter/Inter-Bold.otf opentype/inter/Inter-BoldItalic.otf)

set(FABULA_FONTS_fonts-noto-core
    truetype/noto/NotoSans-Regular.ttf truetype/noto/NotoSans-Italic.ttf
    truetype/noto/NotoSans-Bold.ttf truetype/noto/NotoSans-BoldItalic.ttf
    truetype/noto/NotoSansArabic-Regular.ttf truetype/noto/NotoSansArabic-Bold.ttf
    truetype/noto/NotoSansHebrew-Regular.ttf truetype/noto/NotoSansHebrew-Bold.ttf
    truetype/noto/NotoSerif-Regular.ttf truetype/noto/NotoSerif-Italic.ttf
    truetype/noto/NotoSerif-Bold.ttf truetype/noto/NotoSerif-BoldItalic.ttf
    truetype/noto/NotoSansMath-Regular.ttf truetype/noto/NotoSansSymbols-Regular.ttf
    truetype/noto/NotoSansSymbols2-Regular.ttf)
foreach(script Armenian Bengali Devanagari Ethiopic Georgian Gujarati Gurmukhi Kannada Khmer Lao Malayalam Myanmar
               Sinhala Tamil Telugu Thai)
  list(APPEND FABULA_FONTS_fonts-noto-core
       truetype/noto/NotoSans${script}-Regular.ttf truetype/noto/NotoSans${script}-Bold.ttf)
endforeach()

set(FABULA_FONTS_fonts-noto-cjk
    opentype/noto/NotoSansCJK-Regular.ttc opentype/noto/NotoSansCJK-Bold.ttc)
