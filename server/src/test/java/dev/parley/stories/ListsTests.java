package dev.parley.stories;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.identity.ApiTokens;
import dev.parley.identity.NewToken;
import dev.parley.identity.Role;
import dev.parley.identity.UserId;
import dev.parley.identity.Users;
import dev.parley.inbox.DeadLetter.Cause;
import dev.parley.inbox.DeadLetters;
import dev.parley.messenger.account.FacebookChannel;
import dev.parley.messenger.account.FacebookPages;
import dev.parley.messenger.account.MessagingAccount;
import dev.parley.messenger.account.MessagingAccounts;
import dev.parley.messenger.account.Secret;
import dev.parley.platform.language.Language;
import dev.parley.team.AssignmentMethod;
import dev.parley.team.QueueDraft;
import dev.parley.team.Queues;
import dev.parley.testing.Desk;
import dev.parley.testing.Statements;
import dev.parley.testing.TestParley;
import dev.parley.testing.TestParleyExtension;
import dev.parley.workstream.ChannelInstances;
import dev.parley.workstream.DistributionMode;
import dev.parley.workstream.InstanceFeatures;
import dev.parley.workstream.InstanceSettings;
import dev.parley.workstream.WorkDistribution;
import dev.parley.workstream.Workstream;
import dev.parley.workstream.WorkstreamDraft;
import dev.parley.workstream.Workstreams;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// The lists of the admin centre, with many entries of everything.
@ExtendWith(TestParleyExtension.class)
class ListsTests {
    private static final Pattern SORTED_BY = Pattern.compile("[?&;]sort=(-?[a-zA-Z]+)");
    private static final Pattern LINE =
            Pattern.compile(
                    "<th scope=\"row\">(?:<a [^>]*>)?([^<]+)<|<h2>(Page \\d+|Far Tea)</h2>");
    private static final int FEW = 3;
    private static final int MANY = 25;

    private final TestParley parley;
    private final Desk alex;
    private final UserId me;
    private final FacebookPages pages;
    private final MessagingAccount account;
    private final Workstream workstream;

    ListsTests(TestParley parley) {
        this.parley = parley;
        this.alex = parley.desk("Alexandra", Role.ADMINISTRATOR);
        this.me = parley.part(Users.class).bySignInName(alex.signInName()).orElseThrow().id();
        this.pages = parley.part(FacebookPages.class);
        this.account =
                parley.part(MessagingAccounts.class).create("Lists", "4711", new Secret("s"), me);
        this.workstream = parley.part(Workstreams.class).defaultWorkstream();
    }

    /// The test server keeps only its own account.
    @AfterEach
    void clear() {
        var accounts = parley.part(MessagingAccounts.class);
        pages.ofAccount(account.id()).forEach(page -> pages.remove(page, me));
        accounts.all().stream()
                .filter(one -> !one.id().equals(parley.account().id()))
                .forEach(one -> accounts.delete(one, me));
        var database = parley.database();
        database.sql("delete from api_token where user_id = :me").param("me", me.value()).update();
        database.sql("update user_account set active = false where sign_in_name like 'many-%'")
                .update();
    }

    @Test
    void longListsNeedNoMoreStatementsThanShortOnes() {
        IntStream.range(0, FEW).forEach(this::oneMoreOfEverything);
        var few = statements();
        IntStream.range(FEW, MANY).forEach(this::oneMoreOfEverything);

        assertThat(statements())
                .allSatisfy((list, many) ->
                        assertThat(many).as(list).isLessThan(few.getOrDefault(list, 0) + FEW));
        assertThat(lines(ofAccount(""))).as("for this test to mean anything").hasSize(MANY);
    }

    @Test
    void everyHeadingThatCanBeClickedSorts() {
        oneMoreOfEverything(MANY);
        for (var list : lists()) {
            var headings = SORTED_BY.matcher(alex.get(list).body()).results().toList();
            for (var heading : headings) {
                var sorted = list + "?sort=" + heading.group(1);
                assertThat(alex.get(sorted).statusCode()).as(sorted).isEqualTo(200);
            }
        }
        assertThat(alex.get("/admin/workstreams").body()).containsPattern(SORTED_BY);
    }

