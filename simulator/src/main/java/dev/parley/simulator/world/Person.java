package dev.parley.simulator.world;

import java.lang.Character.UnicodeScript;
import java.util.Map;
import java.util.Optional;

/// A person with a Messenger account. Each page has a different id for the same person.
public record Person(
        String id, String name, String firstName, String lastName, Map<String, String> psids) {
    public Person {
        psids = Map.copyOf(psids);
    }

    /// {@return the page-scoped id}
    public String psid(Page page) {
        return Optional.ofNullable(psids.get(page.id()))
                .orElseThrow(() -> new IllegalStateException(name + " is unknown to " + page));
    }

    /// {@return the language of their Messenger, derived from the script of their name}
    public String locale() {
        return isChinese() ? "zh_TW" : "en_US";
    }

    /// {@return the offset from UTC in hours}
    public int timezone() {
        return isChinese() ? 8 : 1;
    }

    /// Derived from the id; alternates for the initial people.
    public String gender() {
        return id.matches(".*[13579]") ? "female" : "male";
    }

    private boolean isChinese() {
        return UnicodeScript.of(name.codePointAt(0)) == UnicodeScript.HAN;
    }

    boolean isNamed(String key) {
        return id.equals(key) || name.equals(key) || psids.containsValue(key);
    }
}
