// SPDX-License-Identifier: BSL-1.0
// What a program can assert of the knowledge it is built with, without exceptions and RTTI, within the compilers' own
// limits of constant evaluation.
#if __has_include(<treatise/knowledge/neuropathic_pain.hpp>)
#include <treatise/knowledge/neuropathic_pain.hpp>

#include <treatise/query/candidates.hpp>
#include <treatise/query/find.hpp>
#include <treatise/query/paths.hpp>
#include <treatise/query/statements.hpp>

namespace np = treatise::neuropathic_pain;

namespace {

using treatise::id;

// Each cause that the base was made for has documented options.
static_assert(!candidates(np::knowledge, np::neuropathic_pain).empty());
static_assert(!candidates(np::knowledge, np::painful_diabetic_neuropathy).empty());
static_assert(!candidates(np::knowledge, np::postherpetic_neuralgia).empty());
static_assert(!candidates(np::knowledge, np::spinal_cord_injury_pain).empty());
static_assert(!candidates(np::knowledge, np::multiple_sclerosis_pain).empty());
static_assert(!candidates(np::knowledge, np::chemotherapy_induced_neuropathy).empty());
static_assert(!candidates(np::knowledge, np::alcohol_related_neuropathy).empty());
static_assert(!candidates(np::knowledge, np::vitamin_b12_deficiency_neuropathy).empty());
static_assert(!candidates(np::knowledge, np::traumatic_nerve_injury_pain).empty());

static_assert(candidates(np::knowledge, np::postherpetic_neuralgia).contains(np::gabapentin));
static_assert(candidates(np::knowledge, np::postherpetic_neuralgia).contains(np::lidocaine_patch));
static_assert(row_of(np::knowledge, np::gabapentin) == np::gabapentinoids);

constexpr bool no_reference_is_a_candidate() {
    for (auto c : candidates(np::knowledge, np::painful_diabetic_neuropathy))
        if (auto const t = np::knowledge.as<treatise::therapy>(c.option); t && np::knowledge.details(t).reference) return false;
    return true;
}
static_assert(no_reference_is_a_candidate());

static_assert(!treatise::paths(np::knowledge, np::ketamine, np::postherpetic_neuralgia).empty());
static_assert(!tradeoffs(np::knowledge, np::ketamine, np::postherpetic_neuralgia).empty());
static_assert(*treatise::find(np::knowledge, "Neurontin") == id<treatise::entity>{np::gabapentin});
static_assert(!treatise::find(np::knowledge, "gabapentn"));
static_assert(np::knowledge.key(np::gabapentin) == "gabapentin");

// What must not compile, one by one.
template <class Kind>
concept is_asked_for = requires(id<Kind> asked) { candidates(np::knowledge, asked); };
template <class Kind>
concept is_in_candidates = requires(treatise::candidate_list const& list, id<Kind> e) { list.contains(e); };
template <class A, class B>
concept assigns = requires(id<A> a, id<B> b) { a = b; };
static_assert(is_asked_for<treatise::cause>);
static_assert(!is_asked_for<treatise::therapy>);
static_assert(!is_asked_for<treatise::outcome>);
static_assert(is_in_candidates<treatise::therapy>);
static_assert(!is_in_candidates<treatise::cause>);
static_assert(assigns<treatise::option, treatise::therapy>);
static_assert(!assigns<treatise::therapy, treatise::option>);
static_assert(!assigns<treatise::cause, treatise::outcome>);
static_assert(!assigns<treatise::cause, std::uint32_t>);

}  // namespace
#endif
