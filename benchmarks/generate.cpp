// SPDX-License-Identifier: BSL-1.0
// Writes a graph with the shape of Hetionet: as many nodes and edges as there, or a multiple, with the same skew of degrees.
// Run: generate SHAPE FOLDER TIMES, where SHAPE has nodes.tsv (kind, count, mean length of names) and shape.tsv (metaedge,
// count, quantiles of degrees); nodes.tsv and edges.tsv in FOLDER are the same on every machine.
//
// A multiple is that many graphs of one size, each drawn anew, one edge in ten leading from one into another: so degrees and
// the number of paths of a pair stay what they are. Nodes stand in the file shuffled over all of them.
#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <map>
#include <numeric>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

namespace {

[[noreturn]] void give_up(std::string const& what) {
    std::fprintf(stderr, "%s\n", what.c_str());
    std::exit(1);
}

/// SplitMix64: the standard's distributions differ from library to library.
class dice {
    std::uint64_t state_;

public:
    explicit dice(std::uint64_t seed) : state_{seed} {}
    std::uint64_t next() {
        auto z = (state_ += 0x9e3779b97f4a7c15u);
        z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
        z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
        return z ^ (z >> 31);
    }
    std::uint32_t below(std::uint32_t n) { return static_cast<std::uint32_t>((next() >> 32) * n >> 32); }
    double part() { return static_cast<double>(next() >> 11) * 0x1p-53; }
};

void shuffle(std::vector<std::uint32_t>& v, dice& d) {
    for (auto i = static_cast<std::uint32_t>(v.size()); i > 1; --i) std::swap(v[i - 1], v[d.below(i)]);
}

/// A file that is written in large pieces.
class out {
    std::FILE* file_;
    std::string text_;

public:
    explicit out(std::string const& path) : file_{std::fopen(path.c_str(), "wb")} {
        if (file_ == nullptr) give_up("Cannot write " + path);
    }
    out(out const&) = delete;
    out& operator=(out const&) = delete;
    ~out() {
        if (std::fwrite(text_.data(), 1, text_.size(), file_) != text_.size() || std::fclose(file_) != 0)
            give_up("Cannot write all of a file");
    }
    out& operator<<(std::string_view s) {
        text_ += s;
        if (text_.size() > (std::size_t{1} << 20)) {
            if (std::fwrite(text_.data(), 1, text_.size(), file_) != text_.size()) give_up("Cannot write all of a file");
            text_.clear();
        }
        return *this;
    }
};

struct kind_of_node {
    std::string name, prefix;
    std::uint32_t count = 0;
    double mean_name = 0;
    std::vector<std::uint32_t> number;  ///< of each node of each part: its number in the file

    std::string id(std::uint32_t part, std::uint32_t i) const { return prefix + std::to_string(number[part * count + i] + 1); }
};

/// A name that no other node of its kind has: its number in syllables, behind others up to a length.
std::string name_of(std::uint32_t number, std::uint32_t of, double mean, dice& d) {
    static constexpr std::string_view first = "bcdfglmnprstvz", second = "aeiou";
    auto const syllable = [&](std::uint32_t n) {
        n %= 70;
        return std::string{first[n / 5], second[n % 5]};
    };
    std::string code;
    for (std::uint64_t reach = 1; reach < of; reach *= 70, number /= 70) code += syllable(number);
    auto const length = mean * (0.4 + 1.2 * d.part());
    std::string name;
    while (static_cast<double>(name.size() + code.size()) + 1 < length)
        name += syllable(d.below(70)) + (d.below(4) == 0 ? " " : "");
    name += code;
    name[0] = static_cast<char>(name[0] - 'a' + 'A');
    return name;
}

struct degrees {
    std::uint32_t nodes = 0;
    std::array<double, 8> at{};  ///< least, then the quantiles of the table

