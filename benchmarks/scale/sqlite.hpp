// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "answer.hpp"

#include <sqlite3.h>

#include <cstdio>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace scale {

/// SQLite in a file: a table for each relation that is its own index, integer keys, prepared statements, a cache for all of it.
class sqlite {
    class statement {
        sqlite3_stmt* s_ = nullptr;

    public:
        statement() = default;
        statement(sqlite3* db, char const* sql) {
            if (sqlite3_prepare_v3(db, sql, -1, SQLITE_PREPARE_PERSISTENT, &s_, nullptr) != SQLITE_OK)
                give_up(std::string{sql} + ": " + sqlite3_errmsg(db));
        }
        statement(statement&& from) noexcept : s_{std::exchange(from.s_, nullptr)} {}
        statement& operator=(statement&& from) noexcept {
            std::swap(s_, from.s_);
            return *this;
        }
        ~statement() { sqlite3_finalize(s_); }

        template <class F>
        void each(F&& f) const {
            while (sqlite3_step(s_) == SQLITE_ROW) f();
            sqlite3_reset(s_);
        }
        void run() const {
            each([] {});
        }
        statement const& with(int i, sqlite3_int64 n) const {
            sqlite3_bind_int64(s_, i, n);
            return *this;
        }
        statement const& with(int i, std::string_view s) const {
            sqlite3_bind_text(s_, i, s.data(), static_cast<int>(s.size()), SQLITE_STATIC);
            return *this;
        }
        sqlite3_int64 number(int i) const { return sqlite3_column_int64(s_, i); }
        std::string_view text(int i) const {
            auto const* const at = reinterpret_cast<char const*>(sqlite3_column_text(s_, i));
            return {at == nullptr ? "" : at, static_cast<std::size_t>(sqlite3_column_bytes(s_, i))};
        }
    };

    sqlite3* db_ = nullptr;
    statement candidates_, genes_, effects_, paths_, name_;
    std::vector<sqlite3_int64> in_file_order_;

    static std::string file_in(std::string const& folder) { return folder + "/sqlite.db"; }
    void run(char const* sql) {
        char* wrong = nullptr;
        if (sqlite3_exec(db_, sql, nullptr, nullptr, &wrong) != SQLITE_OK) give_up(std::string{sql} + ": " + wrong);
    }
    template <class Called, class Run>
    static void put(statement const& of, Called&& called, Run&& run) {
        constexpr std::size_t most = std::size_t{1} << 16;  // how many come is known at the end
        auto to = run(most);
        std::size_t n = 0;
        of.each([&] {
            if (++n > most) give_up("A compound has too many names for one answer");
            to.put(called(of.text(0)));
        });
    }
    void create() {
        run("PRAGMA page_size = 8192; PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA locking_mode = EXCLUSIVE;"
            "PRAGMA cache_size = -4000000; PRAGMA temp_store = MEMORY;"
            "CREATE TABLE node (id INTEGER PRIMARY KEY, kind INTEGER NOT NULL, name TEXT NOT NULL);"
            "CREATE TABLE used (disease INTEGER, compound INTEGER, how INTEGER, PRIMARY KEY (disease, compound, how)) WITHOUT "
            "ROWID;"
            "CREATE TABLE member (compound INTEGER, class INTEGER, PRIMARY KEY (compound, class)) WITHOUT ROWID;"
            "CREATE TABLE listed (compound INTEGER PRIMARY KEY, class INTEGER);"
            "CREATE TABLE binds (compound INTEGER, gene INTEGER, PRIMARY KEY (compound, gene)) WITHOUT ROWID;"
            "CREATE TABLE causes (compound INTEGER, effect INTEGER, PRIMARY KEY (compound, effect)) WITHOUT ROWID;"
            "CREATE TABLE implicated (disease INTEGER, gene INTEGER, how INTEGER, PRIMARY KEY (disease, gene, how)) WITHOUT "
            "ROWID;"
            "BEGIN");
    }
    void fill(std::string const& folder) {
        statement const insert_node{db_, "INSERT INTO node VALUES (?, ?, ?)"},
            used{db_, "INSERT OR IGNORE INTO used VALUES (?, ?, ?)"}, member{db_, "INSERT OR IGNORE INTO member VALUES (?, ?)"},
            binds{db_, "INSERT OR IGNORE INTO binds VALUES (?, ?)"}, causes{db_, "INSERT OR IGNORE INTO causes VALUES (?, ?)"},
            implicated{db_, "INSERT OR IGNORE INTO implicated VALUES (?, ?, ?)"};
        std::unordered_map<std::string_view, sqlite3_int64> by_id;
        auto const text = whole_text(nodes_in(folder));
        each_node(text, [&](auto id, auto called, auto of) {
            auto const k = kind_of(of);
            if (k == kind::other) return;
            auto const number = static_cast<sqlite3_int64>(by_id.size()) + 1;
            by_id.emplace(id, number);
            insert_node.with(1, number).with(2, static_cast<int>(k)).with(3, called).run();
        });
        each_edge(edges_in(folder), [&](auto source, auto m, auto target) {
            auto const s = by_id.find(source), t = by_id.find(target);
            if (s == by_id.end() || t == by_id.end()) return;
            switch (m) {
                case metaedge::treats: used.with(1, t->second).with(2, s->second).with(3, use::treats).run(); break;
                case metaedge::palliates: used.with(1, t->second).with(2, s->second).with(3, use::palliates).run(); break;
                case metaedge::binds: binds.with(1, s->second).with(2, t->second).run(); break;
                case metaedge::causes: causes.with(1, s->second).with(2, t->second).run(); break;
                case metaedge::includes: member.with(1, t->second).with(2, s->second).run(); break;
                case metaedge::associates:
                case metaedge::upregulates:
                case metaedge::downregulates:
                    implicated.with(1, s->second).with(2, t->second).with(3, static_cast<int>(m)).run();
                    break;
                case metaedge::none: break;
            }
        });
    }
    void prepare_statements() {
        candidates_ = {db_,
            "SELECT c.id, c.name, g.name, max(u.how) | min(u.how) FROM used u JOIN node c ON c.id = u.compound "
            "LEFT JOIN listed l ON l.compound = u.compound LEFT JOIN node g ON g.id = l.class "
            "WHERE u.disease = ? GROUP BY l.class, u.compound"};
        genes_ = {db_, "SELECT n.name FROM binds b JOIN node n ON n.id = b.gene WHERE b.compound = ?"};
        effects_ = {db_, "SELECT n.name FROM causes c JOIN node n ON n.id = c.effect WHERE c.compound = ?"};
        paths_ = {db_,
            "SELECT u.compound, b.gene, u.disease, i.how FROM (SELECT DISTINCT disease, compound FROM used) u "
            "JOIN binds b ON b.compound = u.compound JOIN implicated i ON i.disease = u.disease AND i.gene = b.gene"};
        name_ = {db_, "SELECT name FROM node WHERE id = ?"};
    }

public:
    using node = sqlite3_int64;
    static constexpr char const* name = "SQLite";
    static constexpr bool reads_text = true, opens_file = true;

