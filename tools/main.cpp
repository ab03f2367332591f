// SPDX-License-Identifier: BSL-1.0
#include "command_line.hpp"
#include "output.hpp"

#include <exception>
#include <new>

using namespace treatise::tool;

int main(int argc, char** argv) {
    keep_write_errors();
    leave_no_parts();
    try {
        auto const call = read_command_line(argc, argv);
        if (!call.run) {
            put({}, call.help);
            return 0;
        }
        auto const made = call.run(call.asked);
        if (!made.written) put(call.asked, made.text);
        complain(made.report);
        for (auto const& m : made.messages) complain("treatise: " + m + '\n');
        return made.code;
    } catch (refusal const& why) {
        complain(why.report);
        for (auto const& m : why.messages) complain("treatise: " + m + '\n');
        return why.code;
    } catch (std::bad_alloc const&) { complain("treatise: out of memory\n"); } catch (std::exception const& e) {
        complain(std::string{"treatise: "} + e.what() + '\n');
    }
    return 2;
}
