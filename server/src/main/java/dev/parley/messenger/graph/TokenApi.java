package dev.parley.messenger.graph;

import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;
import tools.jackson.databind.JsonNode;

/// The Graph API calls that check tokens while a user waits for the result (messenger-platform
/// 4.2). Secrets are sent in bodies and headers where Meta accepts them there.
@HttpExchange(accept = MediaType.APPLICATION_JSON_VALUE)
interface TokenApi {
    @PostExchange(
            url = "/oauth/access_token",
            contentType = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    JsonNode accessToken(@RequestBody MultiValueMap<String, String> grant);

    @GetExchange("/debug_token")
    JsonNode debug(
            @RequestHeader("Authorization") String appBearer,
            @RequestParam("input_token") String token);

    @GetExchange("/me")
    JsonNode me(
            @RequestHeader("Authorization") String bearer,
            @RequestParam("appsecret_proof") String proof,
            @RequestParam("fields") String fields);

    @GetExchange("/me/accounts")
    JsonNode accounts(
            @RequestHeader("Authorization") String bearer,
            @RequestParam("appsecret_proof") String proof,
            @RequestParam("fields") String fields,
            @RequestParam("limit") int limit,
            @RequestParam(name = "after", required = false) @Nullable String after);

    @GetExchange("/{page}")
    JsonNode page(
            @PathVariable String page,
            @RequestHeader("Authorization") String bearer,
            @RequestParam("appsecret_proof") String proof,
            @RequestParam("fields") String fields);
}
