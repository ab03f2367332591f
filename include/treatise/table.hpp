// SPDX-License-Identifier: BSL-1.0
#pragma once
// A comparison as a value: views, columns, rows, cells and their states.

#include <treatise/table/column.hpp>
#include <treatise/table/compare.hpp>
#include <treatise/table/compare_options.hpp>
#include <treatise/table/comparison.hpp>
#include <treatise/table/figures.hpp>
#include <treatise/table/grade.hpp>
#include <treatise/table/last_day.hpp>
#include <treatise/table/view.hpp>
