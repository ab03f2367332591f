// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/render/detail/page_columns.hpp>
#include <treatise/render/sheet.hpp>
#include <treatise/table/column.hpp>

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace treatise::inline v0_3::render_detail {

// On paper: the table in landscape under repeated headings, the warnings of a row under its other cells, what stands below the
// table in two columns, sources in small type behind it; a sheet with options across is portrait, in 12 points. On a
// phone a row is a block in which each cell names its column. Warnings have the weight of everything else: benefit and harms are
// to look alike.
inline constexpr std::string_view page_style = R"(
.treatise { font: 0.875rem/1.35 system-ui, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif; color: #111;
  background: #fff; max-width: 100rem; margin: 0 auto; padding: 1rem; }
.treatise h1 { font-size: 1.35rem; line-height: 1.25; margin: 0; } .treatise p { margin: 0.35rem 0; max-width: 75rem; }
.treatise .fixed { border-inline-start: 0.25rem solid #111; padding-inline-start: 0.6rem; font-weight: 600; }
.treatise table { border-collapse: collapse; width: 100%; margin: 0.75rem 0; }
.treatise caption { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
.treatise th, .treatise td { border: 1px solid #999; padding: 0.3em 0.5em; text-align: start; vertical-align: top;
  font-weight: normal; overflow-wrap: break-word; }
.treatise thead th { font-weight: 600; border-bottom: 2px solid #111; background: #fff; }
.treatise tr.section th { background: #eee; font-weight: 700; } .treatise .under { color: #333; }
.treatise td > div { padding-inline-start: 0.7em; text-indent: -0.7em; } .treatise td > div + div { margin-top: 0.25em; }
.treatise td.not-reported { font-style: italic; }
.treatise a.source { color: inherit; text-decoration: none; font-size: 0.85em; }
.treatise abbr { text-decoration: none; cursor: help; } .treatise ul { margin: 0.5rem 0; padding: 0; list-style: none; }
.treatise p.sources, .treatise p.heading { font-weight: 700; } .treatise li { overflow-wrap: anywhere; }
.treatise .pictures { display: block; text-indent: 0; }
.treatise .picture { display: inline-flex; align-items: center; margin-inline-end: 1em; }
.treatise .picture::after { content: attr(data-people); margin-inline-start: 0.3em; font-weight: 600; }
.treatise .people { width: 4.5em; height: 4.5em; margin-block: 0.2em; fill: none; stroke: #555; stroke-width: 0.6; }
.treatise .people .yes { fill: #111; stroke: #111; }
@media screen and (min-width: 55rem) {
  .treatise thead th { position: sticky; top: 0; min-width: 6.5rem; } .treatise.landscape td { font-size: 0.93em; }
}
@media screen and (max-width: 54.99rem) {
  .treatise table, .treatise tbody, .treatise tr, .treatise tbody th, .treatise td { display: block; }
  .treatise thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  .treatise tr { border-bottom: 2px solid #111; padding-bottom: 0.4rem; }
  .treatise th, .treatise td { border: 0; padding: 0.2em 0.4em; } .treatise tbody th { font-size: 1.1em; }
  .treatise td:empty { display: none; }
  .treatise td::before { content: attr(data-heading) ": "; font-style: normal; color: #444; display: block; font-size: 0.85em; }
  .treatise.portrait td::before { color: #111; font-weight: 600; }
}
@media print {
  .treatise { font: 9pt/1.1 Arial, "Liberation Sans", Helvetica, sans-serif; padding: 0; max-width: none; }
  .treatise h1 { font-size: 12pt; } .treatise p { margin: 0; max-width: none; } .treatise table { margin: 3pt 0; }
  .treatise th, .treatise td { padding: 0 2pt; border: 0; border-top: 0.3pt solid #777; }
  .treatise td > div { padding-inline-start: 0.3em; text-indent: -0.3em; } .treatise td > div + div { margin-top: 0; }
  .treatise thead { display: table-header-group; } .treatise tbody { orphans: 3; widows: 3; }
  .treatise tr.section { break-after: avoid; } .treatise tr.section th { background: none; }
  .treatise.landscape { line-height: 1; font-family: "Arial Narrow", "Liberation Sans Narrow", Arial, Helvetica, sans-serif; }
  .treatise.landscape td:not(.benefit, .harms) > div { display: inline; padding: 0; text-indent: 0; }
  .treatise.landscape td:not(.benefit, .harms) > div + div::before { content: " · "; }
  .treatise.landscape .block { columns: 2; column-gap: 12pt; } .treatise.landscape .block .heading { column-span: all; }
  .treatise.landscape a.source { font-size: 6.5pt; } .treatise.landscape .notes { font-size: 8pt; }
  .treatise.landscape ul.sources { font-size: 7pt; columns: 3; column-gap: 10pt; }
  .treatise .legend li, .treatise.portrait .sources li { display: inline; margin-inline-end: 0.8em; }
  .treatise a { color: inherit; text-decoration: none; }
  .treatise.portrait { font: 12pt/1.05 Arial, "Liberation Sans", Helvetica, sans-serif; }
  .treatise.portrait h1 { font-size: 14pt; } .treatise.portrait header > p { font-size: 10pt; }
  .treatise.portrait table { margin: 2pt 0; } .treatise.portrait .notes { font-size: 9pt; }
  .treatise.portrait p.sources { break-before: page; }
  .treatise.portrait .people { width: 1.9em; height: 1.9em; margin-block: 0; fill: #bbb; stroke: none; }
}
)";

/// How the sheet lies on paper.
[[nodiscard]] inline std::string_view paper_style(sheet const& s) {
    return s.options_across ? "@page { size: A4 portrait; margin: 7mm; }\n" : "@page { size: A4 landscape; margin: 6mm; }\n";
}

/// The column that stands on paper under the others of its row, as wide as they are together: that of warnings, the longest one,
/// so that no column is left half empty beside it. 0 where there is none.
[[nodiscard]] inline std::size_t wide_column(sheet const& s) {
    if (s.options_across) return 0;
    for (std::size_t c = 1; c < s.column_keys.size() && c < s.columns.size(); ++c)
        if (s.column_keys[c] == columns::warnings_.key) return c;
    return 0;
}

/// The shares of the columns of a page, in percent.
[[nodiscard]] inline std::vector<std::size_t> shares_of(std::vector<unsigned> const& widths) {
    std::size_t all = 0;
    for (auto w : widths) all += w;
    std::vector<std::size_t> made;
    for (auto w : widths) made.push_back(w * 100 / all);
    return made;
}

/// A row on paper as a grid: the other columns side by side, the wide one under them; its name reaches down beside both.
[[nodiscard]] inline std::string wide_style(sheet s, std::size_t wide) {
    auto const drop = [&](auto& from) {
        if (wide < from.size()) from.erase(from.begin() + static_cast<std::ptrdiff_t>(wide));
    };
    drop(s.columns);
    for (auto& section : s.sections)
        for (auto& row : section.rows) drop(row.cells);
    std::string made{"@media print {\n  .treatise tr { display: grid; grid-template-columns:"};
    for (auto share : shares_of(column_widths(s))) made.append(" ").append(std::to_string(share)).append("fr");
    return made.append(R"(; border-top: 0.3pt solid #777; }
  .treatise tr.section { display: block; }
  .treatise th, .treatise td { border: 0; }
  .treatise td.wide { grid-column: 2 / -1; order: 1; break-before: avoid; }
  .treatise td.wide::before { content: attr(data-heading) ": "; font-weight: 600; font-style: normal; }
  .treatise th.wide { display: none; }
  .treatise tbody tr { grid-template-rows: auto 1fr; }
  .treatise th[scope=row] { grid-row: 1 / span 2; }
}
)");
}

[[nodiscard]] inline std::string width_style(sheet const& s) {
    auto const shares = shares_of(column_widths(s));
    auto const wide = wide_column(s);
    std::string made{wide != 0 ? "@media screen and (min-width: 55rem) {\n" : "@media print, (min-width: 55rem) {\n"};
    for (std::size_t c = 0; c != shares.size(); ++c)
        made.append("  .treatise thead th:nth-child(")
            .append(std::to_string(c + 1))
            .append(") { width: ")
            .append(std::to_string(shares[c]))
            .append("%; }\n");
    made.append("}\n");
    return wide != 0 ? made + wide_style(s, wide) : made;
}

}  // namespace treatise::inline v0_3::render_detail
