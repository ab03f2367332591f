// Lesson: your own payer, rules and attributes on top of the built-in knowledge, at run time, from one file of TOML.
#include <treatise/knowledge/neuropathic_pain.hpp>
#include <treatise/query/conflicts.hpp>
#include <treatise/render/phrase.hpp>
#include <treatise/toml/overlay.hpp>
#include <treatise/treatise.hpp>
#include <treatise/words/names.hpp>
#include <treatise/words/overlay_words.hpp>

#include <iostream>

using namespace treatise;
namespace np = treatise::neuropathic_pain;

// A plan that does not exist.
constexpr char const* acme = R"([overlay]
key = "acme"
name = "Acme Health"
version = "1"
released = 2026-11-30

[[payer]]
key = "acme-plan"
name = "Acme Health plan"
jurisdiction = "us"

[[source]]
key = "acme-formulary"
name = "Acme formulary 2026"
kind = "payer_policy"
title = "Formulary, made up"
authors = "Acme Health"
published = 2026

[[covered_for]]
id = "acme-capsaicin"
subject = "capsaicin-8-patch"
object = "postherpetic-neuralgia"
payer = "acme-plan"
status = "prior_authorization"
source = "acme-formulary"
place = "line 12"
checked = 2026-11-30
acme.tier = 3
)";

int main() {
    auto const made = read_toml({{"acme.toml", acme}}, np::knowledge);
    if (!made) return std::cout << report(made.error()), 1;
    auto const kb = made->view();

    // The constants of the base stay valid; every claim says whose it is.
    for (auto const& c : kb.about<covered_for>(np::postherpetic_neuralgia))
        if (auto const whose = overlay_in_words(kb, english, c.number); !whose.empty())
            std::cout << kb.name(c.subject) << ": " << phrase(kb, english, c.number) << " (" << whose << "; tier "
                      << attribute(kb, c.number, "acme.tier") << ")\n";
    std::cout << edition(english, kb).substr(0, 72) << "...\n";
    std::cout << "At odds with the base: " << conflicts(kb).size() << '\n';

    // What an overlay may not do is an error, with file, line and key.
    auto const refused =
        read_toml({{"acme.toml", std::string{acme} + "[[withdrawal]]\nclaim = \"lab-tra-boxed\"\n"}}, np::knowledge);
    if (!refused) std::cout << report(refused.error());
}
