package dev.parley.demo;

import dev.parley.identity.Role;
import java.util.List;
import java.util.Set;

/// The users of the demo. Their passwords are public: the demo listens on this machine only, and
/// `serve` refuses to start with a demo's data.
final class DemoUsers {
    static final Person ADMIN =
            new Person("admin", "Alex Chen", "try-parley-admin", Set.of(Role.ADMINISTRATOR));
    static final Person AGENT = new Person("ann", "Ann Lee", "try-parley-ann", Set.of(Role.AGENT));
    static final Person COLLEAGUE =
            new Person("ben", "Ben Huang", "try-parley-ben", Set.of(Role.AGENT));
    static final Person SUPERVISOR =
            new Person("sue", "Sue Lin", "try-parley-sue", Set.of(Role.SUPERVISOR, Role.AGENT));
    static final List<Person> OTHERS = List.of(AGENT, COLLEAGUE, SUPERVISOR);

    private DemoUsers() {}

    record Person(String signInName, String displayName, String password, Set<Role> roles) {}
}
