// SPDX-License-Identifier: BSL-1.0
#pragma once
// A value out: laid out for a page, and written in each format.

#include <treatise/render/answer.hpp>
#include <treatise/render/answers.hpp>
#include <treatise/render/answers/about.hpp>
#include <treatise/render/answers/candidates.hpp>
#include <treatise/render/answers/gaps.hpp>
#include <treatise/render/answers/json.hpp>
#include <treatise/render/answers/paths.hpp>
#include <treatise/render/answers/record.hpp>
#include <treatise/render/answers/why.hpp>
#include <treatise/render/answers_page.hpp>
#include <treatise/render/diff.hpp>
#include <treatise/render/disagreements.hpp>
#include <treatise/render/disagreements_page.hpp>
#include <treatise/render/figure.hpp>
#include <treatise/render/formats.hpp>
#include <treatise/render/formats/csv.hpp>
#include <treatise/render/formats/html.hpp>
#include <treatise/render/formats/json.hpp>
#include <treatise/render/json_writer.hpp>
#include <treatise/render/formats/latex.hpp>
#include <treatise/render/formats/markdown.hpp>
#include <treatise/render/formats/text.hpp>
#include <treatise/render/joined.hpp>
#include <treatise/render/json_answer.hpp>
#include <treatise/render/json_claim.hpp>
#include <treatise/render/json_diff.hpp>
#include <treatise/render/json_disagreements.hpp>
#include <treatise/render/json_entity.hpp>
#include <treatise/render/lay_out.hpp>
#include <treatise/render/listing.hpp>
#include <treatise/render/phrase.hpp>
#include <treatise/render/sarif.hpp>
#include <treatise/render/sentence.hpp>
#include <treatise/render/sheet.hpp>
