package dev.parley.simulator.control;

import dev.parley.simulator.world.Page;
import dev.parley.simulator.world.Person;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/// URLs of this simulator as reachable by the current client.
final class OwnUrls {
    private OwnUrls() {}

    static String of(String path) {
        return ServletUriComponentsBuilder.fromCurrentContextPath().toUriString() + path;
    }

    static String picture(Person person) {
        return of("/files/people/" + person.id() + ".png");
    }

    static String picture(Page page) {
        return of("/files/pages/" + page.id() + ".png");
    }

    static String sticker(String id) {
        return of("/files/stickers/" + id + ".png");
    }
}
