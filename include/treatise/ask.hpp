// SPDX-License-Identifier: BSL-1.0
#pragma once
// A question as a request, in words or in JSON, and its answer as JSON: for the tool, for other languages and for services.

#include <treatise/ask/answer.hpp>
#include <treatise/ask/ask.hpp>
#include <treatise/ask/json_request.hpp>
#include <treatise/ask/problem.hpp>
#include <treatise/ask/question.hpp>
#include <treatise/ask/questions.hpp>
#include <treatise/ask/read.hpp>
#include <treatise/ask/request.hpp>
