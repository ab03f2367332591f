// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "text.hpp"

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

// What is asked of every contender, and where it writes its answers: storage that is used again for each.
namespace scale {

/// Text. A contender that writes here copies its names.
class page {
    std::unique_ptr<char[]> bytes_{new char[std::size_t{1} << 20]};
    std::size_t size_ = 0, room_ = std::size_t{1} << 20;

    void grow(std::size_t n) {
        room_ = 2 * (size_ + n);
        std::unique_ptr<char[]> more{new char[room_]};
        std::memcpy(more.get(), bytes_.get(), size_);
        bytes_ = std::move(more);
    }

public:
    void clear() { size_ = 0; }
    std::size_t size() const { return size_; }
    std::string_view text() const { return {bytes_.get(), size_}; }
    void put(char c) {
        if (size_ == room_) grow(1);
        bytes_[size_++] = c;
    }
    void put(std::string_view s) {
        if (room_ - size_ < s.size()) grow(s.size());
        std::memcpy(bytes_.get() + size_, s.data(), s.size());
        size_ += s.size();
    }
    void line(char of, std::string_view s) {
        if (room_ - size_ < s.size() + 2) grow(s.size() + 2);
        char* const to = bytes_.get() + size_;
        to[0] = of;
        std::memcpy(to + 1, s.data(), s.size());
        to[s.size() + 1] = '\n';
        size_ += s.size() + 2;
    }
};

/// How a compound is used for a disease: bits.
enum use : unsigned { treats = 1, palliates = 2 };

inline std::string_view words(unsigned uses) {
    static constexpr std::string_view all[] = {"", "treats", "palliates", "treats and palliates"};
    return all[uses & 3u];
}

/// One disease as text, a line each name: its candidates grouped by class, each with its use, mechanisms and side effects.
class disease_page {
    page& to_;

public:
    struct run {
        page& to;
        char of;
        void put(std::string_view name) { to.line(of, name); }
    };

    explicit disease_page(page& to) : to_{to} {}
    void drug_class(std::string_view name) { to_.line('c', name); }  ///< empty: in no class
    void compound(std::string_view name, unsigned uses) {
        to_.line('t', name);
        to_.line('u', words(uses));
    }
    run genes(std::size_t) { return {to_, 'm'}; }
    run side_effects(std::size_t) { return {to_, 's'}; }
    void end() {}
};

/// One disease as a value. A name is a view of where the contender keeps it; one that keeps no names in memory copies them here.
class disease_sheet {
    struct row {
        std::string_view drug_class, compound;
        unsigned uses;
        std::size_t genes, effects, end;  ///< where its names begin and end
    };
    std::vector<row> rows_;
    // No vector: whether its push_back is inlined would decide more than what is measured.
    std::unique_ptr<std::string_view[]> names_{new std::string_view[1024]};
    std::size_t size_ = 0, room_ = 1024;
    std::vector<std::unique_ptr<char[]>> copies_;  ///< of 64 KB each, never moved
    std::size_t used_ = 0, copied_ = 0;
    std::string_view class_;
    static constexpr std::size_t block = std::size_t{1} << 16;

    void grow() {
        std::unique_ptr<std::string_view[]> more{new std::string_view[room_ *= 2]};
        std::copy(names_.get(), names_.get() + size_, more.get());
        names_ = std::move(more);
    }

public:
    /// Where at most `n` names are put, one after the other.
    class run {
        disease_sheet& of_;
        std::string_view* at_;
        bool genes_;

    public:
        run(disease_sheet& of, std::size_t n, bool genes) : of_{of}, at_{nullptr}, genes_{genes} {
            while (of.size_ + n > of.room_) of.grow();
            at_ = of.names_.get() + of.size_;
        }
        run(run const&) = delete;
        run& operator=(run const&) = delete;
        void put(std::string_view name) { *at_++ = name; }
        ~run() {
            of_.size_ = static_cast<std::size_t>(at_ - of_.names_.get());
            if (genes_) of_.rows_.back().effects = of_.size_;
        }
    };

