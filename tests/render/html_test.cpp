// SPDX-License-Identifier: BSL-1.0
#include <treatise/render/formats/html.hpp>

#include "catch.hpp"
#include "sheet_fixture.hpp"

#include <algorithm>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace render_html_test {

namespace {

struct element {
    std::string name;
    std::map<std::string, std::string> attributes;
    std::vector<element> children;  // text is an element without a name
    std::string text;

    std::string all_text() const {
        auto made = text;
        for (auto const& c : children) made += c.all_text();
        return made;
    }
    std::vector<element const*> all(std::string_view wanted) const {
        std::vector<element const*> found;
        if (name == wanted) found.push_back(this);
        for (auto const& c : children)
            for (auto const* e : c.all(wanted)) found.push_back(e);
        return found;
    }
};

/// Reads markup in which every element is closed, every attribute quoted and every sign that needs it an entity; it is stricter
/// than a browser, which mends what it reads.
class strict_reader {
    std::string_view rest_;
    bool failed_ = false;

public:
    explicit strict_reader(std::string_view text) : rest_{text} {}

    std::optional<element> read() {
        if (rest_.starts_with("<!DOCTYPE html>\n")) rest_.remove_prefix(16);
        element root;
        content(root);
        if (failed_ || !rest_.empty()) return {};
        return root;
    }

private:
    bool take(std::string_view expected) {
        if (!rest_.starts_with(expected)) return false;
        rest_.remove_prefix(expected.size());
        return true;
    }
    std::string until(std::string_view ends) {
        auto const end = std::min(rest_.find_first_of(ends), rest_.size());
        auto const found = std::string{rest_.substr(0, end)};
        rest_.remove_prefix(end);
        return found;
    }
    std::string plain(std::string_view ends) {
        std::string made;
        while (true) {
            made += until(std::string{ends} + "&<>");
            if (rest_.empty() || !take("&")) return made;
            auto const entity = until(";");
            static std::map<std::string, std::string> const known{
                {"amp", "&"}, {"lt", "<"}, {"gt", ">"}, {"quot", "\""}, {"#39", "'"}};
            failed_ = failed_ || !known.contains(entity) || !take(";");
            if (failed_) return made;
            made += known.at(entity);
        }
    }
    void content(element& parent) {
        while (!failed_ && !rest_.empty() && !rest_.starts_with("</")) {
            if (!rest_.starts_with('<')) {
                auto& text = parent.children.emplace_back();
                text.text = plain("");
                failed_ = failed_ || rest_.starts_with('>');
                continue;
            }
            take("<");
            auto& made = parent.children.emplace_back();
            made.name = until(" >");
            while (take(" ")) {
                auto const name = until("=");
                failed_ = failed_ || !take("=\"") || made.attributes.contains(name);
                made.attributes[name] = plain("\"");
                failed_ = failed_ || !take("\"");
                if (failed_) return;
            }
            failed_ = failed_ || !take(">");
            if (made.name == "meta" || made.name == "wbr" || made.name == "br") continue;
            if (made.name == "style")
                made.text = until("<");
            else
                content(made);
            failed_ = failed_ || !take("</" + made.name + ">");
        }
    }
};

element parsed(std::string const& text) {
    auto read = strict_reader{text}.read();
    REQUIRE(read);
    return *read;
}

/// What a reader sees of a cell, without line breaks.
std::string seen(treatise::sheet const& s, treatise::sheet_cell const& cell) {
    std::string made;
    each_statement(cell, [&](sheets::sheet_statement const& statement, bool goes_on) {
        made.append(goes_on && !made.empty() ? "; " : "").append(treatise::printed(statement.text));
        made.append(numbers_behind(s, statement)).append(statement.interest ? "§" : "");
    });
    return made;
}

}  // namespace

TEST_CASE("Every cell's text comes back from the table", "[html]") {
    for (auto const& s : {sheets::handout(), sheets::for_patients(), sheets::nasty()})
        for (auto const& page : {html(s), html_page(s)}) {
            auto const root = parsed(page);
            auto const rows = root.all("tr");
            std::size_t n = 1;
            CHECK(rows[0]->children.size() == s.columns.size());
            for (auto const& section : s.sections) {
                if (!section.heading.empty()) CHECK(rows[n++]->all_text() == treatise::printed(section.heading));
                for (auto const& row : section.rows) {
                    auto const& cells = rows[n++]->children;
                    REQUIRE(cells.size() == s.columns.size());
                    for (std::size_t c = 0; c != cells.size(); ++c) CHECK(cells[c].all_text() == seen(s, row.cells[c]));
                }
            }
            CHECK(n == rows.size());
        }
}

TEST_CASE("The table says what heads what", "[html]") {
    auto const s = sheets::handout();
    auto const root = parsed(html(s));
    CHECK(root.all("section")[0]->attributes.at("class") == "treatise overview landscape");
    CHECK(root.all("section")[0]->attributes.at("lang") == "en");
    CHECK(root.all("section")[0]->attributes.at("dir") == "ltr");
    CHECK(root.all("caption")[0]->all_text().starts_with(s.title));
    std::map<std::string, int> scopes;
    for (auto const* th : root.all("th")) ++scopes[th->attributes.at("scope")];
    CHECK(scopes == std::map<std::string, int>{{"col", 5}, {"row", 3}, {"rowgroup", 2}});
    for (auto const* td : root.all("td")) CHECK(!td->attributes.at("data-heading").empty());
}

