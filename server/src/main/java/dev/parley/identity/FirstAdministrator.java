package dev.parley.identity;

import dev.parley.platform.ParleySettings;
import dev.parley.platform.ParleySettings.Mode;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;

/// Creates the administrator who can sign in after the first start. The demo has its own users.
@Component
class FirstAdministrator implements ApplicationRunner {
    private static final String NAME = "admin";
    private final Users users;
    private final ParleySettings settings;

    FirstAdministrator(Users users, ParleySettings settings) {
        this.users = users;
        this.settings = settings;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (settings.mode() == Mode.DEMO) {
            return;
        }
        users.createFirstAdministrator(NAME, "Administrator")
                .ifPresent(password -> System.out.print(box(password)));
    }

    private static String box(String password) {
        return """

        +----------------------------------------------------------------+
        |  First start: sign in as administrator                         |
        |                                                                |
        |    name       %-20s                             |
        |    password   %-20s                             |
        |                                                                |
        |  The password is shown only once. Change it at first sign-in.  |
        +----------------------------------------------------------------+
        """
                .formatted(NAME, password);
    }
}
