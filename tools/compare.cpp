// SPDX-License-Identifier: BSL-1.0
#include "answered.hpp"
#include "compared.hpp"

#include <treatise/table/compare.hpp>

namespace treatise::tool {

comparison compared(knowledge_base const& kb, question const& q) { return compare(kb, q.cause, q.view, q.scope, q.how); }

result compare_options(request const& asked) {
    return answered(asked, [](knowledge_base const& kb, question const& q) { return compared(kb, q); });
}

}  // namespace treatise::tool
