package dev.parley.simulator.world;

import java.lang.Character.UnicodeScript;
import java.util.Map;

/// Splits names. In Chinese names the family name is first, without a space.
final class Names {
    private Names() {}

    static Person person(String id, String name, Map<String, String> psids) {
        var cut = name.lastIndexOf(' ');
        if (cut > 0) {
            return new Person(id, name, name.substring(0, cut), name.substring(cut + 1), psids);
        }
        return isChinese(name)
                ? new Person(id, name, name.substring(1), name.substring(0, 1), psids)
                : new Person(id, name, name, "", psids);
    }

    private static boolean isChinese(String name) {
        return name.length() > 1 && UnicodeScript.of(name.codePointAt(0)) == UnicodeScript.HAN;
    }
}
