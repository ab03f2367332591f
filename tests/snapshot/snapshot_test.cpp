// SPDX-License-Identifier: BSL-1.0
#include <treatise/audit/audit.hpp>
#include <treatise/graph/builder.hpp>
#include <treatise/query/diff.hpp>
#include <treatise/query/disagreements.hpp>
#include <treatise/query/stale.hpp>
#include <treatise/query/suggest.hpp>
#include <treatise/query/why.hpp>
#include <treatise/snapshot/snapshot.hpp>
#include <treatise/treatise.hpp>

#include "catch.hpp"
#include "fixtures.hpp"
#include "folder.hpp"
#include "random_base.hpp"
#include "reader.hpp"
#include "sampled.hpp"

#include <cstdint>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <random>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#if __has_include(<unistd.h>)
#include <unistd.h>
#endif

namespace snapshot_snapshot_test {

using namespace treatise;
using fixture::folder;
using fixture::text_of;
namespace fs = std::filesystem;

namespace {

void write(std::string const& path, std::string_view bytes) {
    std::ofstream{path, std::ios::binary}.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
}
std::string snapshot_of(knowledge_base const& kb, std::string const& path) {
    REQUIRE(write_snapshot(kb, path));
    return text_of(path);
}

std::string wrong(expected<snapshot, problem> const& opened) { return opened ? std::string{} : opened.error().what; }
std::string wrong_with(std::string const& path, std::string_view bytes) {
    write(path, bytes);
    auto const as_found = wrong(snapshot::open(path)), verified = wrong(snapshot::open_verified(path));
    CHECK((as_found.empty() || as_found == verified));
    return as_found;
}
bool holds(std::string_view text, std::string_view part) { return text.find(part) != text.npos; }

/// A file whose header and sections can be changed and signed again.
struct editable {
    std::string bytes;

