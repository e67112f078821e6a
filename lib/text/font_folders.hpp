#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace fabula {

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

}  // namespace fabula