    /// Loads text into a new file.
    explicit sqlite(std::string const& folder) {
        std::remove(file_in(folder).c_str());
        if (sqlite3_open(file_in(folder).c_str(), &db_) != SQLITE_OK) give_up("SQLite cannot open " + file_in(folder));
        create();
        fill(folder);
        run("INSERT INTO listed SELECT m.compound, (SELECT g.id FROM member x JOIN node g ON g.id = x.class "
            "WHERE x.compound = m.compound ORDER BY g.name COLLATE NOCASE LIMIT 1) FROM member m GROUP BY m.compound;"
            "CREATE INDEX by_name ON node (name); COMMIT; ANALYZE");
        prepare_statements();
        statement const all{db_, "SELECT id FROM node WHERE kind = 0 ORDER BY id"};
        all.each([&] { in_file_order_.push_back(all.number(0)); });
    }
    sqlite(sqlite const&) = delete;
    sqlite& operator=(sqlite const&) = delete;
    ~sqlite() {
        for (auto* s : {&candidates_, &genes_, &effects_, &paths_, &name_}) *s = statement{};
        sqlite3_close(db_);
    }

    /// Opens the file that was loaded before and names the candidates of one disease, found by its name.
    static void first_answer(std::string const& folder, std::string_view disease, page& to) {
        sqlite3* db = nullptr;
        if (sqlite3_open_v2(file_in(folder).c_str(), &db, SQLITE_OPEN_READONLY, nullptr) != SQLITE_OK)
            give_up("SQLite cannot open " + file_in(folder));
        {
            statement const all{db,
                "SELECT DISTINCT c.name FROM node d JOIN used u ON u.disease = d.id JOIN node c ON c.id = u.compound "
                "WHERE d.name = ? AND d.kind = 0"};
            all.with(1, disease).each([&] { to.line('t', all.text(0)); });
        }
        sqlite3_close(db);
    }
    double stored_megabytes() const {
        statement const size{db_, "SELECT page_count * page_size FROM pragma_page_count, pragma_page_size"};
        double bytes = 0;
        size.each([&] { bytes = static_cast<double>(size.number(0)); });
        return bytes / 1e6;
    }

    std::uint32_t diseases() const { return static_cast<std::uint32_t>(in_file_order_.size()); }
    std::string name_of(sqlite3_int64 of) const {
        std::string called;
        name_.with(1, of).each([&] { called = name_.text(0); });
        return called;
    }

    template <class Page>
    void disease(std::uint32_t in_file, Page& to) const {
        auto const called = [&](std::string_view s) {  // it is gone with the next row
            if constexpr (requires { to.copy(s); })
                return to.copy(s);
            else
                return s;
        };
        std::string now;
        bool any = false;
        candidates_.with(1, in_file_order_[in_file]).each([&] {
            if (auto const group = candidates_.text(2); !any || group != now) {
                now = group;
                any = true;
                to.drug_class(called(now));
            }
            auto const compound = candidates_.number(0);
            to.compound(called(candidates_.text(1)), static_cast<unsigned>(candidates_.number(3)));
            put(genes_.with(1, compound), called, [&](std::size_t n) { return to.genes(n); });
            put(effects_.with(1, compound), called, [&](std::size_t n) { return to.side_effects(n); });
        });
        to.end();
    }
    template <class Flush>
    void table(page& to, Flush&& flush) const {
        csv_page csv{to};
        for (std::uint32_t d = 0; d != diseases(); ++d) {
            auto const called = name_of(in_file_order_[d]);
            csv.disease(called);
            disease(d, csv);
            flush();
        }
    }
    void paths(std::vector<path<node>>& found) const {
        paths_.each([&] {
            found.push_back({paths_.number(0), paths_.number(1), paths_.number(2), static_cast<metaedge>(paths_.number(3))});
        });
    }
};

}  // namespace scale
