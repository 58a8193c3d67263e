package dev.parley.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Templates of conversations, and lists of words for them. The format is described in the file
/// `tea.en.txt`.
record SampleScripts(Map<String, List<String>> lists, List<Script> scripts) {
    SampleScripts {
        lists = Map.copyOf(lists);
        scripts = List.copyOf(scripts);
    }

    /// {@return the templates in the resource of this name}
    static SampleScripts read(String name) {
        var lists = new HashMap<String, List<String>>();
        var scripts = new ArrayList<Script>();
        for (var line : lines(name)) {
            switch (line.isEmpty() ? ' ' : line.charAt(0)) {
                case '=' -> {
                    var parts = line.substring(1).split(":", 2);
                    lists.put(parts[0].strip(), List.of(parts[1].strip().split(" \\| ")));
                }
                case '#' -> scripts.add(new Script(tag(line), new ArrayList<>()));
                case '>' -> scripts.getLast().lines.add(new Line(By.CUSTOMER, text(line)));
                case '<' -> scripts.getLast().lines.add(new Line(By.AGENT, text(line)));
                case '!' -> scripts.getLast().lines.add(new Line(By.COLLEAGUE, text(line)));
                default -> {}
            }
        }
        scripts.removeIf(script -> script.lines.isEmpty());
        return new SampleScripts(lists, scripts);
    }

    /// {@return the words of this list}
    List<String> list(String name) {
        return Objects.requireNonNull(lists.get(name), name);
    }

    private static @Nullable String tag(String line) {
        var at = line.indexOf(": ");
        return at < 0 ? null : line.substring(at + 1).strip();
    }

    private static String text(String line) {
        return line.substring(1).strip();
    }

    private static List<String> lines(String name) {
        try (var file = SampleScripts.class.getResourceAsStream("/demo/" + name)) {
            var bytes = Objects.requireNonNull(file, name).readAllBytes();
            return new String(bytes, StandardCharsets.UTF_8).lines().toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    enum By {
        CUSTOMER,
        AGENT,
        /// In an internal note.
        COLLEAGUE
    }

    record Line(By by, String text) {}

    /// @param tag the name of the tag that agents give such conversations; null if none
    record Script(@Nullable String tag, List<Line> lines) {}
}
