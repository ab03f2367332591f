// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>

#include <algorithm>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace treatise::tool {

/// The help of the tool and of each command, 80 columns wide: usage, a paragraph, arguments, options by group, an example.
class help_page : public CLI::FormatterBase {
    std::map<std::string, std::string> summaries_;  ///< of each command, in a few words

    /// `text` in lines; `lead` before it, every line of it at the column `indent`.
    static std::string filled(std::string lead, std::string_view text, std::size_t indent) {
        constexpr std::size_t page = 80;
        std::string made, line = std::move(lead);
        if (indent != 0 && line.size() + 2 > indent) (made += line) += '\n', line.clear();
        line.resize(std::max(line.size(), indent), ' ');
        bool empty = true;
        for (std::size_t first = 0; first < text.size();) {
            auto const last = std::min(text.find(' ', first), text.size());
            if (!empty && line.size() + 1 + (last - first) > page) {
                (made += line) += '\n';
                line.assign(indent, ' ');
                empty = true;
            }
            if (!empty) line += ' ';
            line += text.substr(first, last - first);
            empty = false;
            first = last + 1;
        }
        return made + line + '\n';
    }

    static std::vector<CLI::Option const*> positionals(CLI::App const& app) {
        return app.get_options([](CLI::Option const* x) { return x->get_positional(); });
    }
    static std::string arguments(CLI::App const& app) {
        std::string made;
        for (auto const* o : positionals(app)) {
            auto const name = o->get_name(true) + (o->get_items_expected_max() > 1 ? "..." : "");
            made += o->get_group() == "optional" ? " [" + name + ']' : ' ' + name;
        }
        return made;
    }
    static std::string options(CLI::App const& app) {
        std::string made;
        for (auto const& group : app.get_groups()) {
            if (group.empty()) continue;
            std::string told;
            for (auto const* o :
                app.get_options([&](CLI::Option const* x) { return x->get_group() == group && x->nonpositional(); })) {
                std::string name;
                for (auto const& s : o->get_snames()) name += (name.empty() ? "-" : ", -") + s;
                name += (name.empty() ? "--" : ", --") + o->get_lnames().front();
                if (o->get_type_size() != 0) name += ' ' + o->get_type_name();
                told += filled("  " + name, o->get_description(), 27);
            }
            if (!told.empty()) made += '\n' + group + ":\n" + told;
        }
        return made;
    }
    std::string commands(CLI::App const& app) const {
        std::string made;
        std::vector<std::string> groups;
        for (auto const* c : app.get_subcommands([](CLI::App const*) { return true; }))
            if (std::find(groups.begin(), groups.end(), c->get_group()) == groups.end()) groups.push_back(c->get_group());
        for (auto const& group : groups) {
            made += '\n' + group + ":\n";
            for (auto const* c : app.get_subcommands([&](CLI::App const* x) { return x->get_group() == group; }))
                made += filled("  " + c->get_name() + arguments(*c), summaries_.at(c->get_name()), 27);
        }
        return made;
    }

public:
    explicit help_page(std::map<std::string, std::string> summaries) : summaries_{std::move(summaries)} {}

    std::string make_help(CLI::App const* app, std::string, CLI::AppFormatMode) const override {
        auto const* whole = app->get_parent();
        auto made =
            "Usage: treatise " + (whole ? app->get_name() + arguments(*app) + " [OPTIONS]" : "[OPTIONS] COMMAND ...") + "\n\n";
        made += filled("", app->get_description(), 0);
        if (auto const named = positionals(*app); !named.empty()) {
            made += "\nArguments:\n";
            for (auto const* o : named) made += filled("  " + o->get_name(true), o->get_description(), 27);
        }
        made += commands(*app) + options(*app) + (whole ? options(*whole) : "");
        return made + (whole ? "\nExample:\n" : "\nExamples:\n") + app->get_footer() + '\n';
    }
};

}  // namespace treatise::tool
