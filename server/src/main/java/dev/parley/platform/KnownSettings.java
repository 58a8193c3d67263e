package dev.parley.platform;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// The settings that exist, to detect mistyped ones.
final class KnownSettings {
    /// Set by the launcher and the demo's file, in addition to Parley's own settings.
    private static final Set<String> OF_THE_LAUNCHER =
            Set.of(
                    "parley.config-file",
                    "parley.java-options",
                    "parley.root",
                    "parley.server-run",
                    "parley.simulator-run",
                    "parley.url");

    /// By the letters and digits of the name, which are the same in upper case, in camel case and
    /// with dashes.
    private final Map<String, String> names = new TreeMap<>();

    KnownSettings(Set<String> names) {
        names.forEach(name -> this.names.put(letters(name), name));
    }

    /// {@return the settings of a record of this prefix}
    static Set<String> of(String prefix, Class<?> settings) {
        var found = new TreeSet<String>();
        Arrays.stream(settings.getRecordComponents())
                .map(part -> part.getName().replaceAll("([a-z0-9])([A-Z])", "$1-$2"))
                .forEach(name -> found.add(prefix + "." + name.toLowerCase(Locale.ROOT)));
        return found;
    }

    /// {@return the unknown names, as sentences}
    ///
    /// @param used as written in files, in the environment or on the command line
    List<String> findings(Set<String> used) {
        return used.stream()
                .filter(KnownSettings::isParleySetting)
                .filter(name -> !isKnown(name))
                .sorted()
                .map(name ->
                        "There is no setting %s: did you mean %s?"
                                .formatted(name, nearest(letters(name))))
                .toList();
    }

    /// Ignores other variables of the shell.
    private static boolean isParleySetting(String name) {
        return letters(name).startsWith("parley") && name.matches("(?i)parley[._].*");
    }

    private boolean isKnown(String name) {
        var letters = letters(name.replaceAll("(\\[\\d+]|_\\d+_?)$", ""));
        return names.containsKey(letters)
                || OF_THE_LAUNCHER.stream().anyMatch(one -> letters(one).equals(letters));
    }

    private String nearest(String letters) {
        return names.entrySet().stream()
                .min(Comparator.comparingInt(entry -> distance(letters, entry.getKey())))
                .map(Map.Entry::getValue)
                .orElseThrow();
    }

    private static String letters(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }

    /// The number of letters to insert, delete or substitute.
    private static int distance(String one, String other) {
        var above = new int[other.length() + 1];
        Arrays.setAll(above, index -> index);
        for (var row = 1; row <= one.length(); row++) {
            var line = new int[other.length() + 1];
            line[0] = row;
            for (var column = 1; column <= other.length(); column++) {
                var changed = one.charAt(row - 1) == other.charAt(column - 1) ? 0 : 1;
                line[column] =
                        Math.min(
                                above[column - 1] + changed,
                                Math.min(above[column], line[column - 1]) + 1);
            }
            above = line;
        }
        return above[other.length()];
    }
}
