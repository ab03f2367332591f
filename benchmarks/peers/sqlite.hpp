// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "answer.hpp"

#include <sqlite3.h>

#include <cstdio>
#include <cstdlib>
#include <initializer_list>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace peers {

/// Knowledge in SQLite in memory: a table a thing, an index a question, statements prepared once.
class sqlite {
    class statement {
        std::unique_ptr<sqlite3_stmt, int (*)(sqlite3_stmt*)> s_;

    public:
        statement(sqlite3* db, std::string const& sql) : s_{nullptr, sqlite3_finalize} {
            sqlite3_stmt* s = nullptr;
            if (sqlite3_prepare_v3(db, sql.c_str(), -1, SQLITE_PREPARE_PERSISTENT, &s, nullptr) != SQLITE_OK) {
                std::fprintf(stderr, "%s\nin %s\n", sqlite3_errmsg(db), sql.c_str());
                std::abort();
            }
            s_.reset(s);
        }
        /// Calls `row` for each row;
        void run(std::initializer_list<std::int64_t> values, auto row) const {
            int i = 0;
            for (auto v : values) sqlite3_bind_int64(s_.get(), ++i, v);
            while (sqlite3_step(s_.get()) == SQLITE_ROW) row();
            sqlite3_reset(s_.get());
        }
        void run(std::initializer_list<std::int64_t> values) const {
            run(values, [] {});
        }
        void bind(int i, std::string_view text) const {
            sqlite3_bind_text(s_.get(), i, text.data(), static_cast<int>(text.size()), SQLITE_TRANSIENT);
        }
        void bind(int i, std::int64_t value) const { sqlite3_bind_int64(s_.get(), i, value); }
        std::int64_t number(int column) const { return sqlite3_column_int64(s_.get(), column); }
        template <class Enum>
        Enum value(int column) const {
            return static_cast<Enum>(number(column));
        }
        std::string text(int column) const {
            auto const* p = reinterpret_cast<char const*>(sqlite3_column_text(s_.get(), column));
            return {p, static_cast<std::size_t>(sqlite3_column_bytes(s_.get(), column))};
        }
    };

    static sqlite3* opened() {
        sqlite3* db = nullptr;
        sqlite3_open_v2(":memory:", &db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX, nullptr);
        sqlite3_exec(db, schema, nullptr, nullptr, nullptr);
        return db;
    }
    statement prepared(std::string const& sql) const { return {db_.get(), sql}; }

    static constexpr char const* schema = R"(
        pragma journal_mode = off; pragma synchronous = off; pragma temp_store = memory;
        create table entity(id integer primary key, key text not null unique, is_class integer not null, is_reference integer not null);
        create table is_a(below integer, above integer, primary key(below, above)) without rowid;
        create index is_above on is_a(above, below);
        create table listed_under(therapy integer, class integer, primary key(therapy, class)) without rowid;
        create index lists on listed_under(class, therapy);
        create table claim(id integer primary key, key text not null, subject integer, relation integer, object integer, source integer,
                           facet integer, stance integer, status integer, intent integer, lists integer, first integer);
        create index claims_on on claim(subject);
        create table about(cause integer, claim integer, primary key(cause, claim)) without rowid;
        create index causes_of on about(claim, cause);
        create table excludes(claim integer, cause integer, primary key(claim, cause)) without rowid;
        create temp table near(cause integer primary key, side integer);)";

    std::unique_ptr<sqlite3, int (*)(sqlite3*)> db_{opened(), sqlite3_close};
    statement begin_ = prepared("begin"), commit_ = prepared("commit"), forget_ = prepared("delete from near");
    statement find_ = prepared("select id from entity where key = ?"), key_ = prepared("select key from entity where id = ?");
    statement near_ = prepared(R"(
        with recursive up(c) as (select ?1 union select above from is_a join up on below = c),
                     down(c) as (select ?1 union select below from is_a join down on above = c)
        insert into near select c, c <> ?1 from up union all select c, 2 from down where c <> ?1)");
    // Applicability and side by their numbers: 0 exact, 1 pooled, 2 broader, 3 narrower, 4 excluded, 5 unrelated; 0 same, 1
    // above, 2 below.
    statement candidates_ = prepared(R"(
        select c.subject, c.key, c.stance,
               case when exists (select 1 from excludes x join near n on n.cause = x.cause where x.claim = c.id and n.side < 2) then 4
               when nearest.side = 0 then (select count(*) from about where claim = c.id) > 1 when nearest.side = 1 then 2 else 3 end as applies
        from (select claim, min(side) as side from near cross join about using(cause) group by claim) nearest
          cross join claim c on c.id = nearest.claim cross join entity o on o.id = c.subject
        where c.lists and c.status = 0 and c.intent in (0, 3) and not o.is_reference
        order by c.subject, applies, c.id)");
    statement statements_ = prepared(R"(
        select c.id, c.key, c.subject, c.relation, c.object, c.source, c.facet, c.stance, c.first,
               case when exists (select 1 from excludes x join near n on n.cause = x.cause where x.claim = c.id and n.side < 2) then 4
               else (select case when count(*) = 0 then 2 when min(n.side) = 0 then count(*) > 1 when min(n.side) = 1 then 2
                            when min(n.side) = 2 then 3 else 5 end
                     from about a left join near n on n.cause = a.cause where a.claim = c.id) end
        from (select ?1 as o union all select therapy from listed_under where class = ?1) cross join claim c on c.subject = o
        where c.status = 0 and (c.intent in (0, 3) or c.first))");
    statement row_of_ = prepared("select class from listed_under where therapy = ?");
    statement lineage_ = prepared(R"(
        with recursive up(c) as (select id from entity where id = ? and is_class union select above from is_a join up on below = c)
        select c from up)");
    statement below_ = prepared("select 1 from is_a where above = ? limit 1"),
              above_ = prepared("select 1 from is_a where below = ? limit 1");
    statement references_ = prepared("select id from entity where is_reference");

    static bool any(statement const& s, std::int64_t id) {
        bool found = false;
        s.run({id}, [&] { found = true; });
        return found;
    }

