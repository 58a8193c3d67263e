package dev.parley.stories;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.channel.Address;
import dev.parley.conversation.PersonErasure;
import dev.parley.messenger.account.FacebookChannel;
import dev.parley.testing.Meta;
import dev.parley.testing.TestParley;
import dev.parley.testing.TestParleyExtension;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.core.io.ClassPathResource;

/// Erasure covers every place that can hold a customer's words, and all such places are listed.
@ExtendWith(TestParleyExtension.class)
class ErasureEverywhereTests {
    private static final String SECRET = "xyzzy4711";

    private static final Pattern DATA_PATH =
            Pattern.compile(
                    "(?:data\\(\\)|\\bdata|\\broot(?:\\(\\))?)\\s*\\.resolve\\(\"([^\"]+)\"\\)");

    private final TestParley parley;
    private final Meta meta;

    ErasureEverywhereTests(TestParley parley) {
        this.parley = parley;
        this.meta = new Meta(parley);
    }

    @Test
    void everyColumnThatHoldsTextIsClassified() {
        var known = classified();

        assertThat(columns())
                .as("see server/src/main/resources/privacy/columns.tsv")
                .allMatch(column -> isKnown(known, column));
    }

    @Test
    void everyFileThatIsCreatedIsClassified() throws IOException {
        var before = filesOfMessages();
        var ada = parley.customer("Ada");
        ada.sends("image", parley.simulator().url() + picture());
        parley.until("her picture is stored", () -> !before.containsAll(filesOfMessages()));

        assertThat(relativeFiles())
                .as("see server/src/main/resources/privacy/files.tsv")
                .contains("secret.key", "in-hand")
                .allMatch(ErasureEverywhereTests::isKnownFile);

        parley.part(PersonErasure.class)
                .erase(new Address(FacebookChannel.KIND, parley.page(), ada.psid()));
        parley.until("her picture is deleted", () -> before.containsAll(filesOfMessages()));
    }

    @Test
    void everyPathWithinTheDataDirectoryIsClassified() throws IOException {
        var paths = new ArrayList<String>();
        try (var sources = Files.walk(Path.of("src", "main", "java"))) {
            for (var source : sources.filter(Files::isRegularFile).toList()) {
                DATA_PATH
                        .matcher(Files.readString(source))
                        .results()
                        .map(found -> found.group(1))
                        .forEach(paths::add);
            }
        }
        assertThat(paths)
                .as("see server/src/main/resources/privacy/files.tsv")
                .contains("files", "in-hand", "postgres", "logs")
                .allMatch(path -> isKnownFile(path) || isKnownFolder(path));
    }

    @Test
    void nothingOfAnErasedPersonIsLeftAnywhere() throws IOException {
        var ann = parley.agent("Ann");
        var ada = parley.customer("Ada " + SECRET);
        var mid = ada.writes("My word is " + SECRET);
        ann.accepts(ada).replies("Thank you");
        var typed = Map.of("text", "About " + SECRET, "revision", UUID.randomUUID().toString());
        assertThat(ann.act("drafts/reply", typed).statusCode()).isEqualTo(204);
        ada.edits(mid, SECRET + " is still my word");
        parley.until("it is edited", () -> left("message") > 0);
        execute("alter table message add constraint refuse check (text not like 'fails%')");
        try {
            ada.writes("fails " + SECRET);
            parley.until("it fails", () -> parley.count("select count(*) from dead_letter") == 1);
        } finally {
            execute("alter table message drop constraint refuse");
        }
        var psid = ada.psid();
        execute("alter table envelope add constraint refuse check (payload not like '%refused%')");
        try {
            meta.posts(meta.text(psid, "m_refused", "refused " + SECRET, 1_795_000_000_000L));
        } finally {
            execute("alter table envelope drop constraint refuse");
        }
        meta.posts(
                meta.text(psid, "m_deep", SECRET, 1_795_000_000_000L)
                        .replace("\"" + SECRET + "\"", "[".repeat(600) + "\"" + SECRET));
        meta.posts("no JSON, but of " + psid + ": " + SECRET);
        meta.posts(
                "{\"object\":\"page\",\"entry\":[{\"id\":\"PAGE\",\"changes\":[{\"field\":\"feed\",\"value\":{\"from\":{\"id\":\"PERSON\"},\"message\":\"WORD\"}}]}]}"
                        .replace("PAGE", parley.page())
                        .replace("PERSON", psid)
                        .replace("WORD", SECRET));
        ada.writes("One word more: " + SECRET);
        parley.until("it is shown", () -> left("conversation") > 0);
        parley.until(
                "four have failed", () -> parley.count("select count(*) from dead_letter") == 4);
        parley.until("she is known", () -> left("customer") > 0);
        ann.act("contact", Map.of("name", "Ada " + SECRET, "notes", "Pays by invoice"));
        for (var table :
                List.of(
                        "message",
                        "conversation",
                        "envelope",
                        "customer",
                        "contact",
                        "dead_letter",
                        "draft")) {
            assertThat(left(table)).as("for this test to mean anything: " + table).isPositive();
        }

        parley.part(PersonErasure.class)
                .erase(new Address(FacebookChannel.KIND, parley.page(), psid));

        for (var table : tables()) {
            assertThat(left(table)).as(table).isZero();
        }
        for (var table : tables()) {
            execute("vacuum full " + table);
        }
        execute("vacuum full pg_statistic");
        execute("checkpoint");
        assertThat(filesWith(data())).isEmpty();
        var database = Path.of("target", "test-databases", "" + ProcessHandle.current().pid());
        assertThat(filesWith(database)).isEmpty();
        assertThat(ann.thread()).contains("Thank you");
        assertThat(parley.count("select count(*) from contact where notes = 'Pays by invoice'"))
                .isOne();
    }

