// Lesson: a knowledge base of your own, made at run time. The builder checks everything and returns every problem.
#include <treatise/graph/freeze.hpp>
#include <treatise/render/phrase.hpp>
#include <treatise/treatise.hpp>

#include <iostream>

using namespace treatise;

// What is said here of knees is made up.
void describe(builder& b) {
    b.base({b.text("knees"), b.text("Knee pain"), b.text("1.0.0"), b.text("me"), b.text("Made up; never for use."),
        date{2024, 10, 1}});
    auto const leaflet = b.add<source>({"leaflet", "Leaflet 2024"}, {.kind = source_kind::patient_guide,
                                                                        .title = b.text("Knees"),
                                                                        .authors = b.text("A. Nobody"),
                                                                        .published = date{2024, 0, 0}});
    auto const knee_pain = b.add<cause>({"knee-pain", "Knee pain"});
    auto const movement = b.add<therapy_class>({"movement", "Movement"}, {1});
    auto const tai_chi = b.add<therapy>({"tai-chi", "Tai chi"});
    auto const less_pain = b.add<outcome>({"less-pain", "less pain"}, {valence::desirable, false, {}, {}});
    b.relate<listed_under>(tai_chi, movement);

    attribution said;
    said.source = leaflet;
    said.place = b.text("page 2");
    said.checked = date{2024, 10, 2};
    b.claim<used_for>(tai_chi, knee_pain, said, {"leaflet-tai-chi"});
    said.about = b.list(std::vector{knee_pain});
    b.claim<affects>(tai_chi, less_pain, said, {"leaflet-tai-chi-pain"});  // words, no figure
    // b.claim<affects>(tai_chi, knee_pain, ...) does not compile: a cause is no outcome
}

int main() {
    builder wrong;
    describe(wrong);
    auto const brace = wrong.add<therapy>({"Knee brace", "Knee brace"});     // not in the form of a key
    auto const again = wrong.add<cause>({"knee-pain", "Knee pain, again"});  // a key used twice
    wrong.relate<is_a>(again, again);                                        // a circle
    wrong.claim<used_for>(brace, again, {}, {"leaflet-tai-chi"});            // no source, place or date; an id used twice
    if (auto const refused = freeze(wrong); !refused) std::cout << "Refused:\n" << report(refused.error());

    builder b;
    describe(b);
    auto const knees = freeze(b);  // owns the arrays; a view looks at them and lives no longer
    if (!knees) return 1;
    auto const kb = knees->view();
    auto const cause_asked = find<cause>(kb, "knee pain");
    for (auto c : candidates(kb, *cause_asked))
        for (auto r : c.reasons)
            std::cout << kb.name(c.option) << ": " << phrase(kb, english, r.claim) << " (" << claim_key_of(kb, r.claim) << ")\n";
}