    double quantile(double part) const {
        static constexpr std::array<double, 8> where{0, 0.1, 0.25, 0.5, 0.75, 0.9, 0.99, 1};
        std::size_t i = 1;
        while (i != 7 && where[i] < part) ++i;
        return at[i - 1] + (at[i] - at[i - 1]) * (part - where[i - 1]) / (where[i] - where[i - 1]);
    }
    /// A degree for each node, `sum` in all as nearly as rounding allows.
    std::vector<std::uint32_t> drawn(double sum, std::uint32_t most, dice& d) const {
        std::vector<double> wanted(nodes);
        double all = 0;
        for (std::uint32_t i = 0; i != nodes; ++i) all += wanted[i] = quantile((i + 0.5) / nodes);
        std::vector<std::uint32_t> made(nodes);
        for (std::uint32_t i = 0; i != nodes; ++i)
            made[i] = std::clamp(static_cast<std::uint32_t>(wanted[i] * sum / all + d.part()), 1u, most);
        return made;
    }
};

/// Draws numbers by weight in constant time (the alias method).
class lottery {
    std::vector<double> own_;
    std::vector<std::uint32_t> other_;

public:
    explicit lottery(std::vector<double> weights) : own_(std::move(weights)), other_(own_.size()) {
        auto const all = std::accumulate(own_.begin(), own_.end(), 0.0);
        std::vector<std::uint32_t> low, high;
        for (std::uint32_t i = 0; i != own_.size(); ++i) {
            own_[i] *= static_cast<double>(own_.size()) / all;
            (own_[i] < 1 ? low : high).push_back(i);
        }
        while (!low.empty() && !high.empty()) {
            auto const l = low.back(), h = high.back();
            low.pop_back();
            other_[l] = h;
            own_[h] -= 1 - own_[l];
            if (own_[h] < 1) {
                high.pop_back();
                low.push_back(h);
            }
        }
        for (auto i : low) own_[i] = 1;
        for (auto i : high) own_[i] = 1;
    }
    std::uint32_t draw(dice& d) const {
        auto const i = d.below(static_cast<std::uint32_t>(own_.size()));
        return d.part() < own_[i] ? i : other_[i];
    }
};

std::vector<std::vector<std::string>> table_of(std::string const& path) {
    std::ifstream file{path};
    if (!file) give_up("Cannot read " + path);
    std::vector<std::vector<std::string>> rows;
    std::string line, field;
    std::getline(file, line);
    while (std::getline(file, line)) {
        rows.emplace_back();
        std::istringstream fields{line};
        while (std::getline(fields, field, '\t')) rows.back().push_back(field);
    }
    return rows;
}

std::map<std::string, kind_of_node> write_nodes(std::string const& shape, std::string const& folder, std::uint32_t times) {
    static std::map<std::string, std::string> const prefixes{{"Anatomy", "UBERON:"}, {"Biological Process", "GO:"},
        {"Cellular Component", "GO:"}, {"Compound", "DB"}, {"Disease", "DOID:"}, {"Molecular Function", "GO:"},
        {"Pathway", "PC7_"}, {"Pharmacologic Class", "N0000"}, {"Side Effect", "C0"}, {"Symptom", "D0"}};
    std::map<std::string, kind_of_node> kinds;
    out nodes{folder + "/nodes.tsv"};
    nodes << "id\tname\tkind\n";
    dice d{times};
    for (auto const& row : table_of(shape + "/nodes.tsv")) {
        auto& k = kinds[row.at(0)];
        auto const prefix = prefixes.find(row[0]);
        k = {row[0], row[0] + "::" + (prefix == prefixes.end() ? "" : prefix->second),
            static_cast<std::uint32_t>(std::stoul(row.at(1))), std::stod(row.at(2)), {}};
        k.number.resize(std::size_t{k.count} * times);
        std::iota(k.number.begin(), k.number.end(), 0u);
        shuffle(k.number, d);
        for (std::uint32_t i = 0; i != k.count * times; ++i)
            nodes << k.prefix << std::to_string(i + 1) << "\t" << name_of(i, k.count * times, k.mean_name, d) << "\t" << k.name
                  << "\n";
    }
    return kinds;
}

/// How the edges of a metaedge spread over its nodes: eight columns of its row, from this one on.
degrees degrees_at(std::vector<std::string> const& row, std::size_t column) {
    degrees found{static_cast<std::uint32_t>(std::stoul(row.at(column))), {}};
    for (std::size_t i = 0; i != 7; ++i) found.at[i + 1] = std::stod(row.at(column + 1 + i));
    found.at[0] = std::min(1.0, found.at[1]);
    return found;
}

lottery lottery_of(degrees const& of) {
    std::vector<double> weights(of.nodes);
    for (std::uint32_t i = 0; i != of.nodes; ++i) weights[i] = of.quantile((i + 0.5) / of.nodes);
    return lottery{std::move(weights)};
}

std::vector<std::uint32_t> shuffled(std::uint32_t count, dice& d) {
    std::vector<std::uint32_t> v(count);
    std::iota(v.begin(), v.end(), 0u);
    shuffle(v, d);
    return v;
}

/// A target that this source does not have yet; `taken` says which source had each target last.
std::uint32_t another_target(
    lottery const& drawn, std::vector<std::uint32_t>& taken, std::uint32_t source, std::uint32_t of, dice& d) {
    auto t = drawn.draw(d);
    for (int again = 0; taken[t] == source + 1; ++again) t = again < 50 ? drawn.draw(d) : (t + 1) % of;
    taken[t] = source + 1;
    return t;
}

void write_edges(
    std::vector<std::string> const& row, std::map<std::string, kind_of_node> const& kinds, std::uint32_t times, out& edges) {
    auto const& from = kinds.at(row.at(1));
    auto const& to = kinds.at(row.at(2));
    auto const sources = degrees_at(row, 5), targets = degrees_at(row, 13);
    auto const drawn = lottery_of(targets);
    for (std::uint32_t part = 0; part != times; ++part) {
        std::uint64_t seed = part;
        for (char c : row[0]) seed = seed * 257 + static_cast<unsigned char>(c);
        dice d{seed};
        auto const source = shuffled(from.count, d), target = shuffled(to.count, d);
        std::vector<std::uint32_t> taken(to.count, 0);
        auto const degree = sources.drawn(std::stod(row.at(3)), targets.nodes, d);
        for (std::uint32_t s = 0; s != sources.nodes; ++s) {
            auto const id = from.id(part, source[s]);
            for (std::uint32_t n = 0; n != degree[s]; ++n) {
                auto const t = another_target(drawn, taken, s, targets.nodes, d);
                if (&from == &to && target[t] == source[s]) continue;
                auto const other = times > 1 && d.below(10) == 0 ? d.below(times) : part;
                edges << id << "\t" << row[0] << "\t" << to.id(other, target[t]) << "\n";
            }
        }
    }
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 4) give_up("usage: generate SHAPE FOLDER TIMES");
    std::string const shape = argv[1], folder = argv[2];
    auto const times = static_cast<std::uint32_t>(std::strtoul(argv[3], nullptr, 10));
    if (times == 0 || times > 1000) give_up("TIMES is 1 to 1000");
    auto const kinds = write_nodes(shape, folder, times);
    out edges{folder + "/edges.tsv"};
    edges << "source\tmetaedge\ttarget\n";
    for (auto const& row : table_of(shape + "/shape.tsv")) write_edges(row, kinds, times, edges);
}
