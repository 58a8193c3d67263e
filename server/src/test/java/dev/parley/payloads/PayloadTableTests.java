package dev.parley.payloads;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.messenger.account.FacebookPages;
import dev.parley.messenger.account.Secret;
import dev.parley.messenger.graph.GraphAnswers;
import dev.parley.testing.Meta;
import dev.parley.testing.TestParley;
import dev.parley.testing.TestParleyExtension;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;

/// Sends every file of a folder to the server, and prints the result of each: `./mvnw -pl server
/// test -Dtest=PayloadTableTests -Dpayloads=FOLDER`, and `-Dtable=FILE` to save it. No file may
/// cause an error response or a failure, whatever its content.
@ExtendWith(TestParleyExtension.class)
@EnabledIfSystemProperty(named = "payloads", matches = ".+")
class PayloadTableTests {
    private static final String SHOWN =
            """
            select case when note is null then author else 'LINE' end || ' ' || kind
                   || coalesce(' “' || left(coalesce(text, content ->> 'text',
                                                     content ->> 'name'), 40) || '”', '')
                   || coalesce(' ' || (content ->> 'what'), '')
                   || coalesce(' ' || (content ->> 'emoji'), '')
                   || coalesce(' ' || (content ->> 'move'), '')
                   || coalesce(' [' || (select string_agg(a ->> 'type', ', ')
                                          from jsonb_array_elements(content -> 'attachments') a)
                               || ']', '')
                   || coalesce(' {' || (select string_agg(d ->> 'name', ', ')
                                          from jsonb_array_elements(content -> 'details') d)
                               || '}', '')
                   || coalesce(' ' || jsonb_array_length(content -> 'cards') || ' cards', '')
                   || case when reply_to is null then '' else ' about another' end
                   || case when erased_at is null then '' else ' (erased)' end
              from message
             where note is distinct from 'OPENED'
             order by sent_at, id
            """;

    private final TestParley parley;
    private final Meta meta;
    private final List<String> table = new ArrayList<>();

    PayloadTableTests(TestParley parley) {
        this.parley = parley;
        this.meta = new Meta(parley);
    }

    @Test
    void everyFileIsProcessedOrHarmless() throws IOException {
        for (var file : files()) {
            var payload = Payload.read(file);
            var became =
                    payload.isWebhook()
                            ? posted(payload)
                            : GraphAnswers.read(parley, payload.json());
            table.add("%-62s %s".formatted(payload.name(), became));
        }
        var lines = String.join("\n", table);
        System.out.println(lines);
        if (System.getProperty("table") != null) {
            Files.writeString(Path.of(System.getProperty("table")), lines + "\n");
        }
        assertThat(table).isNotEmpty();
        assertThat(table).noneMatch(line -> line.contains("FAILED"));
    }

    private static List<Path> files() throws IOException {
        try (var files = Files.list(Path.of(System.getProperty("payloads")))) {
            return files.filter(file -> file.toString().endsWith(".json")).sorted().toList();
        }
    }

    private String posted(Payload payload) {
        parley.deleteMessages();
        payload.pages().forEach(this::add);
        var answer = meta.posts(payload.body());
        if (answer.statusCode() != 200) {
            return "FAILED: answered " + answer.statusCode();
        }
        parley.until(
                payload.name() + " is processed",
                () -> parley.count("select count(*) from waiting_envelope") == 0);
        return became();
    }

    private String became() {
        var shown = strings(SHOWN);
        var state = strings("select distinct state from conversation");
        var notices = strings("select 'notice to administrators: ' || warning from page_notice");
        var letters =
                strings(
                        "select case when cause = 'FAILED' then 'FAILED: ' || detail"
                                + " else 'dead letter: ' || cause || ', ' || detail end from"
                                + " dead_letter");
        var all = new ArrayList<String>();
        all.addAll(shown);
        all.addAll(notices);
        all.addAll(letters);
        if (all.isEmpty()) {
            all.add(strings("select kind from envelope").stream().collect(storedOnly()));
        }
        return String.join("; ", all).replaceAll("\\s+", " ")
                + (state.isEmpty() ? "" : " → " + String.join(", ", state));
    }

    private static Collector<CharSequence, ?, String> storedOnly() {
        return Collectors.joining(", ", "kept, not shown: ", "");
    }

    private List<String> strings(String sql) {
        return parley.database()
                .sql(sql)
                .query((row, _) -> Objects.requireNonNullElse(row.getString(1), ""))
                .list();
    }

    private void add(String page) {
        parley.part(FacebookPages.class)
                .add(
                        parley.account().id(),
                        page,
                        "Page " + page,
                        new Secret("t"),
                        parley.anyUser());
    }
}
