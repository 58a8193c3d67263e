package dev.parley.messenger.graph;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.DeleteExchange;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;
import tools.jackson.databind.JsonNode;

/// The Graph API calls that Parley makes. `bearer` is the page's token, prefixed with `Bearer `;
/// `proof` is what Meta calls appsecret_proof.
@HttpExchange(accept = MediaType.APPLICATION_JSON_VALUE)
interface GraphApi {
    @PostExchange("/{page}/messages")
    JsonNode send(
            @PathVariable String page,
            @RequestHeader("Authorization") String bearer,
            @RequestParam("appsecret_proof") String proof,
            @RequestBody Map<String, Object> message);

    @GetExchange("/{person}")
    JsonNode profile(
            @PathVariable String person,
            @RequestHeader("Authorization") String bearer,
            @RequestParam("appsecret_proof") String proof,
            @RequestParam("fields") String fields);

    @GetExchange("/{page}/conversations")
    JsonNode conversations(
            @PathVariable String page,
            @RequestHeader("Authorization") String bearer,
            @RequestParam("appsecret_proof") String proof,
            @RequestParam("platform") String platform,
            @RequestParam("user_id") String person,
            @RequestParam("fields") String fields);

    @GetExchange("/{page}/conversations")
    JsonNode history(
            @PathVariable String page,
            @RequestHeader("Authorization") String bearer,
            @RequestParam("appsecret_proof") String proof,
            @RequestParam("platform") String platform,
            @RequestParam("fields") String fields,
            @RequestParam("limit") int limit,
            @RequestParam(name = "after", required = false) @Nullable String after);

    @GetExchange("/{page}/subscribed_apps")
    JsonNode subscribedApps(
            @PathVariable String page,
            @RequestHeader("Authorization") String bearer,
            @RequestParam("appsecret_proof") String proof);

    @GetExchange("/{app}/subscriptions")
    JsonNode appSubscriptions(
            @PathVariable String app, @RequestHeader("Authorization") String bearer);

    @PostExchange("/{page}/{act}")
    JsonNode threadControl(
            @PathVariable String page,
            @PathVariable String act,
            @RequestHeader("Authorization") String bearer,
            @RequestParam("appsecret_proof") String proof,
            @RequestBody Map<String, Object> thread);

    @PostExchange("/{page}/subscribed_apps")
    JsonNode subscribe(
            @PathVariable String page,
            @RequestHeader("Authorization") String bearer,
            @RequestParam("appsecret_proof") String proof,
            @RequestParam("subscribed_fields") String fields);

    @DeleteExchange("/{page}/subscribed_apps")
    JsonNode unsubscribe(
            @PathVariable String page,
            @RequestHeader("Authorization") String bearer,
            @RequestParam("appsecret_proof") String proof);

    @PostExchange("/{app}/subscriptions")
    JsonNode subscribeApp(
            @PathVariable String app,
            @RequestHeader("Authorization") String bearer,
            @RequestBody Map<String, Object> subscription);
}