    private Path data() {
        return Path.of("target", "parley-" + parley.url().replaceAll(".*:", ""));
    }

    private List<String> relativeFiles() {
        try (var files = Files.walk(data())) {
            return files.filter(Files::isRegularFile)
                    .map(file -> data().relativize(file).toString())
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private List<String> filesOfMessages() {
        return relativeFiles().stream().filter(file -> file.startsWith("files/")).toList();
    }

    private String picture() {
        var picture = parley.simulator().state().path("people").path(0).path("picture").asString();
        return picture.replaceFirst("^https?://[^/]+", "");
    }

    private static boolean isKnownFile(String path) {
        return rows("privacy/files.tsv")
                .map(cells -> FileSystems.getDefault().getPathMatcher("glob:" + cells[0]))
                .anyMatch(pattern -> pattern.matches(Path.of(path)));
    }

    private static boolean isKnownFolder(String path) {
        return rows("privacy/files.tsv").anyMatch(cells -> cells[0].startsWith(path + "/"));
    }

    private List<String> tables() {
        return strings(
                "select table_name from information_schema.tables where table_schema = 'public'");
    }

    /// {@return how many rows of this table contain the word, as text or as bytes}
    private long left(String table) {
        var bytes =
                strings(
                        "select column_name from information_schema.columns where table_name = '"
                                + table
                                + "' and data_type = 'bytea'");
        var where = new ArrayList<String>();
        where.add("t::text like '%" + SECRET + "%'");
        bytes.forEach(column ->
                where.add("encode(%s, 'escape') like '%%%s%%'".formatted(column, SECRET)));
        return parley.count(
                "select count(*) from %s t where %s".formatted(table, String.join(" or ", where)));
    }

    /// The write-ahead log keeps old data until PostgreSQL overwrites it.
    private static List<Path> filesWith(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !file.toString().contains("pg_wal"))
                    .filter(ErasureEverywhereTests::isLeftIn)
                    .toList();
        }
    }

    private static boolean isLeftIn(Path file) {
        try {
            return new String(Files.readAllBytes(file), ISO_8859_1).contains(SECRET);
        } catch (IOException _) {
            return false;
        }
    }

    private List<String> columns() {
        return strings(
                """
                select table_name || '.' || column_name
                  from information_schema.columns
                 where table_schema = 'public' and table_name <> 'flyway_schema_history'
                   and data_type in ('text', 'bytea', 'json', 'jsonb', 'ARRAY', 'character',
                                     'character varying', 'xml')
                   and udt_name not in ('_uuid', '_int4', '_int8')
                """);
    }

    private static boolean isKnown(Map<String, Set<String>> known, String column) {
        var parts = column.split("\\.", 2);
        return known.getOrDefault(parts[0], Set.of()).contains(parts[1])
                || known.getOrDefault("*", Set.of()).contains(parts[1]);
    }

    private static Map<String, Set<String>> classified() {
        return rows("privacy/columns.tsv")
                .collect(groupingBy(cells -> cells[0], mapping(cells -> cells[1], toSet())));
    }

    private static Stream<String[]> rows(String list) {
        try {
            return new ClassPathResource(list)
                    .getContentAsString(UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\t"));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private List<String> strings(String sql) {
        return parley.database().sql(sql).query((row, _) -> row.getString(1)).list();
    }

    private void execute(String sql) {
        parley.database().sql(sql).update();
    }
}
