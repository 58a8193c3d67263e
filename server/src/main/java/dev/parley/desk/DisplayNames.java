package dev.parley.desk;

import dev.parley.channel.PageNames;
import dev.parley.identity.UserId;
import dev.parley.identity.Users;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What pages and users are called.
@Component
class DisplayNames {
    private final List<PageNames> pages;
    private final Users users;

    DisplayNames(List<PageNames> pages, Users users) {
        this.pages = pages;
        this.users = users;
    }

    /// {@return the names by page id, of pages that were removed too}
    Map<String, String> ofPages() {
        var names = new HashMap<String, String>();
        pages.forEach(channel -> names.putAll(channel.formerNames()));
        pages.forEach(channel -> names.putAll(channel.names()));
        return names;
    }

    /// {@return whether nothing can be sent for this page any more}
    boolean isRemoved(String page) {
        return pages.stream().noneMatch(channel -> channel.names().containsKey(page));
    }

    String ofPage(String page) {
        return ofPages().getOrDefault(page, page);
    }

    Map<UserId, String> ofUsers(Stream<? extends @Nullable UserId> ids) {
        var asked = new HashSet<UserId>();
        ids.forEach(id -> {
            if (id != null) {
                asked.add(id);
            }
        });
        return asked.isEmpty() ? Map.of() : users.names(asked);
    }
}
