// Lesson: knowledge from a folder of TOML files. What is wrong with them comes with file, line and column.
#include <treatise/toml/read.hpp>
#include <treatise/treatise.hpp>

#include <iostream>

using namespace treatise;

int main() {
    auto const read = read_toml_folder("knowledge/neuropathic-pain");
    if (!read) {
        std::cerr << report(read.error());
        return 1;
    }
    auto const kb = read->view();  // looks at what `read` owns
    std::cout << kb[kb.base().name] << ", its kinds of therapy in their printed order:\n";
    for (auto c : kb.all<therapy_class>())
        if (kb.out<is_a>(c).empty()) std::cout << "  " << kb.name(c) << '\n';

    // A text in memory is read the same way.
    auto const wrong = read_toml({{"notes.toml", R"(
[[therapy]]
key = "tai-chi"
name = "Tai chi"
listed_under = "movment"
dose = "daily"
)"}});
    if (!wrong) std::cout << "notes.toml:\n" << report(wrong.error());
}
