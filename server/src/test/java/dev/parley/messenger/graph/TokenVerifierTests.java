package dev.parley.messenger.graph;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.messenger.account.PageDraft;
import dev.parley.messenger.account.Secret;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;
import org.springframework.util.MultiValueMap;
import org.springframework.web.client.HttpClientErrorException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Cases that the simulator's user, whose token does not expire, cannot show.
class TokenVerifierTests {
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final AppKeys APP = new AppKeys("4711", new Secret("the app's secret"));

    @Test
    void aUserTokenThatExpiresSoonIsExchangedBeforePagesAreListed() {
        var meta = new Meta(NOW.plusSeconds(3600));

        var found = verifier(meta).pages(APP, new Secret("EAAshort"));

        assertThat(found)
                .isInstanceOfSatisfying(
                        FoundPages.Found.class,
                        pages ->
                                assertThat(pages.pages())
                                        .extracting(PageDraft::pageId)
                                        .containsExactly("1", "2"));
        assertThat(meta.asked)
                .containsExactly(
                        "exchange EAAshort", "accounts Bearer EAAlong", "accounts Bearer EAAlong");
    }

    @Test
    void aUserTokenValidForWeeksIsUsedUnchanged() {
        var meta = new Meta(NOW.plusSeconds(55 * 24 * 3600));

        verifier(meta).pages(APP, new Secret("EAAweeks"));

        assertThat(meta.asked).startsWith("accounts Bearer EAAweeks");
    }

    @Test
    void aPageOfAnotherUserIsNotFound() {
        var meta = new Meta(NOW.plusSeconds(55 * 24 * 3600));

        assertThat(verifier(meta).pageOf(APP, new Secret("EAAweeks"), "1"))
                .isInstanceOfSatisfying(
                        FoundPages.Found.class, found -> assertThat(found.pages()).hasSize(1));
        assertThat(verifier(meta).pageOf(APP, new Secret("EAAweeks"), "public"))
                .isEqualTo(new FoundPages.Found(List.of()));
        assertThat(verifier(meta).pageOf(APP, new Secret("EAAweeks"), "hidden"))
                .isEqualTo(new FoundPages.Found(List.of()));
    }

    private static TokenVerifier verifier(Meta meta) {
        return new TokenVerifier(
                meta, new GraphFailures(new ErrorTable()), Clock.fixed(NOW, ZoneOffset.UTC));
    }

    /// Two pages, one on each result page.
    private record Meta(Instant tokenEnds, List<String> asked) implements TokenApi {
        Meta(Instant tokenEnds) {
            this(tokenEnds, new ArrayList<>());
        }

        @Override
        public JsonNode accessToken(MultiValueMap<String, String> grant) {
            asked.add("exchange " + grant.getFirst("fb_exchange_token"));
            return json("{'access_token':'EAAlong','token_type':'bearer'}");
        }

        @Override
        public JsonNode debug(String appBearer, String token) {
            return json(
                    "{'data':{'app_id':'4711','type':'USER','is_valid':true,'expires_at':%d}}"
                            .formatted(tokenEnds.getEpochSecond()));
        }

        @Override
        public JsonNode me(String bearer, String proof, String fields) {
            throw new IllegalStateException("The user is never requested");
        }

        @Override
        public JsonNode accounts(
                String bearer, String proof, String fields, int limit, @Nullable String after) {
            asked.add("accounts " + bearer);
            return after == null
                    ? json(
                            "{'data':[{'id':'1','name':'A','access_token':'EAA1'}],"
                                    + "'paging':{'cursors':{'after':'x'},'next':'https://there'}}")
                    : json("{'data':[{'id':'2','name':'B','access_token':'EAA2'}]}");
        }

        @Override
        public JsonNode page(String page, String bearer, String proof, String fields) {
            return switch (page) {
                case "hidden" ->
                        throw new HttpClientErrorException(
                                HttpStatus.BAD_REQUEST,
                                "Bad Request",
                                "{\"error\":{\"code\":100,\"error_subcode\":33}}".getBytes(UTF_8),
                                UTF_8);
                case "public" -> json("{'id':'9','name':'Elsewhere'}");
                default -> json("{'id':'1','name':'A','access_token':'EAA1'}");
            };
        }

        private static JsonNode json(String text) {
            return JsonMapper.shared().readTree(text.replace('\'', '"'));
        }
    }
}
