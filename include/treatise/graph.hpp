// SPDX-License-Identifier: BSL-1.0
#pragma once
// Where knowledge is held: a draft, what is refused, and the frozen base that answers.

#include <treatise/graph/attributes.hpp>
#include <treatise/graph/baked.hpp>
#include <treatise/graph/builder.hpp>
#include <treatise/graph/check.hpp>
#include <treatise/graph/claim_key.hpp>
#include <treatise/graph/claim_lists.hpp>
#include <treatise/graph/columns.hpp>
#include <treatise/graph/content_hash.hpp>
#include <treatise/graph/draft.hpp>
#include <treatise/graph/editions.hpp>
#include <treatise/graph/entity_with_key.hpp>
#include <treatise/graph/field_text.hpp>
#include <treatise/graph/field_values.hpp>
#include <treatise/graph/freeze.hpp>
#include <treatise/graph/interner.hpp>
#include <treatise/graph/knowledge_base.hpp>
#include <treatise/graph/message_parts.hpp>
#include <treatise/graph/overlay.hpp>
#include <treatise/graph/problem.hpp>
#include <treatise/graph/protection.hpp>
#include <treatise/graph/ranges.hpp>
#include <treatise/graph/recall.hpp>
#include <treatise/graph/source_text.hpp>
#include <treatise/graph/standing.hpp>
#include <treatise/graph/storage.hpp>
#include <treatise/graph/succession.hpp>
#include <treatise/graph/tables.hpp>
#include <treatise/graph/use_until.hpp>
#include <treatise/graph/walk.hpp>