    snapshot_header header() const {
        snapshot_header h;
        std::memcpy(&h, bytes.data(), sizeof h);
        return h;
    }
    void put(snapshot_header const& h) { std::memcpy(bytes.data(), &h, sizeof h); }
    snapshot_section section(std::size_t i) const {
        snapshot_section s;
        std::memcpy(&s, bytes.data() + sizeof(snapshot_header) + i * sizeof s, sizeof s);
        return s;
    }
    void put(std::size_t i, snapshot_section const& s) {
        std::memcpy(bytes.data() + sizeof(snapshot_header) + i * sizeof s, &s, sizeof s);
    }
    std::size_t number(std::string_view name) const {
        std::size_t i = 0;
        while (std::string_view{section(i).name.data()} != name) ++i;
        return i;
    }
    std::string_view body(std::size_t i) const {
        auto const s = section(i);
        return std::string_view{bytes}.substr(s.offset, s.rows * s.row_size);
    }
    std::uint32_t at(std::string_view name, std::size_t i) const {
        std::uint32_t n = 0;
        std::memcpy(&n, body(number(name)).data() + 4 * i, 4);
        return n;
    }
    void put(std::string_view name, std::size_t i, std::uint32_t n) {
        std::memcpy(bytes.data() + section(number(name)).offset + 4 * i, &n, 4);
    }
    void sign() {
        auto h = header();
        for (std::size_t i = 0; i != h.sections; ++i) {
            auto s = section(i);
            s.checksum = crc32(body(i));
            put(i, s);
        }
        h.checksum = 0;
        put(h);
        h.checksum = crc32(std::string_view{bytes}.substr(0, sizeof h + h.sections * sizeof(snapshot_section)));
        put(h);
    }
};

/// Every answer about every cause, as text.
std::string answers(knowledge_base const& kb) {
    std::string all;
    auto const add = [&](auto const&... parts) { ((all += parts, all += ' '), ...); };
    for (auto c : fixture::sampled(kb.all<cause>())) {
        for (auto const& o : candidates(kb, c))
            for (auto const& r : o.reasons) add(kb.key(o.option), kb.claim_key(r.claim), word(r.applies), word(r.stance));
        for (auto o : kb.all<option>()) {
            for (auto const& s : tradeoffs(kb, o, c)) add(kb.claim_key(s.claim), word(s.facet), word(s.applies));
            for (auto const& p : paths(kb, o, c)) add(kb.name(p.mechanism), word(p.applies));
        }
        for (auto j : kb.all<jurisdiction>()) {
            scope narrow;
            narrow.jurisdiction = j;
            if (!kb.all<therapy_class>().empty()) narrow.kinds = {kb.all<therapy_class>().front()};
            add(std::to_string(candidates(kb, c, narrow).size()));
        }
        add(std::to_string(disagreements(kb, c).size()));
        for (auto const& g : gaps(kb, c)) add(kb.key(g.option), kb.key(g.about));
        all += json(compare(kb, c));
    }
    for (auto c : kb.all<cause>()) {
        auto const table = compare(kb, c);
        all += plain_text(table) + markdown(table) + html(table) + csv(table) + latex(table);
        for (auto const& f : audit(table)) add(word(f.check));
        for (auto o : kb.all<option>())
            for (auto const& s : why(kb, c, o)) add(kb.claim_key(s.claim), word(s.of));
        break;  // one is enough of what says the same
    }
    for (auto const& change : diff(fixture::knee(), kb)) add(change.key, word(change.what));
    for (auto const& near : suggest(kb, "knee")) add(near);
    for (auto c : stale(kb, date{2025, 1, 1})) add(kb.claim_key(c));
    for (auto e : kb.all<entity>()) {
        for (auto const& c : kb.codes(e)) add(find(kb, code{kb.key(c.system), kb[c.code]}) ? "code" : "none");
        auto const found = find(kb, kb.key(e));
        add(found ? std::to_string(found->value) : "none");
    }
    return all;
}

bool same_arrays(knowledge_base const& a, knowledge_base const& b) {
    bool same = true;
    each_column([&](std::string_view, auto const& x,
                    auto const& y) { same = same && std::equal(x.begin(), x.end(), y.begin(), y.end()); },
        a.tables(), b.tables());
    return same;
}

}  // namespace

TEST_CASE("the checksum is the CRC-32 that others compute", "[snapshot]") {
    STATIC_REQUIRE(crc32("123456789") == 0xcbf43926);  // the check value of the catalogue of CRCs
    STATIC_REQUIRE(crc32("") == 0);
    std::string const text = "a longer text, so that eight bytes at a time and the rest both count";
    for (std::size_t i = 0; i != text.size(); ++i)
        CHECK(crc32(std::string_view{text}.substr(i), crc32(std::string_view{text}.substr(0, i))) == crc32(text));
}

TEST_CASE("a base comes back from its snapshot as it was, with every answer", "[snapshot]") {
    folder const tmp;
    for (auto const& [name, kb] : fixture::bases()) {
        INFO(name);
        auto const written = write_snapshot(*kb, tmp / "kb");
        REQUIRE(written);
        CHECK(*written == fs::file_size(tmp / "kb"));
        CHECK(is_snapshot(tmp / "kb"));
        auto const opened = snapshot::open_verified(tmp / "kb");
        CHECK(wrong(opened) == "");
        REQUIRE(opened);
        CHECK(same_arrays(opened->view(), *kb));
        CHECK(content_hash(opened->view()) == content_hash(*kb));
        CHECK(answers(opened->view()) == answers(*kb));
    }
}

TEST_CASE("random bases come back from their snapshots as they were", "[snapshot][property]") {
    folder const tmp;
    for (std::uint32_t seed = 0; seed != 40; ++seed) {
        INFO("seed " << seed);
        auto const owner =
            fixture::random_base{seed, seed % 8 == 0 ? fixture::sizes{0, 0, 1, 0, 0, 0, 0, 0, 0} : fixture::sizes{}}.freeze();
        REQUIRE(write_snapshot(owner.view(), tmp / "kb"));
        auto const opened = snapshot::open_verified(tmp / "kb");
        CHECK(wrong(opened) == "");
        REQUIRE(opened);
        CHECK(same_arrays(opened->view(), owner.view()));
    }
}

TEST_CASE("the same base gives the same file, and an empty one is a base too", "[snapshot]") {
    folder const tmp;
    auto const again = fixture::frozen(fixture::knee_builder());
    CHECK(snapshot_of(fixture::knee(), tmp / "a") == snapshot_of(again.view(), tmp / "b"));
    builder b;
    b.base({b.text("none"), b.text("None"), b.text("0"), b.text("nobody"), b.text("Made up."), date{2024, 0, 0}});
    auto const none = fixture::frozen(std::move(b));
    REQUIRE(write_snapshot(none.view(), tmp / "none"));
    auto const opened = snapshot::open_verified(tmp / "none");
    CHECK(wrong(opened) == "");
    REQUIRE(opened);
    CHECK(opened->view()[opened->view().base().key] == "none");
}

TEST_CASE("a snapshot can be moved, and its base stays where it is", "[snapshot][type]") {
    STATIC_REQUIRE_FALSE(std::is_copy_constructible_v<snapshot>);
    STATIC_REQUIRE(std::is_nothrow_move_constructible_v<snapshot>);
    folder const tmp;
    REQUIRE(write_snapshot(fixture::knee(), tmp / "kb"));
    auto opened = snapshot::open(tmp / "kb");
    REQUIRE(opened);
    auto const before = opened->view();
    std::vector<snapshot> kept;
    kept.push_back(std::move(*opened));
    kept.push_back({});
    kept.push_back(snapshot{});
    CHECK(before.name(fixture::entity(before, "knee-pain")) == "Knee pain");
    CHECK(kept.front().view().entity_count() == fixture::knee().entity_count());
    kept[1] = std::move(kept[0]);
    CHECK(fixture::entity(kept[1].view(), "knee-pain") == fixture::entity(fixture::knee(), "knee-pain"));
    snapshot const none;
    CHECK(none.view().entity_count() == 0);
}

TEST_CASE("what is no snapshot is refused, with the file, what is wrong and what was expected", "[snapshot]") {
    folder const tmp;
    auto const message = [&](std::string const& path) {
        auto const opened = snapshot::open(path);
        REQUIRE_FALSE(opened);
        CHECK(opened.error().where.file == path);
        CHECK(wrong(snapshot::open_verified(path)) == opened.error().what);
        CHECK(holds(opened.error().what, "; expected "));
        return opened.error().what;
    };
    CHECK(holds(message(tmp / "nowhere"), "cannot be opened: "));
    CHECK(holds(message(tmp / ""), "is a folder"));
    write(tmp / "empty", "");
    CHECK(holds(message(tmp / "empty"), "is empty"));
    write(tmp / "text", "key = \"knee-pain\"\n");
    CHECK(holds(message(tmp / "text"), "is no snapshot"));
    CHECK_FALSE(is_snapshot(tmp / "text"));
    CHECK_FALSE(is_snapshot(tmp / "empty"));
    CHECK_FALSE(is_snapshot(tmp / "nowhere"));
    CHECK_FALSE(is_snapshot(tmp / ""));
#if __has_include(<unistd.h>)
    CHECK(holds(message("/dev/null"), "is no file"));
#endif
}

#if __has_include(<unistd.h>)
TEST_CASE("a snapshot that may not be read is refused", "[snapshot]") {
    if (::geteuid() == 0) {
        WARN("skipped: root may read every file");
        SUCCEED();
        return;
    }
    folder const tmp;
    REQUIRE(write_snapshot(fixture::knee(), tmp / "kb"));
    fs::permissions(tmp / "kb", fs::perms::none);
    CHECK(holds(wrong(snapshot::open(tmp / "kb")), "cannot be opened: "));
}
#endif

TEST_CASE("a snapshot of another version, byte order or schema is refused by name", "[snapshot]") {
    folder const tmp;
    editable const whole{snapshot_of(fixture::knee(), tmp / "kb")};
    auto const with = [&](auto change) {
        auto file = whole;
        auto h = file.header();
        change(h);
        file.put(h);
        file.sign();
        return wrong_with(tmp / "changed", file.bytes);
    };
    CHECK(with([](auto&) {}) == "");
    CHECK(holds(with([](auto& h) { h.version = 7; }), "is a snapshot of version 7; expected version 5. Write it again"));
    CHECK(holds(with([](auto& h) { h.byte_order = 0x04030201; }), "of the other byte order"));
    CHECK(holds(with([](auto& h) { h.byte_order = 5; }), "damaged header"));
    CHECK(holds(with([](auto& h) { h.fingerprint += 1; }), "was written for another schema"));
    CHECK(holds(with([](auto& h) { h.size -= 1; }), "is too long"));
    CHECK(holds(with([](auto& h) { h.size += 1; }), "is cut off"));
    CHECK(holds(with([](auto& h) { h.sections -= 1; }), "has a directory of"));
    auto flipped = whole;
    flipped.bytes[24] = static_cast<char>(flipped.bytes[24] ^ 1);  // the content hash: nothing else would notice
    CHECK(holds(wrong_with(tmp / "changed", flipped.bytes), "has a damaged header: its checksum is another"));
}

TEST_CASE("a directory that leads outside of the file or over another section is refused", "[snapshot]") {
    folder const tmp;
    editable const whole{snapshot_of(fixture::knee(), tmp / "kb")};
    for (std::size_t i = 0; i != whole.header().sections; ++i) {
        auto const with = [&](auto change) {
            auto file = whole;
            auto s = file.section(i);
            change(s);
            file.put(i, s);
            auto h = file.header();  // the header alone is signed: the sections need not stand where it says
            h.checksum = 0;
            file.put(h);
            h.checksum = crc32(std::string_view{file.bytes}.substr(0, sizeof h + h.sections * sizeof(snapshot_section)));
            file.put(h);
            return wrong_with(tmp / "changed", file.bytes);
        };
        INFO(whole.section(i).name.data());
        CHECK(with([](auto& s) { s.name[0] = 'x'; }) != "");
        CHECK(with([](auto& s) { s.offset += 64; }) != "");
        CHECK(with([](auto& s) { s.offset = ~std::uint64_t{0} - 63; }) != "");
        CHECK(with([](auto& s) { s.rows = ~std::uint64_t{0} / 4; }) != "");
        CHECK(with([](auto& s) { s.rows += 64; }) != "");
        CHECK(with([](auto& s) { s.row_size += 1; }) != "");
        CHECK(with([](auto& s) { s.row_size = 0; }) != "");
    }
}

TEST_CASE("a file that is cut off is refused at every length", "[snapshot][damage]") {
    folder const tmp;
    auto const whole = snapshot_of(fixture::knee(), tmp / "kb");
    auto const path = tmp / "cut";
    write(path, whole);
    std::size_t refused = 0;
    for (auto size = whole.size(); size-- != 0; ++refused) {
        fs::resize_file(path, size);
        if (snapshot::open(path)) break;
        if (size % 97 == 0 && snapshot::open_verified(path)) break;
    }
    CHECK(refused == whole.size());
    write(path, whole + '\0');
    CHECK(holds(wrong(snapshot::open(path)), "is too long"));
}

TEST_CASE("a verified snapshot has not one bit changed", "[snapshot][damage]") {
    folder const tmp;
    auto const whole = snapshot_of(fixture::knee(), tmp / "kb");
    auto const path = tmp / "flipped";
    write(path, whole);
    std::fstream file{path, std::ios::binary | std::ios::in | std::ios::out};
    auto const put = [&](std::size_t at, char c) {
        file.seekp(static_cast<std::streamoff>(at));
        file.put(c).flush();
    };
    std::mt19937 random{20'241'001};
    std::size_t refused = 0;
    for (; refused < whole.size(); refused += fixture::one_in) {
        put(refused, static_cast<char>(whole[refused] ^ (1 << random() % 8)));
        if (snapshot::open_verified(path)) break;
        put(refused, whole[refused]);
    }
    CHECK(refused >= whole.size());
    CHECK(snapshot::open_verified(path));
}

TEST_CASE("numbers that no builder makes are refused, though every checksum is right", "[snapshot][damage]") {
    folder const tmp;
    editable const whole{snapshot_of(fixture::knee(), tmp / "kb")};
    auto const refused = [&](std::string_view name, std::size_t at, std::size_t size) {
        auto file = whole;
        std::memset(file.bytes.data() + file.section(file.number(name)).offset + at, 0xf0, size);
        file.sign();
        write(tmp / "changed", file.bytes);
        return !snapshot::open_verified(tmp / "changed");
    };
    auto const damage_all = [&]<class Row>(std::string_view name, std::span<Row const> rows) {
        if constexpr (std::same_as<Row, char>) return;  // any byte may stand in a text
        for (std::size_t i = 0; i < rows.size(); i += fixture::one_in) {
            INFO(name << ' ' << i);
            if constexpr (std::is_integral_v<Row>) {
                CHECK((name == "lists" || refused(name, i * sizeof(Row), sizeof(Row))));  // of lists: what a row looks into
            } else {
                Row::fields([&](std::string_view field, auto member, presence = optional) {
                    INFO(field);
                    using type = typename field_type<decltype(member)>::type;
                    if constexpr (!std::same_as<type, decimal> && !std::same_as<type, std::uint32_t>)  // these may be any
                        CHECK(refused(name, i * sizeof(Row) + snapshot_detail::offset_of(member), sizeof(type)));
                });
            }
        }
    };
    each_column(damage_all, fixture::knee().tables());
}

TEST_CASE("edges that do not fit each other are refused, though every checksum is right", "[snapshot][damage]") {
    folder const tmp;
    editable const whole{snapshot_of(fixture::knee(), tmp / "kb")};
    auto const after = [&](auto change) {
        auto file = whole;
        change(file);
        file.sign();
        write(tmp / "changed", file.bytes);
        return wrong(snapshot::open_verified(tmp / "changed"));
    };
    CHECK(after([](auto&) {}) == "");
    for (std::string_view name : {"subject", "object", "in_edges", "out_begin", "in_begin", "about_claims", "codes_by_text",
             "text_begin", "kind_begin", "relation_begin", "out_at", "in_at", "attributed_begin"}) {
        auto const words = whole.body(whole.number(name)).size() / 4;
        for (std::size_t i = 1; i < words; i += fixture::one_in) {
            auto const x = whole.at(name, i - 1), y = whole.at(name, i);
            if (x == y) continue;
            INFO(name << ' ' << i);
            CHECK(after([&](auto& file) { file.put(name, i - 1, y), file.put(name, i, x); }) != "");
        }
    }
    CHECK(holds(after([](auto& file) { file.put("object", 0, file.at("object", 0) + 1); }), "`"));
    CHECK(holds(
        after([](auto& file) { file.bytes[file.section(file.number("pool")).offset + 11] = '!'; }), "is no knowledge base"));
}

TEST_CASE("whatever the sections hold, an opened snapshot answers and reads nothing outside of them", "[snapshot][damage]") {
  // Sanitizers show what this test cannot: here it is only seen to end.
    folder const tmp;
    editable const whole{snapshot_of(fixture::knee(), tmp / "kb")};
    auto const path = tmp / "damaged";
    std::mt19937 random{20'241'002};
    auto const ask = [&](std::string const& bytes) {
        write(path, bytes);
        if (auto const opened = snapshot::open(path)) {
            CHECK(whole_base::reader{opened->view()}.everything() != 0);
            answers(opened->view());
            return true;
        }
        return false;
    };
    auto const last = whole.header().sections - 1u;
    auto const first_byte = whole.section(0).offset, end = whole.section(last).offset + whole.section(last).rows;
    std::size_t opened = 0;
    int const rounds = 96 / static_cast<int>(fixture::one_in);
    for (int round = 0; round != rounds; ++round) {
        auto bytes = whole.bytes;
        for (int flips = 1 << round % 12; flips != 0; --flips)
            bytes[first_byte + random() % (end - first_byte)] ^= static_cast<char>(random());
        opened += ask(bytes);
    }
    CHECK(
        opened > static_cast<std::size_t>(fixture::one_in == 1 ? 30 : rounds / 4));  // the others are damaged where `open` looks
    for (std::size_t i = 0; i <= last; ++i)
        for (int fill : {0x00, 0x7f, 0xff, -1}) {
            INFO(whole.section(i).name.data() << " filled with " << fill);
            auto bytes = whole.bytes;
            auto const s = whole.section(i);
            for (auto at = s.offset; at != s.offset + s.rows * s.row_size; ++at)
                bytes[at] = static_cast<char>(fill < 0 ? random() : static_cast<unsigned>(fill));
            ask(bytes);
        }
}

TEST_CASE("a snapshot is written whole or not at all", "[snapshot]") {
    folder const tmp;
    auto const before = snapshot_of(fixture::knee(), tmp / "kb");
    auto const failed = write_snapshot(fixture::knee(), tmp / "no/such/folder");
    REQUIRE_FALSE(failed);
    CHECK(failed.error().where.file == tmp / "no/such/folder");
    CHECK(failed.error().what.starts_with("cannot be written: "));
    CHECK_FALSE(write_snapshot(fixture::knee(), tmp / ""));
    CHECK(text_of(tmp / "kb") == before);
    CHECK(tmp.names() == std::vector<std::string>{"kb"});  // and nothing half written beside it
    auto const opened = snapshot::open(tmp / "kb");
    REQUIRE(opened);
    auto const owner = fixture::random_base{1}.freeze();
    REQUIRE(write_snapshot(owner.view(), tmp / "kb"));  // whoever has it open keeps the old file
    CHECK(opened->view().key(id<cause>::from_number(0)) == fixture::knee().key(id<cause>::from_number(0)));
    CHECK(tmp.names() == std::vector<std::string>{"kb"});
}

TEST_CASE("a file tells its own schema, and the page of the format says the same", "[snapshot]") {
    folder const tmp;
    editable const whole{snapshot_of(fixture::knee(), tmp / "kb")};
    auto const schema = whole.body(0);
    CHECK(holds(schema, "kind therapy_class\n"));
    CHECK(holds(schema, "claims affects therapy_class,therapy outcome\n"));
    CHECK(holds(schema, "row attributions\nfield 0 source id\nfield 4 place text\n"));
    auto const page = text_of(TREATISE_SOURCE_DIR "/docs/snapshot-format.md");
    auto const on_page = [&](std::string_view name, auto const& span) {
        using row = std::remove_cvref_t<decltype(*span.data())>;
        if constexpr (!std::is_integral_v<row>) {
            INFO(name);
            CHECK(holds(page, "| `" + std::string{name} + "` | " + std::to_string(sizeof(row)) + " |"));
        } else {
            INFO(name);
            CHECK(holds(page, "`" + std::string{name} + "`"));
        }
    };
    constexpr tables none;
    each_column(on_page, none);
}

TEST_CASE("a program of another language reads a snapshot by its format alone", "[snapshot]") {
    if (std::system("python3 -c '' 2> /dev/null") != 0) {
        WARN("skipped: no python3");
        SUCCEED();
        return;
    }
    folder const tmp;
    for (auto const& [name, kb] : fixture::bases()) {
        INFO(name);
        REQUIRE(write_snapshot(*kb, tmp / "kb"));
        auto const call =
            "python3 " TREATISE_SOURCE_DIR "/docs/read_snapshot.py '" + (tmp / "kb") + "' > '" + (tmp / "lines") + "'";
        REQUIRE(std::system(call.c_str()) == 0);
        std::string lines;
        for (auto c : kb->claims()) {
            auto const& said = kb->said(c);
            for (std::string_view cell : {relation_names[kb->relation(c)], kb->key(kb->subject(c)), kb->key(kb->object(c)),
                     word(kb->stance(c)), kb->key(said.source)})
                (lines += cell) += '\t';
            (lines += (*kb)[said.place]) += '\n';
        }
        CHECK(text_of(tmp / "lines") == lines);
    }
}

}  // namespace snapshot_snapshot_test
