// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <string>
#include <string_view>
#include <system_error>
#include <vector>

namespace fixture {

/// The whole of a file; empty where there is none.
inline std::string text_of(std::string const& path) {
    std::ifstream file{path, std::ios::binary};
    return {std::istreambuf_iterator<char>{file}, {}};
}

/// A folder for the files of one test, gone with it.
class folder {
public:
    folder() : path_{std::filesystem::temp_directory_path() / ("treatise-test-" + std::to_string(std::random_device{}()))} {
        std::filesystem::create_directories(path_);
    }
    ~folder() {
        std::error_code ignored;
        std::filesystem::remove_all(path_, ignored);
    }
    folder(folder const&) = delete;
    folder& operator=(folder const&) = delete;

    std::string path() const { return path_.string(); }
    std::string operator/(std::string const& name) const { return (path_ / name).string(); }
    /// Writes a file and returns its path.
    std::string file(std::string const& name, std::string_view bytes) const {
        std::ofstream{path_ / name, std::ios::binary} << bytes;
        return *this / name;
    }
    /// What is in it, A to Z.
    std::vector<std::string> names() const {
        std::vector<std::string> found;
        for (auto const& entry : std::filesystem::directory_iterator{path_}) found.push_back(entry.path().filename().string());
        std::sort(found.begin(), found.end());
        return found;
    }

private:
    std::filesystem::path path_;
};

}  // namespace fixture
