package dev.parley.simulator.graph;

import dev.parley.simulator.world.Directory;
import dev.parley.simulator.world.Page;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;

/// Where tokens come from and what they are worth.
@RestController
class TokensController {
    private static final List<String> SCOPES =
            List.of(
                    "pages_messaging",
                    "pages_manage_metadata",
                    "pages_show_list",
                    "pages_read_engagement");
    private static final int SIXTY_DAYS = 5_183_944;
    private static final long LONG_AGO = 1_780_000_000L;

    private final Directory directory;
    private final Tokens tokens;

    TokensController(Directory directory, Tokens tokens) {
        this.directory = directory;
        this.tokens = tokens;
    }

    /// The owner of the pages consents at once.
    @GetMapping("/dialog/oauth")
    ResponseEntity<Void> dialog(
            @RequestParam("redirect_uri") String redirect,
            @RequestParam(defaultValue = "") String state) {
        var back =
                UriComponentsBuilder.fromUriString(redirect)
                        .queryParam("code", "{code}")
                        .queryParam("state", "{state}")
                        .encode()
                        .buildAndExpand("simulated-code", state)
                        .toUri();
        return ResponseEntity.status(HttpStatus.FOUND).location(back).build();
    }

    @RequestMapping("/oauth/access_token")
    Map<String, Object> exchange(GraphCall call) {
        var app = directory.app();
        var right =
                call.text("client_id").filter(app.id()::equals).isPresent()
                        && call.text("client_secret").filter(app.secret()::equals).isPresent();
        if (!right) {
            throw new Refused(GraphError.of(101, "Error validating client secret."));
        }
        return call.text("grant_type").filter("client_credentials"::equals).isPresent()
                ? Map.of("access_token", app.token(), "token_type", "bearer")
                : userToken(call);
    }

    private Map<String, Object> userToken(GraphCall call) {
        var given = call.text("fb_exchange_token").or(() -> call.text("code"));
        if (given.isEmpty()) {
            throw new Refused(GraphErrors.missing("fb_exchange_token"));
        }
        var answer = new LinkedHashMap<String, Object>();
        answer.put("access_token", directory.app().userToken());
        answer.put("token_type", "bearer");
        answer.put("expires_in", SIXTY_DAYS);
        return answer;
    }

    @GetMapping("/debug_token")
    Map<String, Object> debug(GraphCall call) {
        var input =
                call.text("input_token")
                        .orElseThrow(() -> new Refused(GraphErrors.missing("input_token")));
        tokens.app(call);
        return Map.of("data", described(input));
    }

    private Map<String, Object> described(String input) {
        var page = directory.pageWithToken(input);
        var data = new LinkedHashMap<String, Object>();
        data.put("app_id", directory.app().id());
        data.put("application", directory.app().name());
        var error = page.map(tokens::objection).orElse(unlessKnown(input));
        data.put("is_valid", error.isEmpty());
        error.ifPresent(one -> data.put("error", described(one)));
        data.put("type", page.isPresent() ? "PAGE" : directory.isAppToken(input) ? "APP" : "USER");
        data.put("expires_at", 0);
        data.put("data_access_expires_at", 0);
        data.put("issued_at", LONG_AGO);
        data.put("scopes", error.isEmpty() ? SCOPES : List.of());
        data.put("granular_scopes", granular(page));
        page.ifPresent(one -> data.put("profile_id", one.id()));
        return data;
    }

    private Optional<GraphError> unlessKnown(String input) {
        var known = directory.isAppToken(input) || input.equals(directory.app().userToken());
        return known ? Optional.empty() : Optional.of(GraphErrors.BAD_TOKEN);
    }

    private static Map<String, Object> described(GraphError error) {
        var map = new LinkedHashMap<String, Object>();
        map.put("code", error.code());
        map.put("message", error.message());
        if (error.subcode() != null) {
            map.put("subcode", error.subcode());
        }
        return map;
    }

    private static List<Map<String, Object>> granular(Optional<Page> page) {
        return page.stream()
                .<Map<String, Object>>map(
                        one -> Map.of("scope", "pages_messaging", "target_ids", List.of(one.id())))
                .toList();
    }
}