    void clear() {
        rows_.clear();
        size_ = used_ = copied_ = 0;
    }
    std::string_view copy(std::string_view s) {
        if (used_ == 0 || copied_ + s.size() > block) {
            if (used_++ == copies_.size()) copies_.emplace_back(new char[block]);
            copied_ = 0;
        }
        auto* const to = copies_[used_ - 1].get() + copied_;
        std::memcpy(to, s.data(), s.size());
        copied_ += s.size();
        return {to, s.size()};
    }
    void drug_class(std::string_view name) { class_ = name; }  ///< empty: in no class
    void compound(std::string_view name, unsigned uses) {
        end();
        rows_.push_back({class_, name, uses, size_, size_, 0});
    }
    /// The genes of a compound come before its side effects.
    run genes(std::size_t n) { return {*this, n, true}; }
    run side_effects(std::size_t n) { return {*this, n, false}; }
    void end() {
        if (!rows_.empty()) rows_.back().end = size_;
    }

    std::size_t size() const { return size_; }
    void write(page& to) const {
        disease_page lines{to};
        char const* now = nullptr;
        for (auto const& r : rows_) {
            if (&r == rows_.data() || r.drug_class.data() != now) lines.drug_class(r.drug_class);
            now = r.drug_class.data();
            lines.compound(r.compound, r.uses);
            for (auto i = r.genes; i != r.effects; ++i) to.line('m', names_[i]);
            for (auto i = r.effects; i != r.end; ++i) to.line('s', names_[i]);
        }
    }
};

/// The table: a line for each candidate of each disease, as CSV, every field in quotes.
class csv_page {
    page& to_;
    std::string_view disease_, class_;
    bool open_ = false, genes_ = false, effects_ = false;

    void escaped(std::string_view s) {
        if (std::memchr(s.data(), '"', s.size()) == nullptr) return to_.put(s);
        for (char c : s) {
            if (c == '"') to_.put('"');
            to_.put(c);
        }
    }
    void quoted(std::string_view s) {
        to_.put('"');
        escaped(s);
        to_.put("\",");
    }
    void item(std::string_view s, bool& any) {
        if (any) to_.put("; ");
        any = true;
        escaped(s);
    }

public:
    struct run {
        csv_page& to;
        bool& any;
        void put(std::string_view name) { to.item(name, any); }
    };

    explicit csv_page(page& to) : to_{to} {}
    void disease(std::string_view name) { disease_ = name; }
    void drug_class(std::string_view name) { class_ = name; }
    void compound(std::string_view name, unsigned uses) {
        end();
        quoted(disease_);
        quoted(class_);
        quoted(name);
        quoted(words(uses));
        to_.put('"');
        open_ = true;
    }
    run genes(std::size_t) { return {*this, genes_}; }
    run side_effects(std::size_t) {
        to_.put("\",\"");
        return {*this, effects_};
    }
    void end() {
        if (!open_) return;
        to_.put("\"\n");
        open_ = genes_ = effects_ = false;
    }
};

/// The compounds used for a disease, each once, class by class: for contenders whose graph has an edge for each use.
template <class Node>
class used_compounds {
public:
    struct candidate {
        Node group, compound;
        unsigned uses;
    };
    void clear() { all_.clear(); }
    bool empty() const { return all_.empty(); }
    auto begin() const { return all_.begin(); }
    auto end() const { return all_.end(); }
    /// `class_of` is asked once for each compound.
    template <class ClassOf>
    void add(Node compound, metaedge how, ClassOf&& class_of) {
        if (how != metaedge::treats && how != metaedge::palliates) return;
        auto const uses = how == metaedge::treats ? use::treats : use::palliates;
        for (auto& known : all_)
            if (known.compound == compound) {
                known.uses |= uses;
                return;
            }
        all_.push_back({class_of(compound), compound, uses});
    }
    void sort() {
        std::sort(all_.begin(), all_.end(),
            [](auto const& a, auto const& b) { return a.group != b.group ? a.group < b.group : a.compound < b.compound; });
    }

private:
    std::vector<candidate> all_;
};

/// A path of a documented pair in the contender's own numbers (or texts); `how` is the metaedge of its second step.
template <class Node>
struct path {
    Node compound, gene, disease;
    metaedge how;
};

}  // namespace scale
