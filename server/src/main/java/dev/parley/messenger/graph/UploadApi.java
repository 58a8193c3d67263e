package dev.parley.messenger.graph;

import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;
import tools.jackson.databind.JsonNode;

/// The call of the Graph API that sends a file, and so may take longer.
@HttpExchange(accept = MediaType.APPLICATION_JSON_VALUE)
interface UploadApi {
    @PostExchange(url = "/{page}/messages", contentType = MediaType.MULTIPART_FORM_DATA_VALUE)
    JsonNode send(
            @PathVariable String page,
            @RequestHeader("Authorization") String bearer,
            @RequestParam("appsecret_proof") String proof,
            @RequestBody FileForm form);
}
