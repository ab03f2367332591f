// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/words/english.hpp>

#include <cstddef>
#include <cstdint>
#include <deque>
#include <string>
#include <string_view>

// Languages made by program from the English one, to try what real ones bring: another direction, very long words.
namespace fixture {

/// A column of messages that owns its texts.
class pseudo_language {
    std::deque<std::string> texts_;
    treatise::language made_;

public:
    /// `f` turns a piece of a message between its places into another one.
    template <class F>
    pseudo_language(std::string_view code, std::string_view direction, F f) : made_{treatise::english} {
        made_.code = code;
        made_.direction = direction;
        made_.lowers_names_inside_sentences = false;
        for (auto& form : made_.messages) {
            auto& text = texts_.emplace_back();
            for (auto rest = form; !rest.empty();) {
                auto const place = rest.find('{');
                text += f(rest.substr(0, place));
                rest.remove_prefix(place == rest.npos ? rest.size() : place);
                text += rest.substr(0, rest.empty() ? 0 : 3);
                rest.remove_prefix(rest.empty() ? 0 : 3);
            }
            form = text;
        }
        for (auto& month : made_.months) month = texts_.emplace_back(f(month));
    }
    pseudo_language(pseudo_language const&) = delete;
    pseudo_language& operator=(pseudo_language const&) = delete;

    void set(treatise::message m, std::string_view text) { made_.messages[static_cast<std::size_t>(m)] = text; }
    treatise::language const& get() const { return made_; }
};

/// Hebrew letters for the frame, from right to left; a few of its words are real ones.
inline treatise::language const& right_to_left() {
    static pseudo_language made{"he", "rtl", [](std::string_view s) {
                                    constexpr std::string_view letters = "אבגדהוזחטיכלמנסעפצקרשת";  // two bytes each
                                    std::string t;
                                    for (char c : s) {
                                        auto const f = treatise::fold(c);
                                        if (f >= 'a' && f <= 'z')
                                            t += letters.substr(static_cast<std::size_t>(f - 'a') % 22 * 2, 2);
                                        else
                                            t += c;
                                    }
                                    return t;
                                }};
    static bool const named = [] {
        using treatise::message;
        made.set(message::reported, "דווח");
        made.set(message::not_reported, "לא דווח");
        made.set(message::sources_disagree, "המקורות חלוקים");
        made.set(message::column_option, "אפשרות");
        made.set(message::column_benefit, "תועלת");
        made.set(message::column_harms, "נזקים: אזהרות תחילה");
        made.set(message::unstated, "לא צוין במקור");
        return true;
    }();
    (void)named;
    return made.get();
}

/// Every message in one word as long as it is, as compounds are written in some languages.
inline treatise::language const& long_words() {
    static pseudo_language const made{"de", "ltr", [](std::string_view s) {
                                          std::string t;
                                          for (char c : s)
                                              if (c != ' ' || t.empty()) t += c;
                                          if (!s.empty() && s.back() == ' ') t += ' ';
                                          return t;
                                      }};
    return made.get();
}

}  // namespace fixture
