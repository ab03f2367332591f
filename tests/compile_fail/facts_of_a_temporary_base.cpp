// expect: (use of deleted function|call to deleted member function)
// SPDX-License-Identifier: BSL-1.0
// The texts of a fact look into a base that nobody would own.
#include <treatise/graph/storage.hpp>
#include <treatise/query/facts.hpp>

treatise::storage made();

std::string_view source(treatise::claim_id c) {
#ifdef VALID
    static auto const owner = made();
    return fact_of(owner.view(), c)->source.title;
#else
    return fact_of(made().view(), c)->source.title;
#endif
}
