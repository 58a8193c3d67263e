package dev.parley.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.identity.ApiTokens;
import dev.parley.identity.BearerCheck;
import dev.parley.identity.NewToken;
import dev.parley.identity.Role;
import dev.parley.identity.Scope;
import dev.parley.identity.UserId;
import dev.parley.identity.Users;
import dev.parley.testing.TestParley;
import dev.parley.testing.TestParleyExtension;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// The token of the demo, which is kept in the environment file.
@ExtendWith(TestParleyExtension.class)
class DemoTokenTests {
    private final ApiTokens tokens;
    private final DemoToken demoToken;
    private final UserId admin;

    DemoTokenTests(TestParley parley) {
        tokens = parley.part(ApiTokens.class);
        demoToken = parley.part(DemoToken.class);
        admin =
                parley.part(Users.class)
                        .ensure(
                                "demo" + UUID.randomUUID(),
                                "Alex",
                                TestParley.PASSWORD,
                                Set.of(Role.ADMINISTRATOR));
    }

    @Test
    void aRestartKeepsTheToken() {
        var first = demoToken.keep(null, admin);

        assertThat(demoToken.keep(first, admin)).isEqualTo(first);
        assertThat(tokens.of(admin)).hasSize(1);
    }

    @Test
    void aTokenThatIsNotValidIsReplaced() {
        var first = demoToken.keep(null, admin);
        tokens.revokeAll(admin, admin);
        var second = demoToken.keep(first, admin);
        var limited = tokens.issue(admin, new NewToken("x", Set.of(Scope.READ), null), admin).key();
        var third = demoToken.keep(limited, admin);

        assertThat(tokens.bearer(first)).isInstanceOf(BearerCheck.Unknown.class);
        assertThat(tokens.bearer(second)).isInstanceOf(BearerCheck.Unknown.class);
        assertThat(tokens.bearer(third)).isInstanceOf(BearerCheck.Accepted.class);
    }

    @Test
    void theEnvironmentFileCanBeReadAgain(@TempDir Path directory) throws IOException {
        var file = directory.resolve("demo.env");
        assertThat(EnvFile.value(file, "API_TOKEN")).isNull();

        EnvFile.write(file, Map.of("NAME", "it's", "API_TOKEN", "parley_x-1"));
        assertThat(EnvFile.value(file, "API_TOKEN")).isEqualTo("parley_x-1");
        assertThat(EnvFile.value(file, "NAME")).isEqualTo("it's");
        assertThat(EnvFile.value(file, "API")).isNull();
    }
}