public:
    using option = std::int64_t;
    struct claim {
        std::string key;
        std::int64_t subject, relation, object, source;
        treatise::stance stance;
    };
    struct near_causes {};  // they stand in the table `near`

    explicit sqlite(treatise::knowledge_base const& kb) {
        using namespace treatise;
        begin_.run({});
        auto const entity = prepared("insert into entity values(?, ?, ?, ?)");
        for (std::uint32_t i = 0; i != kb.entity_count(); ++i) {
            auto const e = id<treatise::entity>::from_number(i);
            auto const t = kb.as<therapy>(e);
            entity.bind(2, kb.key(e));
            insert(entity, {{1, i}, {3, bool{kb.as<therapy_class>(e)}}, {4, t && kb.details(t).reference}});
        }
        auto const is_above = prepared("insert into is_a values(?, ?)"),
                   lists = prepared("insert into listed_under values(?, ?)");
        for (auto e : kb.every<is_a>()) is_above.run({e.subject.value, e.object.value});
        for (auto e : kb.every<listed_under>()) lists.run({e.subject.value, e.object.value});
        auto const said = prepared("insert into claim values(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
        auto const about = prepared("insert into about values(?, ?)"), excludes = prepared("insert into excludes values(?, ?)");
        for (auto const& r : claims_of(kb)) {
            std::int64_t relation = 0;
            while (relation_names[static_cast<std::size_t>(relation)] != r.relation) ++relation;
            said.bind(2, r.key);
            insert(said, {{1, r.place}, {3, r.subject.value}, {4, relation}, {5, r.object.value}, {6, r.source.value},
                             {7, static_cast<int>(r.facet)}, {8, static_cast<int>(r.stance)}, {9, static_cast<int>(r.status)},
                             {10, static_cast<int>(r.intent)}, {11, r.lists}, {12, r.first}});
            for (auto x : r.about) about.run({x.value, r.place});
            for (auto x : r.excludes) excludes.run({r.place, x.value});
        }
        commit_.run({});
        sqlite3_exec(db_.get(), "analyze", nullptr, nullptr, nullptr);
    }

    near_causes near(option cause) const {
        begin_.run({});
        forget_.run({});
        near_.run({cause});
        commit_.run({});
        return {};
    }

    std::vector<peers::candidate<option, std::string>> candidates(near_causes) const {
        std::vector<peers::candidate<option, std::string>> made;
        candidates_.run({}, [&] {
            auto const o = candidates_.number(0);
            if (made.empty() || made.back().option != o) made.push_back({o, {}});
            made.back().reasons.push_back(
                {candidates_.text(1), candidates_.value<treatise::applicability>(3), candidates_.value<treatise::stance>(2)});
        });
        return made;
    }

    std::vector<told<claim>> statements(near_causes, option o) const {
        std::vector<told<claim>> found;
        auto const& s = statements_;
        s.run({o}, [&] {
            auto const how = s.value<treatise::applicability>(9);
            if (how >= treatise::applicability::excluded) return;
            auto const of = s.number(2) == o ? treatise::said_of::itself : treatise::said_of::member;
            found.push_back({s.value<treatise::facet>(6), s.number(8) != 0, how, of, static_cast<std::uint32_t>(s.number(0)),
                {s.text(1), s.number(2), s.number(3), s.number(4), s.number(5), s.value<treatise::stance>(7)}});
        });
        return found;
    }

    // Structure.

    option row_of(option o) const {
        row_of_.run({o}, [&] { o = row_of_.number(0); });
        return o;
    }
    std::vector<option> lineage(option o) const { return all(lineage_, {o}); }
    bool has_classes_below(option o) const { return any(below_, o); }
    bool is_root(option o) const { return !any(above_, o); }
    std::vector<option> references() const { return all(references_, {}); }
    option place(option o) const { return o; }

    option find(std::string_view key) const {
        option found = 0;
        find_.bind(1, key);
        find_.run({}, [&] { found = find_.number(0); });
        return found;
    }
    std::string key(option o) const {
        std::string found;
        key_.run({o}, [&] { found = key_.text(0); });
        return found;
    }
    std::string_view claim_key(std::string const& c) const { return c; }
    std::string_view claim_key(claim const& c) const { return c.key; }
    treatise::stance stance(claim const& c) const { return c.stance; }
    std::int64_t source(claim const& c) const { return c.source; }
    std::int64_t relation(claim const& c) const { return c.relation; }
    std::int64_t subject(claim const& c) const { return c.subject; }
    std::int64_t object(claim const& c) const { return c.object; }
    bool is_effect(claim const& c) const { return c.relation == treatise::relation_number<treatise::affects>; }

private:
    static void insert(statement const& s, std::initializer_list<std::pair<int, std::int64_t>> values) {
        for (auto [i, v] : values) s.bind(i, v);
        s.run({});
    }
    static std::vector<option> all(statement const& s, std::initializer_list<std::int64_t> values) {
        std::vector<option> found;
        s.run(values, [&] { found.push_back(s.number(0)); });
        return found;
    }
};

}  // namespace peers
