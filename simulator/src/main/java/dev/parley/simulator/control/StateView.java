package dev.parley.simulator.control;

import dev.parley.simulator.webhook.Callback;
import dev.parley.simulator.webhook.Subscriptions;
import dev.parley.simulator.world.Access;
import dev.parley.simulator.world.App;
import dev.parley.simulator.world.Page;
import dev.parley.simulator.world.Person;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// The current state of the simulator.
record StateView(
        String now,
        long nowMillis,
        String offset,
        List<AppView> apps,
        List<PageView> pages,
        List<PersonView> people,
        List<Blocked> blocks,
        boolean holding,
        Map<String, Object> faults) {
    record AppView(
            String id,
            String secret,
            String name,
            String token,
            String userToken,
            @Nullable String callbackUrl,
            @Nullable String verifyToken,
            Set<String> fields,
            boolean active,
            List<Installed> pages) {
        static AppView of(App app, @Nullable Callback callback, List<Installed> pages) {
            return new AppView(
                    app.id(),
                    app.secret(),
                    app.name(),
                    app.token(),
                    app.userToken(),
                    callback == null ? null : callback.url(),
                    callback == null ? null : callback.verifyToken(),
                    callback == null ? Set.of() : callback.fields(),
                    callback != null,
                    pages);
        }
    }

    /// The relation of an app to a page.
    record Installed(String id, String token, Set<String> subscribedFields) {
        static Installed of(Access access, Subscriptions subscriptions) {
            return new Installed(
                    access.page().id(),
                    access.token(),
                    subscriptions.fields(access.app(), access.page()));
        }
    }

    record PageView(
            String id,
            String name,
            String token,
            String appId,
            String picture,
            Set<String> subscribedFields,
            @Nullable String defaultApp,
            Map<String, JsonNode> messengerProfile) {
        static PageView of(
                Page page,
                Set<String> fields,
                @Nullable String defaultApp,
                Map<String, JsonNode> profile) {
            return new PageView(
                    page.id(),
                    page.name(),
                    page.token(),
                    page.appId(),
                    OwnUrls.picture(page),
                    fields,
                    defaultApp,
                    profile);
        }
    }

    record PersonView(
            String id,
            String name,
            String firstName,
            String lastName,
            String picture,
            boolean online,
            boolean gone,
            Map<String, String> psids) {
        static PersonView of(Person person, boolean online, boolean gone) {
            return new PersonView(
                    person.id(),
                    person.name(),
                    person.firstName(),
                    person.lastName(),
                    OwnUrls.picture(person),
                    online,
                    gone,
                    person.psids());
        }
    }

    record Blocked(String person, String page) {}
}