    @Test
    void thePagesOfAnAccountAreSortedByWorkstreamAndByState() {
        add("Anna’s Tea", "990000001");
        add("Far Tea", "990000002");
        add("Hill Tea", "990000003");
        setUp("990000002");

        assertThat(lines(ofAccount("?sort=workstream"))).startsWith("Far Tea");
        assertThat(lines(ofAccount("?sort=-workstream"))).startsWith("Far Tea");
        assertThat(lines(ofAccount("?sort=-pageId&search=99000000")))
                .containsExactly("Hill Tea", "Far Tea", "Anna’s Tea");
        parley.until("pages that need attention are first, or last", this::hillTeaNeedsAttention);
        assertThat(alex.get(ofAccount("?search=nowhere")).body())
                .contains("No results", "Show all");
    }

    @Test
    void aUsersTokensAreFoundByNameAndShowTheirIssuer() {
        var tokens = parley.part(ApiTokens.class);
        var address = "/admin/users/" + me;
        assertThat(alex.get(address).body()).contains("No tokens yet");

        tokens.issue(me, NewToken.unlimited("Nightly report"), me);
        tokens.issue(me, NewToken.unlimited("Archive"), null);

        assertThat(lines(address)).containsExactly("Archive", "Nightly report");
        assertThat(lines(address + "?sort=-name")).containsExactly("Nightly report", "Archive");
        assertThat(lines(address + "?search=report")).containsExactly("Nightly report");
        assertThat(alex.get(address + "?search=report").body()).contains("Alexandra");
        assertThat(lines("/admin/audit")).startsWith("API token issued", "API token issued");
    }

    @Test
    void theListOfUsersShowsWhoChangedThemLast() {
        var ben =
                parley.part(Users.class)
                        .ensure("many-ben", "Ben Many", "12345678", Set.of(Role.AGENT));
        var before = alex.get("/admin/users?search=many-ben").body();
        assertThat(before).contains("Parley").doesNotContain("<span class=\"soft\">Alexandra");

        alex.post(
                "/admin/users/" + ben,
                Map.of(
                        "displayName",
                        "Benjamin",
                        "roles",
                        "AGENT",
                        "active",
                        "true",
                        "revision",
                        "1"));

        assertThat(alex.get("/admin/users?search=many-ben&sort=-changed").body())
                .contains("Benjamin", "Alexandra");
    }

    @Test
    void pageTrafficIsFoundByNameAndShowsProblemsFirst() {
        add("Anna’s Tea", "990000001");
        add("Far Tea", "990000002");
        parley.database()
                .sql(
                        """
                        insert into send_block (channel, endpoint, cause, detail, since, last_at,
                                                  until, alerts)
                        select 'FACEBOOK', '990000002', 'TOKEN_DEAD', '', now, now, now, true
                          from (select max(created_at) as now from facebook_page) latest
                        """)
                .update();

        assertThat(lines("/admin/traffic")).startsWith("Far Tea");
        assertThat(alex.get("/admin/traffic?search=anna").body())
                .contains("Anna’s Tea")
                .doesNotContain("Far Tea");
        assertThat(alex.get("/admin/traffic?search=nowhere").body()).contains("No results");
    }

    @Test
    void theLogIsSortedInBothDirections() {
        add("Anna’s Tea", "990000001");
        var history = "/admin/messaging-accounts/" + account.id() + "/history";

        assertThat(lines(history)).containsExactly("Page added", "Account created");
        assertThat(lines(history + "?sort=at")).containsExactly("Account created", "Page added");
    }

    /// The minimum of three runs, because other code may run statements at the same time.
    private Map<String, Integer> statements() {
        return lists().stream().collect(toMap(list -> list, this::statementsOf));
    }

