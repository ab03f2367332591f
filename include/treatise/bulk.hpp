// SPDX-License-Identifier: BSL-1.0
#pragma once
// Graphs of millions of rows, in and out. Needs the target treatise::bulk.

#include <treatise/bulk/drugmechdb.hpp>
#include <treatise/bulk/export_kgx.hpp>
#include <treatise/bulk/export_neo4j.hpp>
#include <treatise/bulk/hetionet.hpp>
#include <treatise/bulk/kgx.hpp>
#include <treatise/bulk/mapping.hpp>
#include <treatise/bulk/mapping_toml.hpp>
#include <treatise/bulk/obo.hpp>
#include <treatise/bulk/pharmacotherapydb.hpp>
#include <treatise/bulk/read.hpp>
#include <treatise/bulk/report.hpp>
