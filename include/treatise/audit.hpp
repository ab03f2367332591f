// SPDX-License-Identifier: BSL-1.0
#pragma once
// What a trustworthy table must satisfy, and the report of it.

#include <treatise/audit/audit.hpp>
#include <treatise/audit/finding.hpp>
#include <treatise/audit/json.hpp>
#include <treatise/audit/messages.hpp>
#include <treatise/audit/report.hpp>
#include <treatise/audit/sarif.hpp>
#include <treatise/audit/words.hpp>
