// expect: deleted|delete
// SPDX-License-Identifier: BSL-1.0
#include <treatise/model/expected.hpp>

struct owner {
    int view() const { return 1; }
};
treatise::expected<owner, int> read() { return owner{}; }

int main() {
#ifdef VALID
    auto const made = read();
    return made->view();
#else
    return read()->view();  // the owner ends with this line, and what its view looks at
#endif
}
