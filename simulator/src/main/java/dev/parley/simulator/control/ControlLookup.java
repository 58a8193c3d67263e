package dev.parley.simulator.control;

import static java.util.Objects.requireNonNullElse;

import dev.parley.simulator.world.Directory;
import dev.parley.simulator.world.Page;
import dev.parley.simulator.world.Person;
import dev.parley.simulator.world.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/// Finds the person or page that a request names; refuses unknown names.
@Component
class ControlLookup {
    private final Directory directory;

    ControlLookup(Directory directory) {
        this.directory = directory;
    }

    Person person(@Nullable String key) {
        return find("person", key, directory::person);
    }

    /// {@return the person; refused if the account is deleted}
    Person actor(@Nullable String key) {
        var person = person(key);
        if (directory.isGone(person)) {
            throw new Refusal(person.name() + " has deleted the account");
        }
        return person;
    }

    Page page(@Nullable String key) {
        return find("page", key, directory::page);
    }

    static String required(String name, @Nullable String value) {
        if (value == null || value.isBlank()) {
            throw bad("`" + name + "` is missing");
        }
        return value;
    }

    /// {@return the list, refused if it contains null; empty if it is missing}
    static <T> List<T> list(String name, @Nullable List<@Nullable T> given) {
        var list = new ArrayList<T>();
        for (var one : requireNonNullElse(given, List.<T>of())) {
            if (one == null) {
                throw bad("`" + name + "` has an element that is null");
            }
            list.add(one);
        }
        return list;
    }

    /// {@return the number; refused outside of these limits}
    static int within(String name, long given, long least, long most) {
        if (given < least || given > most) {
            throw bad("`%s` must be between %d and %d".formatted(name, least, most));
        }
        return (int) given;
    }

    static ResponseStatusException bad(String reason) {
        return new ResponseStatusException(HttpStatus.BAD_REQUEST, reason);
    }

    private static <T> T find(
            String name, @Nullable String key, Function<String, Optional<T>> search) {
        var given = required(name, key);
        return search.apply(given).orElseThrow(() -> bad("There is no " + name + " " + given));
    }
}
