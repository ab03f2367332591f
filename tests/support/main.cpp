// SPDX-License-Identifier: BSL-1.0
#if __has_include(<catch2/catch_session.hpp>)
#include <catch2/catch_session.hpp>
#else
#define CATCH_CONFIG_RUNNER
#include <catch2/catch.hpp>
#endif

/// A case that has compared nothing has failed: its loop went over nothing.
int main(int argc, char** argv) {
    Catch::Session session;
    if (auto const wrong = session.applyCommandLine(argc, argv)) return wrong;
    auto& asked = session.configData().warnings;
    asked = static_cast<Catch::WarnAbout::What>(asked | Catch::WarnAbout::NoAssertions);
    return session.run();
}