TEST_CASE("A state is a class, and words", "[html]") {
    auto const root = parsed(html(sheets::nasty()));
    std::map<std::string, std::string> words;
    for (auto const* td : root.all("td")) {
        auto const& all = td->attributes.at("class");  // the column, then the state
        auto const state = all.substr(all.rfind(' ') + 1);
        if (state != "reported") words[state] = td->all_text();
    }
    CHECK(words == std::map<std::string, std::string>{{"no-difference", "no important difference"},
                       {"disagree", "sources <disagree>:one [1]other [2]"}, {"looked-for", "looked for, not found"},
                       {"not-reported", "not reported"}});
}

TEST_CASE("The mark of an interest says what it means", "[html]") {
    auto const root = parsed(html(sheets::handout()));
    REQUIRE(root.all("abbr").size() == 1);
    CHECK(root.all("abbr")[0]->attributes.at("title") == "(interest)");
}

TEST_CASE("In the patient view a picture of a hundred people stands beside their number, and no number of a source", "[html]") {
    auto const root = parsed(html(sheets::for_patients()));
    auto const pictures = root.all("svg");
    REQUIRE(pictures.size() == 2);
    std::vector<std::size_t> filled;
    for (auto const* picture : pictures) {
        CHECK(picture->children.size() == 100);
        filled.push_back(0);
        for (auto const& person : picture->children) filled.back() += person.attributes.contains("class") ? 1 : 0;
    }
    CHECK(filled == std::vector<std::size_t>{45, 26});
    for (auto const* td : root.all("td")) CHECK(td->all_text().find('[') == std::string::npos);
    CHECK(parsed(html(sheets::handout())).all("svg").empty());
}

TEST_CASE("A sheet with options across prints upright, others in landscape", "[html]") {
    CHECK(html_page(sheets::for_patients()).find("A4 portrait") != std::string::npos);
    CHECK(html_page(sheets::handout()).find("A4 landscape") != std::string::npos);
}

TEST_CASE("Ids are unique, also on a page with another table, and every reference has its target", "[html]") {
    auto other = sheets::handout();
    other.title = "Postherpetic neuralgia";
    auto const root =
        parsed(html(sheets::handout()) + html(other) + html(sheets::nasty()) + html(sheets::handout(), {.prefix = "mine"}));
    std::set<std::string> ids, targets;
    std::function<void(element const&)> const walk = [&](element const& e) {
        if (e.attributes.contains("id")) CHECK(ids.insert(e.attributes.at("id")).second);
        if (e.attributes.contains("href") && e.attributes.at("href").starts_with('#'))
            targets.insert(e.attributes.at("href").substr(1));
        for (auto const& c : e.children) walk(c);
    };
    walk(root);
    CHECK(targets.size() > 4);
    CHECK(std::includes(ids.begin(), ids.end(), targets.begin(), targets.end()));
    CHECK(ids.contains("mine-title"));
}

TEST_CASE("Only addresses of the web are links", "[html]") {
    auto const root = parsed(html(sheets::nasty()));
    std::set<std::string> links;
    for (auto const* a : root.all("a"))
        if (!a->attributes.at("href").starts_with('#')) links.insert(a->attributes.at("href"));
    CHECK(links == std::set<std::string>{"https://example.org/a_b?c=d&e=%20f#g~h%7Bi%7D%7C%3Cj%3E%22k"});
    CHECK(root.all_text().find("javascript:alert(1)") != std::string::npos);
}

TEST_CASE("A page loads nothing, runs nothing, and carries head, blocks, sources and what stands behind the table", "[html]") {
    for (auto const& s : {sheets::handout(), sheets::nasty()}) {
        auto const page = html_page(s);
        auto const root = parsed(page);
        for (auto name : {"script", "link", "img", "iframe", "object"}) CHECK(root.all(name).empty());
        CHECK(page.find("url(") == page.npos);
        CHECK(page.find("@import") == page.npos);
        CHECK(root.all("title")[0]->all_text() == treatise::printed(s.title));
        CHECK(root.all("h1")[0]->all_text() == treatise::printed(s.title));
        auto const text = root.all("main")[0]->all_text();
        for (auto const* all : {&s.head, &s.fixed, &s.behind})
            for (auto const& t : *all) CHECK(text.find(treatise::printed(t)) != text.npos);
        for (auto const& b : s.blocks)
            for (auto const& line : b.lines) CHECK(text.find(treatise::printed(line.text)) != text.npos);
        for (auto const& x : s.sources)
            for (auto const& t : {x.label, x.citation, x.link, x.interest}) CHECK(text.find(treatise::printed(t)) != text.npos);
    }
    CHECK_NOTHROW(parsed(html_page(treatise::sheet{})));
}

TEST_CASE("A right-to-left language turns the table", "[html]") {
    auto s = sheets::handout();
    s.language = "ar";
    s.direction = "rtl";
    auto const root = parsed(html_page(s));
    CHECK(root.all("html")[0]->attributes.at("dir") == "rtl");
    CHECK(root.all("section")[0]->attributes.at("lang") == "ar");
}

TEST_CASE("In a right-to-left language the texts with names are isolated, in others not", "[html]") {
    auto s = sheets::handout();
    CHECK(html(s).find("<bdi>") == std::string::npos);
    s.direction = "rtl";
    CHECK(html(s).find("<b><bdi>" + s.sources[0].label + "</bdi></b>") != std::string::npos);
    auto const& option = s.sections[0].rows[0].cells[0].statements[0].text;
    CHECK(html(s).find("<bdi>" + option + "</bdi>") != std::string::npos);
}

}  // namespace render_html_test
