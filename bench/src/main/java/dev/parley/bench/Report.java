package dev.parley.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Prints figures as they are measured, and stores them as JSON.
final class Report {
    private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern("yyyy-MM-dd-HHmmss");

    private final LocalDateTime started = LocalDateTime.now(ZoneId.systemDefault());
    private final List<Figure> figures = new ArrayList<>();
    private final Path file;
    private final String version;
    private String bench = "";
    private String database = "";

    Report(Path folder, String version) {
        file = folder.resolve(NAME.format(started) + ".json");
        this.version = version;
    }

    void begin(String bench) {
        this.bench = bench;
        System.out.printf(
                "%n%-54s %12s %-6s %12s %6s   %s%n",
                bench, "ours", "", "yardstick", "ratio", "which is");
    }

    /// Stores the configuration of the database, on which all figures depend.
    void database(String settings) {
        if (database.isEmpty()) {
            System.out.println("  database: " + settings);
        }
        database = settings;
    }

    void add(String name, String unit, double ours) {
        add(name, unit, ours, null, Double.NaN);
    }

    void add(String name, String unit, double ours, @Nullable String yardstick, double theirs) {
        var figure = new Figure(bench, name, unit, ours, yardstick, theirs);
        figures.add(figure);
        figure.print();
    }

    void note(String sentence) {
        System.out.println("  " + sentence);
    }

    void save() throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, json());
    }

    Path file() {
        return file;
    }

    private String json() throws IOException {
        var lines = figures.stream().map(Figure::json).collect(Collectors.joining(",\n  "));
        return """
        {"version":"%s","started":"%s","machine":"%s","database":"%s",
        "figures":[
          %s]}
        """
                .formatted(version, started, Machine.description(), database, lines);
    }
}
