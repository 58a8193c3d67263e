package dev.parley.simulator.graph;

import dev.parley.simulator.fault.Faults;
import dev.parley.simulator.webhook.Signature;
import dev.parley.simulator.world.App;
import dev.parley.simulator.world.Directory;
import dev.parley.simulator.world.Page;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Checks what comes first in every call: the token, then the proof that goes with it.
@Component
class Tokens {
    /// The request attribute with the page whose token was used.
    static final String PAGE = Tokens.class.getName() + ".page";

    private final Directory directory;
    private final Faults faults;
    private final HttpServletRequest request;

    /// @param request the one that is being answered, whichever that is
    Tokens(Directory directory, Faults faults, HttpServletRequest request) {
        this.directory = directory;
        this.faults = faults;
        this.request = request;
    }

    /// {@return the page named in the path, if the token may act for it}
    Page page(GraphCall call, String node) {
        var page = page(call);
        if (!node.equals("me") && !node.equals(page.id())) {
            throw new Refused(GraphErrors.noObject(call.method(), node));
        }
        return page;
    }

    /// {@return the page that the token stands for}
    Page page(GraphCall call) {
        var token = token(call);
        var page = directory.pageWithToken(token).orElseThrow(() -> new Refused(wrong(token)));
        request.setAttribute(PAGE, page);
        Refused.ifAny(objection(page));
        Refused.ifAny(proof(call, token));
        return page;
    }

    App app(GraphCall call) {
        var token = token(call);
        if (!directory.isAppToken(token)) {
            throw new Refused(GraphErrors.BAD_TOKEN);
        }
        return directory.app();
    }

    App app() {
        return directory.app();
    }

    boolean isUser(GraphCall call) {
        return token(call).startsWith(directory.app().userToken());
    }

    /// {@return why the token of this page does not hold}
    Optional<GraphError> objection(Page page) {
        return faults.switches().tokenExpired().contains(page.id())
                ? Optional.of(GraphErrors.EXPIRED_TOKEN)
                : Optional.empty();
    }

    private static String token(GraphCall call) {
        if (call.token() == null || call.token().isBlank()) {
            var me = call.path().startsWith("/me");
            throw new Refused(me ? GraphErrors.NO_TOKEN_FOR_ME : GraphErrors.NO_TOKEN);
        }
        return call.token();
    }

    private GraphError wrong(String token) {
        var known = directory.isAppToken(token) || token.equals(directory.app().userToken());
        return known ? GraphErrors.NOT_A_PAGE_TOKEN : GraphErrors.BAD_TOKEN;
    }

    /// A proof that is given must be right, even where none is required.
    private Optional<GraphError> proof(GraphCall call, String token) {
        var given = call.text("appsecret_proof");
        if (given.isEmpty()) {
            return Optional.of(GraphErrors.PROOF_MISSING)
                    .filter(_ -> faults.switches().proofRequired());
        }
        var right = Signature.proof(directory.app().secret(), token);
        return Optional.of(GraphErrors.PROOF_WRONG).filter(_ -> !right.equals(given.get()));
    }
}
