package dev.parley.simulator.graph;

import dev.parley.simulator.fault.ClientConnection;
import dev.parley.simulator.fault.Condition;
import dev.parley.simulator.fault.Faults;
import dev.parley.simulator.fault.SendFault;
import dev.parley.simulator.webhook.Signature;
import dev.parley.simulator.world.Access;
import dev.parley.simulator.world.App;
import dev.parley.simulator.world.Directory;
import dev.parley.simulator.world.Page;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The first checks of every call: the token, then its proof, then the app's permission for the
/// page.
@Component
public class Tokens {
    /// The request attribute with the page whose token was used.
    static final String PAGE = Tokens.class.getName() + ".page";

    private static final String MESSAGING = "pages_messaging";
    private static final List<String> SCOPES =
            List.of(MESSAGING, "pages_manage_metadata", "pages_show_list", "pages_read_engagement");

    private final Directory directory;
    private final Faults faults;
    private final HttpServletRequest request;

    /// @param request a proxy for the current request
    Tokens(Directory directory, Faults faults, HttpServletRequest request) {
        this.directory = directory;
        this.faults = faults;
        this.request = request;
    }

    /// {@return the page named in the path, if the token may act for it}
    public Page page(GraphCall call, String node) {
        return access(call, node).page();
    }

    /// {@return the page of the token}
    public Page page(GraphCall call) {
        return access(call).page();
    }

    public Access access(GraphCall call, String node) {
        var access = access(call);
        if (!node.equals("me") && !node.equals(access.page().id())) {
            throw new GraphRefusal(GraphErrors.noObject(call.method(), node));
        }
        return access;
    }

    public Access access(GraphCall call) {
        var token = token(call);
        var access = directory.access(token).orElseThrow(() -> new GraphRefusal(wrong(token)));
        request.setAttribute(PAGE, access.page());
        checkReachable(access.page());
        GraphRefusal.ifAny(objection(access.page()));
        GraphRefusal.ifAny(proof(call, token, access.app(), access.page()));
        GraphRefusal.ifAny(permission(access.page()));
        applyFault(CallKind.of(call), access.page());
        return access;
    }

    /// Applies faults to a call without a page access token.
    void applyFaults(GraphCall call) {
        checkReachable(null);
        applyFault(CallKind.of(call), null);
    }

    /// Faults of calls other than sends apply before anything is done.
    private void applyFault(String kind, @Nullable Page page) {
        if (kind.equals(Faults.SENDS)) {
            return;
        }
        switch (faults.hitCall(kind, page).orElse(null)) {
            case SendFault.Refuse refuse -> throw new GraphRefusal(GraphError.of(refuse));
            case SendFault.Delay(var by) -> ClientConnection.hold(by);
            case SendFault.Garbage _ -> throw new GraphRefusal(GraphErrors.UNKNOWN);
            case SendFault.Cut _ -> throw new ConnectionCut();
            case null -> {}
        }
    }

    public App app(GraphCall call) {
        var token = token(call);
        applyFaults(call);
        GraphRefusal.ifAny(
                faults.hit(Condition.Kind.SECRET_RESET, null).map(_ -> GraphErrors.BAD_TOKEN));
        return directory
                .appWithToken(token)
                .orElseThrow(() -> new GraphRefusal(GraphErrors.BAD_TOKEN));
    }

    private void checkReachable(@Nullable Page page) {
        if (faults.hit(Condition.Kind.UNREACHABLE, page).isPresent()) {
            throw new ConnectionCut();
        }
    }

    /// {@return the app for which the caller's user token was issued}
    public Optional<App> user(GraphCall call) {
        var token = token(call);
        var app = directory.appWithUserToken(token);
        app.ifPresent(one -> {
            GraphRefusal.ifAny(objection(null));
            GraphRefusal.ifAny(proof(call, token, one, null));
        });
        return app;
    }

    /// {@return why the token of this page, or of all pages, is invalid}
    public Optional<GraphError> objection(@Nullable Page page) {
        return faults.hit(Condition.Kind.TOKEN_INVALID, page)
                .map(condition -> GraphErrors.tokenInvalid(condition.value()));
    }

    /// {@return the permissions that the page's owner granted to the app}
    public List<String> scopes(Optional<Page> page) {
        return SCOPES.stream().filter(scope -> !isWithdrawn(scope, page.orElse(null))).toList();
    }

    private boolean isWithdrawn(String scope, @Nullable Page page) {
        return switch (scope) {
            case MESSAGING -> faults.hit(Condition.Kind.PERMISSION_MISSING, page).isPresent();
            case "pages_manage_metadata" ->
                    faults.hit(Condition.Kind.METADATA_MISSING, page).isPresent();
            case "pages_read_engagement" ->
                    faults.hit(Condition.Kind.HISTORY_MISSING, page).isPresent();
            default -> false;
        };
    }

    private Optional<GraphError> permission(Page page) {
        return faults.hit(Condition.Kind.PERMISSION_MISSING, page)
                .map(_ -> GraphErrors.PERMISSION_MISSING);
    }

    private static String token(GraphCall call) {
        if (call.token() == null || call.token().isBlank()) {
            var me = call.path().startsWith("/me");
            throw new GraphRefusal(me ? GraphErrors.NO_TOKEN_FOR_ME : GraphErrors.NO_TOKEN);
        }
        return call.token();
    }

    private GraphError wrong(String token) {
        return directory.appWithToken(token).or(() -> directory.appWithUserToken(token)).isPresent()
                ? GraphErrors.NOT_A_PAGE_TOKEN
                : GraphErrors.BAD_TOKEN;
    }

    /// A given proof must be correct, even if none is required.
    private Optional<GraphError> proof(GraphCall call, String token, App app, @Nullable Page page) {
        var given = call.text("appsecret_proof");
        if (given.isEmpty()) {
            return faults.hit(Condition.Kind.PROOF_REQUIRED, page)
                    .map(_ -> GraphErrors.PROOF_MISSING);
        }
        var right =
                faults.hit(Condition.Kind.SECRET_RESET, page).isEmpty()
                        && Signature.proof(app.secret(), token).equals(given.get());
        return Optional.of(GraphErrors.PROOF_WRONG).filter(_ -> !right);
    }
}