    private List<String> lists() {
        return List.of(
                "/admin",
                "/admin/messaging-accounts",
                ofAccount(""),
                "/admin/messaging-accounts/" + account.id() + "/history",
                "/admin/workstreams",
                "/admin/workstreams/" + workstream.id(),
                "/admin/queues",
                "/admin/users",
                "/admin/users/" + me,
                "/admin/audit",
                "/admin/traffic",
                "/admin/dead-letters",
                "/admin/data-requests");
    }

    private int statementsOf(String list) {
        var statementLog = parley.part(Statements.class);
        return IntStream.range(0, 3)
                .map(_ -> statementLog.during(() -> alex.get(list)).size())
                .min()
                .orElseThrow();
    }

    private void oneMoreOfEverything(int number) {
        var name = "Page " + number;
        var pageId = "99%07d".formatted(number);
        add(name, pageId);
        setUp(pageId);
        parley.part(MessagingAccounts.class).create("Account " + number, "1", new Secret("s"), me);
        parley.part(Queues.class)
                .create(new QueueDraft(name, 1, AssignmentMethod.HIGHEST_CAPACITY, Set.of()), me);
        parley.part(Workstreams.class)
                .create(
                        new WorkstreamDraft(
                                name,
                                FacebookChannel.KIND,
                                DistributionMode.PUSH,
                                workstream.fallbackQueue(),
                                WorkDistribution.DEFAULT),
                        me);
        join("many-" + number, name);
        parley.part(ApiTokens.class).issue(me, NewToken.unlimited(name), me);
        parley.part(DeadLetters.class)
                .add(
                        FacebookChannel.KIND,
                        "",
                        pageId,
                        Cause.NOT_JSON,
                        name,
                        name.getBytes(StandardCharsets.UTF_8));
        requestsDeletion(number);
    }

    private void join(String signInName, String name) {
        parley.database()
                .sql(
                        """
                        insert into user_account (id, sign_in_name, display_name, password_hash,
                                                  administrator, supervisor, agent,
                                                  must_change_password, created_at, created_by,
                                                  changed_at, changed_by)
                        select gen_random_uuid(), :signInName, :name, password_hash, false, false,
                               true, false, created_at, id, created_at, id
                          from user_account where id = :me
                        """)
                .param("signInName", signInName)
                .param("name", name)
                .param("me", me.value())
                .update();
    }

    private void requestsDeletion(int number) {
        parley.database()
                .sql(
                        """
                        insert into privacy_request (id, code, account_id, account_name, kind,
                                                     user_id, issued_at, asked_at, state)
                        select gen_random_uuid(), :code, id, name, 'DELETION', :code, created_at,
                               created_at, 'ACTION_REQUIRED'
                          from messaging_account where id = :account
                        """)
                .param("code", "many" + number)
                .param("account", account.id().value())
                .update();
    }

    private void add(String name, String pageId) {
        pages.add(account.id(), pageId, name, new Secret("t"), me);
    }

    private void setUp(String pageId) {
        parley.part(ChannelInstances.class)
                .setUp(
                        workstream.id(),
                        FacebookChannel.endpoint(pageId),
                        InstanceSettings.of(Language.ENGLISH, InstanceFeatures.OFF),
                        me);
    }

    /// Concurrently the doctor checks the pages, and finds problems with all of them.
    private boolean hillTeaNeedsAttention() {
        parley.database()
                .sql(
                        """
                        update page_status
                           set asked = false,
                               state = case when page = '990000003' then 'NEEDS_ATTENTION'
                                            else 'RUNNING' end
                         where page like '99000000_'
                        """)
                .update();
        return lines(ofAccount("?sort=state")).getFirst().equals("Hill Tea")
                && lines(ofAccount("?sort=-state")).getLast().equals("Hill Tea");
    }

    private String ofAccount(String asked) {
        return "/admin/messaging-accounts/" + account.id() + asked;
    }

    /// The names in the list's lines, in their order.
    private List<String> lines(String address) {
        return LINE.matcher(alex.get(address).body().replaceAll("</?bdi>", ""))
                .results()
                .map(found -> found.group(1) == null ? found.group(2) : found.group(1))
                .map(String::strip)
                .toList();
    }
}
