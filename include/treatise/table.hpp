// SPDX-License-Identifier: BSL-1.0
#pragma once
// A comparison as a value: views, columns, rows, cells and their states.

#include <treatise/table/column.hpp>
#include <treatise/table/compare.hpp>
#include <treatise/table/comparison.hpp>
#include <treatise/table/grade.hpp>
#include <treatise/table/view.hpp>
#include <treatise/table/rows.hpp>
#include <treatise/table/unstated.hpp>
