// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <string>
#include <string_view>

namespace fuzz {

/// A file for one input after another, in memory where the system has a folder for that; gone with this.
class memory_file {
public:
    explicit memory_file(std::string const& name) {
        namespace fs = std::filesystem;
        std::error_code error;
        auto const below = fs::is_directory("/dev/shm", error) ? fs::path{"/dev/shm"} : fs::temp_directory_path();
        folder_ = below / ("treatise-fuzz-" + std::to_string(std::random_device{}()));
        fs::create_directory(folder_);
        path_ = (folder_ / name).string();
    }
    ~memory_file() {
        std::error_code ignored;
        std::filesystem::remove_all(folder_, ignored);
    }
    memory_file(memory_file const&) = delete;
    memory_file& operator=(memory_file const&) = delete;

    std::string const& path() const { return path_; }
    void write(std::string_view bytes) const {
        std::ofstream{path_, std::ios::binary}.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    }
    std::string bytes() const {
        std::ifstream file{path_, std::ios::binary};
        return {std::istreambuf_iterator<char>{file}, {}};
    }

private:
    std::filesystem::path folder_{};
    std::string path_{};
};

}  // namespace fuzz
