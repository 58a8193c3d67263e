package dev.parley.simulator.graph;

import dev.parley.simulator.fault.Condition;
import dev.parley.simulator.fault.Faults;
import dev.parley.simulator.world.Access;
import dev.parley.simulator.world.App;
import dev.parley.simulator.world.Directory;
import dev.parley.simulator.world.Page;
import dev.parley.simulator.world.SimulatedClock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;

/// Issues and describes tokens.
@RestController
class TokensController {
    private static final int SIXTY_DAYS = 5_183_944;
    private static final long ISSUED_AT = 1_780_000_000L;

    private final Directory directory;
    private final Tokens tokens;
    private final Faults faults;
    private final SimulatedClock clock;

    TokensController(Directory directory, Tokens tokens, Faults faults, SimulatedClock clock) {
        this.directory = directory;
        this.tokens = tokens;
        this.faults = faults;
        this.clock = clock;
    }

    /// The owner of the pages consents immediately.
    @GetMapping("/dialog/oauth")
    ResponseEntity<Void> dialog(GraphCall call) {
        var redirect = call.needed("redirect_uri");
        try {
            var back =
                    UriComponentsBuilder.fromUriString(redirect)
                            .queryParam("code", "{code}")
                            .queryParam("state", "{state}")
                            .encode()
                            .buildAndExpand("simulated-code", call.text("state").orElse(""))
                            .toUri();
            return ResponseEntity.status(HttpStatus.FOUND).location(back).build();
        } catch (IllegalArgumentException | IllegalStateException _) {
            throw new GraphRefusal(GraphErrors.notAUrl(redirect));
        }
    }

    @RequestMapping("/oauth/access_token")
    Map<String, Object> exchange(GraphCall call) {
        tokens.applyFaults(call);
        var app =
                call.text("client_id")
                        .flatMap(directory::app)
                        .orElseThrow(() -> new GraphRefusal(GraphErrors.NO_APPLICATION));
        if (faults.hit(Condition.Kind.SECRET_RESET, null).isPresent()
                || call.text("client_secret").filter(app.secret()::equals).isEmpty()) {
            throw new GraphRefusal(GraphErrors.BAD_SECRET);
        }
        return call.text("grant_type").filter("client_credentials"::equals).isPresent()
                ? Map.of("access_token", app.token(), "token_type", "bearer")
                : userToken(app, call);
    }

    private Map<String, Object> userToken(App app, GraphCall call) {
        var given = call.text("fb_exchange_token").or(() -> call.text("code"));
        if (given.isEmpty()) {
            throw new GraphRefusal(GraphErrors.missing("fb_exchange_token"));
        }
        if (directory.access(given.get()).isPresent()) {
            throw new GraphRefusal(GraphErrors.BAD_TOKEN);
        }
        var answer = new LinkedHashMap<String, Object>();
        answer.put("access_token", app.userToken());
        answer.put("token_type", "bearer");
        answer.put("expires_in", SIXTY_DAYS);
        return answer;
    }

    @GetMapping("/debug_token")
    Map<String, Object> debug(GraphCall call) {
        var input = call.needed("input_token");
        tokens.app(call);
        return Map.of("data", described(input));
    }

    private Map<String, Object> described(String input) {
        var access = directory.access(input);
        var page = access.map(Access::page);
        var data = new LinkedHashMap<String, Object>();
        var app = access.map(Access::app).or(() -> appOf(input));
        app.ifPresent(one -> {
            data.put("app_id", one.id());
            data.put("application", one.name());
        });
        var error =
                app.isEmpty()
                        ? Optional.of(GraphErrors.BAD_TOKEN)
                        : tokens.objection(page.orElse(null));
        data.put("is_valid", error.isEmpty());
        error.ifPresent(one -> data.put("error", described(one)));
        data.put("type", type(input, page));
        data.put("expires_at", expiry(Condition.Kind.TOKEN_ENDS, page));
        data.put("data_access_expires_at", expiry(Condition.Kind.DATA_ACCESS_ENDS, page));
        data.put("issued_at", ISSUED_AT);
        data.put("scopes", error.isEmpty() ? tokens.scopes(page) : List.of());
        data.put("granular_scopes", granular(page));
        page.ifPresent(one -> data.put("profile_id", one.id()));
        return data;
    }

    /// {@return in seconds since 1970; 0 for never}
    private long expiry(Condition.Kind kind, Optional<Page> page) {
        return faults.hit(kind, page.orElse(null))
                .map(condition ->
                        clock.instant().plus(Duration.ofDays(condition.value())).getEpochSecond())
                .orElse(0L);
    }

    private Optional<App> appOf(String token) {
        return directory.appWithToken(token).or(() -> directory.appWithUserToken(token));
    }

    private String type(String input, Optional<Page> page) {
        if (page.isPresent()) {
            return "PAGE";
        }
        return directory.appWithToken(input).isPresent() ? "APP" : "USER";
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
