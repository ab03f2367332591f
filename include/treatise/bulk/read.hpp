// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/bulk/detail/build.hpp>
#include <treatise/bulk/detail/columns.hpp>

#include <algorithm>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <future>
#include <map>
#include <string>
#include <string_view>
#include <thread>
#include <utility>
#include <vector>

namespace treatise::inline v0_3 {

/// How files are read: what to call on the way, on how many threads rows are parsed, and how much text each takes at a time.
struct bulk_options {
    on_progress progress{};
    unsigned threads = std::thread::hardware_concurrency();
    std::size_t block = block_reader::usual_size;  ///< in bytes
};

/// The base that was read or what is wrong with the rules, and what became of the rows.
struct bulk_result {
    expected<storage, std::vector<problem>> made;
    bulk_report report;
};

/// Reads the files of one graph into a `bulk_graph`, a block at a time; the readers of formats say what a row is.
class bulk_reader {
public:
    bulk_reader(bulk_graph& to, std::vector<std::string> const& paths, bulk_options const& how) : g{to}, how_{how} {
        std::error_code error;
        for (auto const& p : paths) {
            auto const size = std::filesystem::file_size(p, error);
            if (!error) all_bytes_ += size;
        }
    }

    bulk_graph& g;

    /// The paths whose beginning can be looked at before they are read; of a pipe it would be lost, so that is refused.
    std::vector<std::string> seekable(std::vector<std::string> const& paths) {
        std::vector<std::string> files;
        std::error_code error;
        for (auto const& p : paths) {
            auto const is = std::filesystem::status(p, error);
            if (!std::filesystem::exists(is) || std::filesystem::is_regular_file(is) || std::filesystem::is_directory(is)) {
                files.push_back(p);
            } else {
                g.in_file(p);
                g.refuse(0, {}, "is a pipe or a device; expected a file");
                ++g.report.unread;
            }
        }
        return files;
    }

    /// Calls `f(row, number)` for each row of a file: a line, or as many as a quoted field spans in one parted by commas.
    /// Returns whether there was any text, or it could not be read.
    template <class F>
    bool lines(std::string const& path, F&& f) {
        block_reader file{path, is_csv(path), how_.block};
        g.in_file(path);
        text_block block;
        std::uint64_t number = 1;
        while (file.next(block)) {
            number = each_row(block.text(), number, is_csv(path), [&](std::string_view line, std::uint64_t at) {
                if (line.size() > limits::line_bytes)
                    g.refuse(at, {}, line_too_long());
                else
                    f(line, at);
            });
            tell(path, block.position());
        }
        end(path, file, number);
        return number != 1 || !file.error().empty();
    }
    /// Calls `f(part)` for the text of a file that is no lines, as it comes.
    template <class F>
    void parts(std::string const& path, F&& f) {
        byte_reader file{path};
        g.in_file(path);
        std::vector<char> block(how_.block);
        while (auto const n = file.read(block.data(), block.size())) {
            f(std::string_view{block.data(), n});
            tell(path, file.position());
        }
        if (!file.error().empty()) {
            ++g.report.unread;
            g.refuse(0, {}, file.error());
        }
        bytes_before_ += file.size();
        tell(path, 0);
    }
    /// Calls `f(form, row, number)` for each row of a table behind its header, which `start(form)` sees first; where that
    /// returns false, the file is left.
    template <class Start, class F>
    void table(std::string const& path, Start&& start, F&& f) {
        table_form form;
        row_fields row;
        bool first = true, usable = true;
        auto const any = lines(path, [&](std::string_view line, std::uint64_t number) {
            if (std::exchange(first, false)) {
                form = table_form_of(line, path);
                usable = start(form);
            } else if (usable && !line.empty()) {
                if (!row.split(line, form))
                    g.refuse(number, {}, "has a quote that is not closed");
                else if (row.size() > form.columns.size())
                    g.refuse(number, {}, wrong_columns(row.size(), form));
                else
                    f(form, row, number);
            }
        });
        if (!any) g.refuse(0, {}, "is empty; expected a header");
    }

    /// Rows of edges on several threads: `make_parser(form)` gives each thread a function that finds the edge of a line, or says
    /// what is wrong with it.
    template <class MakeParser>
    void edges(std::string const& path, bool has_header, MakeParser&& make_parser) {
        block_reader file{path, is_csv(path), how_.block};
        g.in_file(path);
        auto const wide = (std::max)(1u, (std::min)(how_.threads, 64u));
        std::vector<text_block> now(wide), next(wide);
        auto const fill = [&](std::vector<text_block>& blocks) {
            std::size_t n = 0;
            while (n != blocks.size() && file.next(blocks[n])) ++n;
            return n;
        };
        table_form form;
        std::uint64_t number = 1;
        bool header = has_header;
        for (auto n = fill(now); n != 0;) {
            auto reading = std::async(std::launch::async, [&] { return fill(next); });
            if (std::exchange(header, false)) {
                form = table_form_of(first_line(now[0].text()), path);
                now[0].skip_line();
                ++number;
            }
            std::vector<std::future<parsed_block>> others;
            auto const parse = [&](std::string_view text) { return this->parse(text, is_csv(path), make_parser(form)); };
            for (std::size_t i = 1; i != n; ++i) others.push_back(std::async(std::launch::async, parse, now[i].text()));
            std::vector<parsed_block> parsed;
            parsed.push_back(parse(now[0].text()));
            for (auto& o : others) parsed.push_back(o.get());
            for (std::size_t i = 0; i != n; ++i) {  // once no thread looks anything up any more
                number = take(parsed[i], number);
                for (auto text = now[i].text(); parsed[i].stopped; number = take(parsed[i], number)) {
                    g.meet(parsed[i].met);
                    text.remove_prefix(parsed[i].rest);
                    parsed[i] = parse(text);
                }
                parsed[i] = {};
            }
            auto const position = now[n - 1].position();
            n = reading.get();
            now.swap(next);
            tell(path, position);
        }
        end(path, file, number);
    }

