// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/render/answers/about.hpp>
#include <treatise/render/answers/candidates.hpp>
#include <treatise/render/answers/gaps.hpp>
#include <treatise/render/answers/json.hpp>
#include <treatise/render/answers/paths.hpp>
#include <treatise/render/answers/record.hpp>
#include <treatise/render/answers/why.hpp>
