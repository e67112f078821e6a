#pragma once

#include <algorithm>
#include <cstddef>
#include <functional>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "fabula/view.hpp"

/// The settings of a view as rows: a key, its possible values, and the member of the view's Options that keeps it. The
/// default is the value with which the member is initialized.
namespace fabula::drawing {

template <typename Options>
struct SettingRow {
    SettingDescription description;
    std::function<void(Options&, std::string_view)> set;  ///< given a value that the description allows
};

/// A setting that is yes or no.
template <typename Options>
[[nodiscard]] SettingRow<Options> setting(std::string_view key, bool Options::* member, std::string_view meaning) {
    const bool otherwise = Options{}.*member;
    return {{key, {otherwise ? "yes" : "no", otherwise ? "no" : "yes"}, meaning},
            [member](Options& options, std::string_view value) { options.*member = value == "yes"; }};
}

/// A setting that is one of a few words, in the order of the values of an enumeration.
template <typename Options, typename Choice>
[[nodiscard]] SettingRow<Options> setting(std::string_view key, Choice Options::* member,
                                          std::vector<std::string_view> words, std::string_view meaning) {
    std::vector<std::string_view> values = words;
    const auto otherwise = values.begin() + static_cast<std::ptrdiff_t>(Options{}.*member);
    std::rotate(values.begin(), otherwise, otherwise + 1);
    return {{key, std::move(values), meaning},
            [member, words = std::move(words)](Options& options, std::string_view value) {
                options.*member = static_cast<Choice>(std::ranges::find(words, value) - words.begin());
            }};
}

/// All settings of a view.
template <typename Options>
class SettingTable {
public:
    explicit SettingTable(std::vector<SettingRow<Options>> rows) : rows_(std::move(rows)) {}

    /// For the registry of views.
    [[nodiscard]] std::vector<SettingDescription> descriptions() const {
        std::vector<SettingDescription> all;
        for (const SettingRow<Options>& row : rows_)
            all.push_back(row.description);
        return all;
    }

    /// Precondition: the settings were checked against their descriptions.
    [[nodiscard]] Options read(std::span<const Setting> settings) const {
        Options options;
        for (const auto& [key, value] : settings) {
            for (const SettingRow<Options>& row : rows_) {
                if (row.description.key == key) row.set(options, value);
            }
        }
        return options;
    }

private:
    std::vector<SettingRow<Options>> rows_;
};

}  // namespace fabula::drawing
