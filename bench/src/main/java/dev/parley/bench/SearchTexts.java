package dev.parley.bench;

import static java.util.stream.Collectors.joining;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/// Texts to search in: half of them Chinese, of words that are as common as their rank makes them
/// (Zipf). Stored as messages of two years in the conversations that exist and 20,000 closed ones.
final class SearchTexts {
    private static final int WORDS = 20_000;
    private static final int CHARACTERS = 2_500;
    private static final int FIRST_CHARACTER = 0x4E00;
    private static final int CONVERSATIONS = 20_000;
    private static final long TWO_YEARS = 2 * 365 * 86_400_000L;
    private static final int CHUNK = 5_000;
    private static final int SAMPLES = 300;
    private static final List<String> SYLLABLES =
            List.of("ka", "lo", "mi", "re", "su", "ta", "ne", "vo", "pi", "du", "ra", "shi");

    private static final String COPY_CONVERSATIONS =
            """
            insert into conversation (id, channel, endpoint, person, customer_id, state, since,
                                      opened_at, last_message_at, active_at)
            select gen_random_uuid(), channel, endpoint, person, customer_id, 'CLOSED',
                   since - n * interval '1 hour', opened_at - n * interval '1 hour',
                   last_message_at - n * interval '1 hour', active_at
              from (select *, row_number() over () as place from conversation) as known
             cross join generate_series(1, %d) as copies (n)
             where place <= 200
            """
                    .formatted(CONVERSATIONS / 200);

    private static final String ADD =
            """
            insert into message (id, conversation_id, channel, endpoint, author, kind, text, status,
                                 sent_at)
            select given.id, c.id, c.channel, c.endpoint, 'CUSTOMER', 'TEXT', given.text, 'RECEIVED',
                   given.sent_at
              from unnest(?::uuid[], ?::uuid[], ?::text[], ?::timestamptz[])
                   as given (id, conversation, text, sent_at)
              join conversation c on c.id = given.conversation
            """;

    private final Random random = new Random(4711);
    private final double[] shares = new double[WORDS];
    private final List<int[]> samples = new ArrayList<>();

    SearchTexts() {
        var sum = 0.0;
        for (var rank = 0; rank < WORDS; rank++) {
            sum += 1.0 / (rank + 1);
            shares[rank] = sum;
        }
    }

    void store(Database database, long count) throws SQLException {
        database.execute(COPY_CONVERSATIONS);
        var conversations =
                List.of(
                        database.text("select string_agg(id::text, ',') from conversation")
                                .split(",", -1));
        var start = System.currentTimeMillis() - TWO_YEARS;
        try (var connection = database.connect()) {
            for (var done = 0L; done < count; done += CHUNK) {
                var rows = (int) Math.min(CHUNK, count - done);
                var columns = new String[4][rows];
                for (var row = 0; row < rows; row++) {
                    var at = start + TWO_YEARS * (done + row) / count;
                    columns[0][row] = id(at);
                    columns[1][row] = conversations.get(random.nextInt(conversations.size()));
                    columns[2][row] = text((done + row) % Math.max(1, count / SAMPLES) == 0);
                    columns[3][row] = Instant.ofEpochMilli(at).toString();
                }
                add(connection, columns);
            }
        }
        database.execute("vacuum analyze message, conversation");
    }

    private static void add(Connection connection, String[][] columns) throws SQLException {
        try (var statement = connection.prepareStatement(ADD)) {
            for (var column = 0; column < columns.length; column++) {
                statement.setArray(column + 1, connection.createArrayOf("text", columns[column]));
            }
            statement.executeUpdate();
        }
    }

    private String id(long at) {
        var high = at << 16 | 0x7000 | random.nextInt(0x1000);
        return new UUID(high, random.nextLong() >>> 2 | 1L << 63).toString();
    }

    private String text(boolean sample) {
        var chinese = random.nextBoolean();
        var words = IntStream.range(0, chinese ? 14 : 7).map(_ -> word()).toArray();
        if (sample) {
            samples.add(
                    IntStream.concat(IntStream.of(chinese ? 1 : 0), IntStream.of(words)).toArray());
        }
        return IntStream.of(words)
                .mapToObj(chinese ? SearchTexts::chinese : SearchTexts::english)
                .collect(joining(chinese ? "" : " "));
    }

    /// {@return the rank of a random word}
    private int word() {
        var found = Arrays.binarySearch(shares, random.nextDouble() * shares[WORDS - 1]);
        return Math.min(WORDS - 1, found < 0 ? -found - 1 : found);
    }

    private static String chinese(int rank) {
        var mixed = Integer.toUnsignedLong(rank * 0x9E3779B1);
        return character((int) (mixed % CHARACTERS))
                + character((int) (mixed / CHARACTERS % CHARACTERS));
    }

    private static String character(int number) {
        return Character.toString(FIRST_CHARACTER + number * 7);
    }

    private static String english(int rank) {
        var word = new StringBuilder();
        for (var rest = rank + SYLLABLES.size(); rest > 0; rest /= SYLLABLES.size()) {
            word.append(SYLLABLES.get(rest % SYLLABLES.size()));
        }
        return word.append(rank % 2 == 0 ? "n" : "s").toString();
    }

    List<String> rare() {
        return ranks(5_000, 15_000, SearchTexts::chinese);
    }

    List<String> common() {
        return ranks(0, 30, SearchTexts::chinese);
    }

    List<String> characters() {
        return ranks(0, 300, rank -> chinese(rank).substring(0, 1));
    }

    List<String> rareEnglish() {
        return ranks(5_000, 15_000, SearchTexts::english);
    }

    List<String> commonEnglish() {
        return ranks(0, 30, SearchTexts::english);
    }

    /// {@return two neighbouring words of some Chinese texts}
    List<String> fourCharacters() {
        return samples.stream()
                .filter(one -> one[0] == 1)
                .map(one -> chinese(one[3]) + chinese(one[4]))
                .toList();
    }

    List<String> phrases() {
        return samples.stream()
                .filter(one -> one[0] == 0)
                .map(one -> "\"" + english(one[3]) + " " + english(one[4]) + "\"")
                .toList();
    }

    List<String> pairs() {
        return samples.stream()
                .filter(one -> one[0] == 1)
                .map(one -> chinese(one[2]) + " " + chinese(one[5]))
                .toList();
    }

    private static List<String> ranks(int from, int to, IntFunction<String> word) {
        var step = Math.max(1, (to - from) / SAMPLES);
        return IntStream.iterate(from, rank -> rank < to, rank -> rank + step)
                .mapToObj(word)
                .toList();
    }
}
