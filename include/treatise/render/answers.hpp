// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/render/answers/about.hpp>
#include <treatise/render/answers/across.hpp>
#include <treatise/render/answers/candidates.hpp>
#include <treatise/render/answers/categories.hpp>
#include <treatise/render/answers/circumstance.hpp>
#include <treatise/render/answers/facts.hpp>
#include <treatise/render/answers/gaps.hpp>
#include <treatise/render/answers/json.hpp>
#include <treatise/render/answers/json_facts.hpp>
#include <treatise/render/answers/json_sides.hpp>
#include <treatise/render/answers/paths.hpp>
#include <treatise/render/answers/record.hpp>
#include <treatise/render/answers/sides.hpp>
#include <treatise/render/answers/why.hpp>
