// SPDX-License-Identifier: BSL-1.0
#pragma once
// What can be asked, and the scope that narrows it.

#include <treatise/query/about.hpp>
#include <treatise/query/absolute.hpp>
#include <treatise/query/aims.hpp>
#include <treatise/query/applicability.hpp>
#include <treatise/query/around.hpp>
#include <treatise/query/candidates.hpp>
#include <treatise/query/diff.hpp>
#include <treatise/query/diff_entities.hpp>
#include <treatise/query/difference.hpp>
#include <treatise/query/disagreements.hpp>
#include <treatise/query/find.hpp>
#include <treatise/query/gaps.hpp>
#include <treatise/query/interest.hpp>
#include <treatise/query/label_read.hpp>
#include <treatise/query/matter_of.hpp>
#include <treatise/query/no_effect.hpp>
#include <treatise/query/paths.hpp>
#include <treatise/query/ratio.hpp>
#include <treatise/query/scope.hpp>
#include <treatise/query/stale.hpp>
#include <treatise/query/statements.hpp>
#include <treatise/query/suggest.hpp>
#include <treatise/query/why.hpp>
#include <treatise/query/wider.hpp>
#include <treatise/query/withdrawn.hpp>
