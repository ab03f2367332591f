// SPDX-License-Identifier: BSL-1.0
#pragma once
// What can be said: kinds, relations, quantities, claims, sources.

#include <treatise/model/archive.hpp>
#include <treatise/model/bits.hpp>
#include <treatise/model/character.hpp>
#include <treatise/model/claim.hpp>
#include <treatise/model/date.hpp>
#include <treatise/model/decimal.hpp>
#include <treatise/model/expected.hpp>
#include <treatise/model/fields.hpp>
#include <treatise/model/id.hpp>
#include <treatise/model/limits.hpp>
#include <treatise/model/list.hpp>
#include <treatise/model/lists.hpp>
#include <treatise/model/nearest.hpp>
#include <treatise/model/quantity.hpp>
#include <treatise/model/schema.hpp>
#include <treatise/model/schema_traits.hpp>
#include <treatise/model/seen_text.hpp>
#include <treatise/model/vocabulary.hpp>