    bulk_result build() {
        bulk_build build{g};
        auto made = build.run();
        return {std::move(made), std::move(g.report)};
    }

private:
    struct parsed_block {
        struct left {
            resolved_edge edge;
            std::uint64_t line, times;  ///< lines are counted from the first of the block
        };
        struct unknown {
            edge_says says;
            std::uint64_t line;
            std::string wrong;
        };
        std::uint64_t rows = 0, lines = 0;
        std::vector<resolved_edge> kept{};
        std::vector<left> left_out{};
        std::vector<unknown> slow{};
        text_numbers texts{};
        std::map<std::string, std::uint64_t, std::less<>> unused{};  ///< fields that the parser passed over
        bool stopped = false;  ///< at a row that was met first: what it says, and where it begins
        edge_says met{};
        std::size_t rest = 0;
    };

    /// What the rows of a block become; those that name something new wait for their turn.
    template <class Parser>
    parsed_block parse(std::string_view text, bool quotes, Parser parser) const {
        parsed_block made;
        bulk_graph::last_edge last;
        std::string wrong;
        auto const keep = [&](edge_says& says) {
            for (auto s :
                {&says.subject, &says.predicate, &says.object, &says.source, &says.licence, &says.place, &says.qualifiers})
                *s = made.texts.keep(*s);
        };
        auto const lines = each_row(text, 0, quotes, [&](std::string_view line, std::uint64_t number) {
            if (line.empty() || made.stopped) return;
            ++made.rows;
            edge_says says;
            if (line.size() > limits::line_bytes) {
                made.slow.push_back({{}, number, line_too_long()});
                return;
            }
            if (!parser(line, says, wrong)) {
                made.slow.push_back({{}, number, std::move(wrong)});
                wrong.clear();
                return;
            }
            auto const e = g.resolve(says, last);
            if (e.is == resolved_edge::fate::kept) {
                made.kept.push_back(e);
            } else if (e.is == resolved_edge::fate::unknown) {
                keep(says);
                made.slow.push_back({says, number, {}});
            } else if (e.is == resolved_edge::fate::met_first) {
                keep(says);
                made.stopped = true, made.met = says, made.lines = number;
                made.rest = static_cast<std::size_t>(line.data() - text.data());
                --made.rows;
                if constexpr (requires { parser.uncount_row(); }) parser.uncount_row();
            } else {
                auto& l = made.left_out;
                auto const same = [&](auto const& x) { return x.edge.is == e.is && x.edge.group == e.group; };
                auto const known = std::find_if(l.begin(), l.end(), same);
                if (known == l.end())
                    l.push_back({e, number, 1});
                else
                    ++known->times;
            }
        });
        if (!made.stopped) made.lines = lines;
        if constexpr (requires { parser.unused; }) made.unused = std::move(parser.unused);
        return made;
    }
    /// Returns the number of the line behind the block.
    std::uint64_t take(parsed_block& p, std::uint64_t first) {
        g.report.edge_rows += p.rows;
        for (auto const& [name, times] : p.unused) g.report.leave_unused("field " + in_quotes(name), g.at(0), times);
        for (auto const& e : p.kept) g.keep(e);
        for (auto const& l : p.left_out) g.leave_out(l.edge, first + l.line, l.times);
        for (auto& s : p.slow)
            if (s.wrong.empty())
                g.edge(s.says, first + s.line);
            else
                g.refuse(first + s.line, {}, std::move(s.wrong));
        return first + p.lines;
    }
    void tell(std::string const& path, std::uint64_t position) {
        if (how_.progress) how_.progress({path, bytes_before_ + position, all_bytes_, g.report.node_rows + g.report.edge_rows});
    }
    /// `next`: the number of the line behind those that were read.
    void end(std::string const& path, block_reader const& file, std::uint64_t next) {
        if (!file.error().empty()) {
            ++g.report.unread;
            g.refuse(file.error_is_in_a_line() ? next : 0, {}, file.error());
        }
        bytes_before_ += file.size();
        tell(path, 0);
    }

    bulk_options const& how_;
    std::uint64_t all_bytes_ = 0, bytes_before_ = 0;
};

}  // namespace treatise::inline v0_3
