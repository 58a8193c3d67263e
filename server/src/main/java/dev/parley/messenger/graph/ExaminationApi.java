package dev.parley.messenger.graph;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import tools.jackson.databind.JsonNode;

/// The Graph API calls that show how a page is set up. They return the whole response, because its
/// headers contain information too.
@HttpExchange(accept = MediaType.APPLICATION_JSON_VALUE)
interface ExaminationApi {
    @GetExchange("/debug_token")
    ResponseEntity<JsonNode> debugToken(
            @RequestHeader("Authorization") String bearer,
            @RequestParam("input_token") String token);

    @GetExchange("/{app}/subscriptions")
    ResponseEntity<JsonNode> appSubscriptions(
            @PathVariable String app, @RequestHeader("Authorization") String bearer);

    @GetExchange("/{page}/subscribed_apps")
    ResponseEntity<JsonNode> subscribedApps(
            @PathVariable String page,
            @RequestHeader("Authorization") String bearer,
            @RequestParam("appsecret_proof") String proof);

    @GetExchange("/{page}/thread_owner")
    ResponseEntity<JsonNode> threadOwner(
            @PathVariable String page,
            @RequestHeader("Authorization") String bearer,
            @RequestParam("appsecret_proof") String proof,
            @RequestParam("recipient") String person);

    @GetExchange("/{person}")
    ResponseEntity<JsonNode> profile(
            @PathVariable String person,
            @RequestHeader("Authorization") String bearer,
            @RequestParam("appsecret_proof") String proof,
            @RequestParam("fields") String fields);

    @GetExchange("/{user}/ids_for_pages")
    ResponseEntity<JsonNode> idsForPages(
            @PathVariable String user,
            @RequestHeader("Authorization") String bearer,
            @RequestParam("appsecret_proof") String proof,
            @RequestParam("limit") int limit);
}
