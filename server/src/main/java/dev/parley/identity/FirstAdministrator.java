package dev.parley.identity;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/// Makes sure that somebody can sign in after the first start. The demo brings its own people.
@Component
@Profile("!demo")
class FirstAdministrator implements ApplicationRunner {
    private static final String NAME = "admin";
    private static final String BOX =
            """

            +----------------------------------------------------------------+
            |  First start: sign in as administrator                         |
            |                                                                |
            |    name       %-20s                             |
            |    password   %-20s                             |
            |                                                                |
            |  The password is shown this once, and asks for a new one.      |
            +----------------------------------------------------------------+
            """;

    private final Users users;

    FirstAdministrator(Users users) {
        this.users = users;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        users.createFirstAdministrator(NAME, "Administrator")
                .ifPresent(password -> System.out.print(BOX.formatted(NAME, password)));
    }
}
