// SPDX-License-Identifier: BSL-1.0
#include <treatise/snapshot/files.hpp>
#include <treatise/snapshot/snapshot.hpp>

#include "catch.hpp"
#include "fixtures.hpp"
#include "folder.hpp"

#include <algorithm>
#include <atomic>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <system_error>
#include <thread>
#include <utility>
#include <vector>

#if __has_include(<unistd.h>)
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>
#include <csignal>
#endif

namespace snapshot_files_test {

using namespace treatise;
using fixture::folder;
using fixture::text_of;
namespace fs = std::filesystem;

namespace {

using names = std::vector<std::string>;

}  // namespace

TEST_CASE("A link that leads nowhere or in a circle is an error, and stays a link", "[files]") {
    folder const in;
    fs::create_symlink("nothing", in / "dangling");
    fs::create_symlink("b", in / "a");
    fs::create_symlink("a", in / "b");
    fs::create_symlink("self", in / "self");
    fs::create_symlink(in / "no/such/folder", in / "far");
    for (auto const* name : {"dangling", "a", "b", "self", "far"}) {
        INFO(name);
        CHECK(write_file(in / name, "new"));
        CHECK(fs::is_symlink(in / name));
    }
    CHECK(write_file(in / "dangling", "new") == std::errc::no_such_file_or_directory);
    CHECK(write_file(in / "a", "new") == std::errc::too_many_symbolic_link_levels);
    CHECK(in.names() == names{"a", "b", "dangling", "far", "self"});
    in.file("real", "old");
    fs::create_symlink("real", in / "good");
    CHECK_FALSE(write_file(in / "good", "new"));
    CHECK(text_of(in / "real") == "new");
    CHECK(fs::is_symlink(in / "good"));
}

TEST_CASE("A writer that is given up leaves what stood there, and nothing beside it", "[files]") {
    folder const in;
    in.file("x", "old");
    {
        file_writer writer{in / "x"};
        writer << "half of it";
        CHECK(in.names().size() == 2);
    }
    CHECK(text_of(in / "x") == "old");
    CHECK(in.names() == names{"x"});
}

TEST_CASE("Many who write one file at once leave one of the files, whole", "[files][threads]") {
    folder const in;
    std::vector<std::string> texts;
    for (char c = 'a'; c != 'a' + 8; ++c) texts.emplace_back(200'000, c);
    in.file("x", texts[0]);
    std::atomic<int> failed{0};
    std::atomic<bool> over{false}, torn{false};
    std::thread reader{[&] {
        while (!over) {
            auto const now = text_of(in / "x");
            if (now.size() != 200'000 || now.find_first_not_of(now[0]) != now.npos) torn = true;
        }
    }};
    std::vector<std::thread> writers;
    for (auto const& text : texts)
        writers.emplace_back([&] {
            for (int i = 0; i != 10; ++i)
                if (write_file(in / "x", text)) ++failed;
        });
    for (auto& w : writers) w.join();
    over = true;
    reader.join();
    CHECK(failed == 0);
    CHECK_FALSE(torn);
    CHECK(std::find(texts.begin(), texts.end(), text_of(in / "x")) != texts.end());
    CHECK(in.names() == names{"x"});
}

#if __has_include(<unistd.h>)

namespace {

/// Runs `f` in a process of its own, which ends by _exit; its number.
template <class F>
::pid_t in_child(F&& f) {
    auto const child = ::fork();
    if (child == 0) {
        f();
        ::_exit(0);
    }
    return child;
}
int ended(::pid_t child) {
    int status = 0;
    ::waitpid(child, &status, 0);
    return status;
}
/// Starts to write a file in a process of its own, and ends it by a signal in the middle.
void interrupted(std::string const& path, int signal) {
    int ready[2];
    REQUIRE(::pipe(ready) == 0);
    auto const child = in_child([&] {
        for (int const caught : {SIGINT, SIGTERM, SIGHUP})
            std::signal(caught, [](int) {
                remove_unfinished_files();
                ::_exit(1);
            });
        file_writer writer{path};
        writer << std::string(1 << 20, 'n');
        (void)!::write(ready[1], "x", 1);
        for (;;) ::pause();
    });
    char byte;
    REQUIRE(::read(ready[0], &byte, 1) == 1);
    ::kill(child, signal);
    ended(child);
    ::close(ready[0]);
    ::close(ready[1]);
}
/// The number of a process that was there and is no more.
std::string dead_process() {
    auto const child = in_child([] {});
    ended(child);
    return std::to_string(child);
}

}  // namespace

TEST_CASE("A signal leaves what stood there and no half-written file beside it", "[files][faults]") {
    folder const in;
    in.file("x", "old");
    for (int const signal : {SIGINT, SIGTERM, SIGHUP}) {
        interrupted(in / "x", signal);
        CHECK(text_of(in / "x") == "old");
        CHECK(in.names() == names{"x"});
    }
}

TEST_CASE("What a program that was killed left beside a file is gone when the file is written next", "[files][faults]") {
    folder const in;
    in.file("x", "old");
    interrupted(in / "x", SIGKILL);
    CHECK(text_of(in / "x") == "old");
    REQUIRE(in.names().size() == 2);
    CHECK(in.names()[1].ends_with(".part"));
    CHECK_FALSE(write_file(in / "x", "new"));
    CHECK(text_of(in / "x") == "new");
    CHECK(in.names() == names{"x"});
}

TEST_CASE("Of files beside it a writer removes those of dead processes that bear its name, and no others", "[files]") {
    folder const in;
    auto const dead = dead_process(), alive = std::to_string(::getppid());
    auto const stay = names{"x." + alive + ".7.part", "x.1234567890123.7.part", "x." + dead + ".part", "x.y." + dead + ".7.part",
        "x.part", "x..part", "x.0.7.part", "y." + dead + ".7.part", "x." + dead + ".7.parts", "x." + dead};
    for (auto const& name : stay) in.file(name, "theirs");
    in.file("x." + dead + ".7.part", "left behind");
    in.file("x." + dead + ".99.part", "left behind");
    CHECK_FALSE(write_file(in / "x", "new"));
    auto expected = stay;
    expected.push_back("x");
    std::sort(expected.begin(), expected.end());
    CHECK(in.names() == expected);
}

TEST_CASE("A file that another process holds is not taken for one left behind, whatever its number", "[files]") {
    folder const in;
    auto const name = "x." + dead_process() + ".7.part";  // as one in another container would look
    in.file(name, "being written");
    int const file = ::open((in / name).c_str(), O_RDWR);
    REQUIRE(::flock(file, LOCK_EX) == 0);
    CHECK_FALSE(write_file(in / "x", "new"));
    CHECK(in.names() == names{"x", name});
    ::close(file);
    CHECK_FALSE(write_file(in / "x", "new"));
    CHECK(in.names() == names{"x"});
}

TEST_CASE("A pipe that nobody reads is an error and not waited for; one that somebody reads is written to", "[files]") {
    folder const in;
    REQUIRE(::mkfifo((in / "pipe").c_str(), 0600) == 0);
    CHECK(write_file(in / "pipe", "new") == std::errc::no_such_device_or_address);
    int const reader = ::open((in / "pipe").c_str(), O_RDONLY | O_NONBLOCK);
    REQUIRE(reader >= 0);
    CHECK_FALSE(write_file(in / "pipe", "new"));
    char bytes[8];
    CHECK(::read(reader, bytes, sizeof bytes) == 3);
    ::close(reader);
    CHECK(snapshot::open(in / "pipe").error().what.starts_with("is no file"));
    CHECK(snapshot::read_verified(in / "pipe").error().what.starts_with("is no file"));
    CHECK_FALSE(is_snapshot(in / "pipe"));
}

TEST_CASE("A full disk, at any byte, leaves what stood there", "[files][faults]") {
    if (fs::exists("/dev/full")) CHECK(write_file("/dev/full", "new") == std::errc::no_space_on_device);
    folder const in;
    for (std::size_t const room :
        {std::size_t{0}, std::size_t{1}, std::size_t{4096}, std::size_t{262'144}, std::size_t{999'999}}) {
        in.file("x", "old");
        auto const status = ended(in_child([&] {
            std::signal(SIGXFSZ, SIG_IGN);
            ::rlimit const most{room, room};
            ::setrlimit(RLIMIT_FSIZE, &most);
            ::_exit(write_file(in / "x", std::string(1'000'000, 'n')) == std::errc::file_too_large ? 7 : 8);
        }));
        CHECK((WIFEXITED(status) && WEXITSTATUS(status) == 7));
        CHECK(text_of(in / "x") == "old");
        CHECK(in.names() == names{"x"});
    }
}

TEST_CASE("A file or folder that may not be written stays as it is", "[files][faults]") {
    if (::geteuid() == 0) {  // root may write everywhere but where nobody may
        if (fs::exists("/proc/version")) CHECK(write_file("/proc/version", "new"));
        return;
    }
    folder const in;
    in.file("x", "old");
    fs::permissions(in / "x", fs::perms::owner_read);
    CHECK(write_file(in / "x", "new") == std::errc::permission_denied);
    fs::create_directory(in / "locked");
    fs::permissions(in / "locked", fs::perms::owner_read | fs::perms::owner_exec);
    CHECK(write_file(in / "locked/x", "new") == std::errc::permission_denied);
    CHECK(text_of(in / "x") == "old");
}

TEST_CASE("A snapshot that was read into memory answers whatever becomes of its file", "[snapshot][files]") {
    folder const in;
    auto const kb = fixture::knee();
    REQUIRE(write_snapshot(kb, in / "x"));
    auto const opened = snapshot::read_verified(in / "x");
    REQUIRE(opened);
    auto const same = [&] { return content_hash(opened->view()) == content_hash(kb); };
    CHECK(same());
    ::truncate((in / "x").c_str(), 100);
    CHECK(same());
    in.file("x", std::string(1 << 20, '\xff'));
    CHECK(same());
    fs::remove(in / "x");
    CHECK(same());
}

TEST_CASE("A snapshot that is mapped stays whole where its file is replaced by another", "[snapshot][files]") {
    folder const in;
    auto const kb = fixture::knee();
    REQUIRE(write_snapshot(kb, in / "x"));
    auto const opened = snapshot::open_verified(in / "x");
    REQUIRE(opened);
    REQUIRE_FALSE(write_file(in / "x", "another file"));
    CHECK(content_hash(opened->view()) == content_hash(kb));
}

TEST_CASE("A snapshot as large as the limit is read into memory, a larger one is refused", "[snapshot][limits]") {
    folder const in;
    auto const size = write_snapshot(fixture::knee(), in / "x");
    REQUIRE(size);
    CHECK(snapshot::read_verified(in / "x", *size));
    auto const over = snapshot::read_verified(in / "x", *size - 1);
    REQUIRE_FALSE(over);
    CHECK(over.error().where.file == in / "x");
    CHECK(over.error().what == "is larger than the " + std::to_string(*size - 1) + " bytes that are read into memory");
    CHECK_FALSE(snapshot::read_verified(in / "x", 0));
}

TEST_CASE("A snapshot that was read into memory is checked as one that is mapped", "[snapshot][damage]") {
    folder const in;
    REQUIRE(write_snapshot(fixture::knee(), in / "x"));
    auto bytes = text_of(in / "x");
    bytes[bytes.size() / 2] = static_cast<char>(bytes[bytes.size() / 2] ^ 1);
    in.file("x", bytes);
    auto const mapped = snapshot::open_verified(in / "x"), copied = snapshot::read_verified(in / "x");
    REQUIRE_FALSE(mapped);
    REQUIRE_FALSE(copied);
    CHECK(copied.error() == mapped.error());
}

#endif

}  // namespace snapshot_files_test
