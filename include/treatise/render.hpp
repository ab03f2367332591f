// SPDX-License-Identifier: BSL-1.0
#pragma once
// A value out: laid out for a page, and written in each format.

#include <treatise/render/answers.hpp>
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
#include <treatise/render/lay_out.hpp>
#include <treatise/render/phrase.hpp>
#include <treatise/render/sheet.hpp>
