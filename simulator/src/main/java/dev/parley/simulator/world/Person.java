package dev.parley.simulator.world;

import java.lang.Character.UnicodeScript;
import java.util.Map;
import java.util.Optional;

/// Somebody with a Messenger account. Every page knows the same person under another id.
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

    /// {@return hours from Greenwich}
    public int timezone() {
        return isChinese() ? 8 : 1;
    }

    /// The people at the start take turns; others are as their id has it.
    public String gender() {
        return id.matches(".*[13579]") ? "female" : "male";
    }

    private boolean isChinese() {
        return UnicodeScript.of(name.codePointAt(0)) == UnicodeScript.HAN;
    }

    boolean answersTo(String key) {
        return id.equals(key) || name.equals(key) || psids.containsValue(key);
    }
}
