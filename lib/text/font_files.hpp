#pragma once

#include <fontconfig/fontconfig.h>
#include <string>
#include <string_view>
#include <vector>

#include "fabula/scene.hpp"

#include "text/handle.hpp"

namespace fabula::typesetting {

using PatternHandle = Handle<FcPattern, FcPatternDestroy>;

/// What a font file says of its face numbered `face`; null where it is no font.
[[nodiscard]] PatternHandle read_face(const std::string& path, int face);

/// The first name of the family, in English where the file has several.
[[nodiscard]] std::string family_of(const FcPattern* pattern);

/// The font file that a fontconfig pattern stands for.
[[nodiscard]] Font font_of(const FcPattern* pattern);

/// The font files in a list of folders, looked up by family.
class FontFolders {
public:
    /// Folders that are not there are passed over; earlier ones win.
    explicit FontFolders(const std::vector<std::string>& folders);

    /// The files of the regular, bold, italic and bold italic faces of `family`, as far as they are there, by their
    /// names: as is the custom, "EBGaramond-BoldItalic.otf" for EB Garamond; where optical sizes are in the name
    /// ("EBGaramond12-Bold.otf") the largest is taken.
    [[nodiscard]] std::vector<std::string> files_named(std::string_view family) const;

    /// As above; where no file is named so, all files are opened and asked for their family, which is slow.
    [[nodiscard]] std::vector<std::string> files_of(std::string_view family) const;

private:
    std::vector<std::vector<std::string>> folders_;  ///< the files of each folder, sorted
};

/// The fonts installed on this machine, whatever this process uses itself. Reading what is installed takes time, so it
/// is read when it is first asked for.
class MachineFonts {
public:
    /// The files of the family's upright and italic faces, sorted; none where it is not installed.
    [[nodiscard]] std::vector<std::string> files_of(const std::string& family);

private:
    ConfigHandle config_;
};

}  // namespace fabula::typesetting
