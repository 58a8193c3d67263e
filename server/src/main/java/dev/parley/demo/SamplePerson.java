package dev.parley.demo;

import dev.parley.channel.Address;
import dev.parley.channel.Endpoint;
import java.util.Locale;
import java.util.Map;
import java.util.random.RandomGenerator;

/// A made-up person, the same on each page.
///
/// @param number from 1, different for each person
/// @param called how agents address them
/// @param chinese whether they write Chinese, otherwise English
record SamplePerson(
        int number,
        String name,
        String first,
        String called,
        boolean chinese,
        String email,
        String phone) {
    /// Ids as the simulator has them: one number for each page, and steps between people.
    private static final long FIRST_ID = 24_700_000_000_000_000L;

    private static final long PER_PAGE = 1_000_000_000_000L;
    private static final long PER_PERSON = 7_919;
    private static final long FIRST_ACCOUNT = 10_700_000_000_000_000L;

    static SamplePerson any(int number, SampleScripts names, RandomGenerator random) {
        return random.nextInt(5) < 3
                ? chinese(number, names, random)
                : english(number, names, random);
    }

    private static SamplePerson chinese(int number, SampleScripts names, RandomGenerator random) {
        var families = names.list("family.zh");
        var family = random.nextInt(families.size());
        var woman = random.nextBoolean();
        var given = SampleWords.any(random, names.list(woman ? "women.zh" : "men.zh"));
        var latin = names.list("latin.zh").get(family).toLowerCase(Locale.ROOT);
        return new SamplePerson(
                number,
                families.get(family) + given,
                given,
                families.get(family) + (woman ? "小姐" : "先生"),
                true,
                "%s%04d@example.com".formatted(latin, random.nextInt(10_000)),
                phone(random));
    }

    private static SamplePerson english(int number, SampleScripts names, RandomGenerator random) {
        var given = SampleWords.any(random, names.list("given.en"));
        var family = SampleWords.any(random, names.list("family.en"));
        var address = (given + "." + family).replaceAll("[^A-Za-z.]", "");
        return new SamplePerson(
                number,
                given + " " + family,
                given,
                given,
                false,
                address.toLowerCase(Locale.ROOT) + "@example.com",
                phone(random));
    }

    private static String phone(RandomGenerator random) {
        return "0900-%03d-%03d".formatted(random.nextInt(1_000), random.nextInt(1_000));
    }

    /// {@return the person's address at this page}
    ///
    /// @param place that of the page, from 0
    Address at(Endpoint page, int place) {
        var id = FIRST_ID + place * PER_PAGE + number * PER_PERSON;
        return new Address(page.channel(), page.id(), Long.toString(id));
    }

    /// {@return the id of the account of the person who has this id at a page}
    static String account(String idAtPage) {
        var number = (Long.parseLong(idAtPage) - FIRST_ID) % PER_PAGE / PER_PERSON;
        return Long.toString(FIRST_ACCOUNT + number);
    }

    /// {@return the values of slots}
    Map<String, String> words() {
        return Map.of("first", first, "call", called, "email", email, "phone", phone);
    }
}
