package dev.parley.stories;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.identity.Role;
import dev.parley.testing.Meta;
import dev.parley.testing.TestParley;
import dev.parley.testing.TestParleyExtension;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Meta's notices about a page are shown to the administrators.
@ExtendWith(TestParleyExtension.class)
class PageNoticeTests {
    private static final Pattern READ = Pattern.compile("/admin/page-notices/[^\"]+/read");

    private final TestParley parley;
    private final Meta meta;

    PageNoticeTests(TestParley parley) {
        this.parley = parley;
        this.meta = new Meta(parley);
    }

    @Test
    void aBlockedPageIsTheFirstThingThatAnAdministratorSees() {
        var body =
                "{'object':'page','entry':[{'id':'PAGE','time':1795000000000,'messaging':[{'recipient':{'id':'PAGE'},'timestamp':1795000000000,'policy_enforcement':{'action':'block','reason':'Too much of the same.'}}]}]}"
                        .replace("PAGE", parley.page())
                        .replace('\'', '"');
        assertThat(meta.posts(body).statusCode()).isEqualTo(200);
        parley.handled(1);

        var chief = parley.desk("Chief", Role.AGENT, Role.ADMINISTRATOR);
        var home = chief.get("/admin").body();
        assertThat(home).contains("has blocked messages from page", "Too much of the same.");

        var read = READ.matcher(home);
        assertThat(read.find()).isTrue();
        assertThat(chief.post(read.group(), Map.of()).statusCode()).isEqualTo(303);
        assertThat(chief.get("/admin").body()).doesNotContain("has blocked messages");
        parley.settle();
        assertThat(parley.count("select count(*) from conversation")).isZero();
    }
}
