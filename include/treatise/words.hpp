// SPDX-License-Identifier: BSL-1.0
#pragma once
// Every word a person reads that is no label, by language.

#include <treatise/words/abbreviations.hpp>
#include <treatise/words/about.hpp>
#include <treatise/words/changes.hpp>
#include <treatise/words/differences.hpp>
#include <treatise/words/english.hpp>
#include <treatise/words/grade_wording.hpp>
#include <treatise/words/hedged.hpp>
#include <treatise/words/language.hpp>
#include <treatise/words/message.hpp>
#include <treatise/words/names.hpp>
#include <treatise/words/overlay_words.hpp>
#include <treatise/words/stances.hpp>
#include <treatise/words/text_measures.hpp>
#include <treatise/words/vocabulary.hpp>
