package dev.parley.api;

import dev.parley.identity.Scope;
import dev.parley.identity.SignedIn;
import dev.parley.identity.TokenRefusal;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.util.List;
import java.util.Map;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Describes the API at `/api/v1/openapi.json`, which is public.
@Configuration(proxyBeanMethods = false)
class OpenApiSetup {
    private static final String PROBLEM = "Problem";

    private static final String NO_CONVERSATION = "No such conversation that this token may see";

    private static final Map<String, Map<String, String>> REFUSALS =
            Map.of(
                    "listConversations",
                    Map.of(),
                    "getConversation",
                    Map.of("404", NO_CONVERSATION),
                    "listMessages",
                    Map.of("404", NO_CONVERSATION),
                    "sendMessage",
                    Map.of(
                            "404", NO_CONVERSATION,
                            "409", "Files are disabled, or the window or conversation closed",
                            "415", "The body is neither JSON nor a form with files",
                            "422", "It cannot be sent, or the key was used for another message"),
                    "uploadAttachment",
                    Map.of(
                            "404", NO_CONVERSATION,
                            "409", "Files from agents are disabled for this endpoint",
                            "415", "The body is not a form with files",
                            "422", "The file is refused; see cause"),
                    "listWaitingAttachments",
                    Map.of("404", NO_CONVERSATION),
                    "deleteWaitingAttachment",
                    Map.of("404", "The id is not a UUID"),
                    "getAttachment",
                    Map.of(
                            "404", "No such file that this token may see",
                            "416", "The file has no such range"));

    /// The reasons for which any request can be refused.
    private static final Map<String, String> REFUSALS_OF_ALL =
            Map.of(
                    "400", "A parameter, a header or the body cannot be read",
                    "401", "No API token, or one that is unknown, revoked or expired",
                    "403", "The API token lacks a scope",
                    "413", "The body is too large");

    @Bean
    OpenAPI parleyApi() {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(SignedIn.class);
        return new OpenAPI()
                .info(
                        new Info()
                                .title("Parley")
                                .version("1")
                                .description(
                                        "Read and reply to conversations with customers in"
                                                + " messaging channels.")
                                .license(
                                        new License()
                                                .name("Apache-2.0")
                                                .url(
                                                        "https://www.apache.org/licenses/LICENSE-2.0")))
                .servers(List.of(new Server().url("/").description("This server")))
                .components(new Components().addSecuritySchemes("token", token()))
                .addSecurityItem(new SecurityRequirement().addList("token"));
    }

    @Bean
    FilterRegistrationBean<OpenApiDocument> openApiDocument() {
        var filter = new FilterRegistrationBean<>(new OpenApiDocument());
        filter.addUrlPatterns(OpenApiDocument.PATH);
        return filter;
    }

    @Bean
    OpenApiCustomizer refusalsAndExactness() {
        return api -> {
            // Added here, because springdoc removes schemas that nothing refers to earlier.
            api.getComponents().addSchemas(PROBLEM, problem());
            api.getPaths()
                    .values()
                    .forEach(path -> path.readOperationsMap().forEach(OpenApiSetup::describe));
            OpenApiSchema.in(api);
        };
    }

    private static void describe(PathItem.HttpMethod method, Operation operation) {
        var responses = operation.getResponses();
        REFUSALS_OF_ALL.forEach(
                (status, reason) -> responses.addApiResponse(status, refusal(reason)));
        responses.addApiResponse("503", busy());
        REFUSALS.getOrDefault(operation.getOperationId(), Map.of())
                .forEach((status, reason) -> responses.addApiResponse(status, refusal(reason)));
        if (responses.values().stream().anyMatch(OpenApiSetup::isJson)) {
            responses.addApiResponse("406", refusal("Accept does not include application/json"));
        }
        var reading = method == PathItem.HttpMethod.GET;
        var scope = reading ? Scope.READ : Scope.WRITE;
        operation.security(List.of(new SecurityRequirement().addList("token", scope.word())));
    }

    private static boolean isJson(ApiResponse response) {
        return response.getContent() != null
                && response.getContent().containsKey("application/json");
    }

    private static ApiResponse refusal(String reason) {
        var schema = new Schema<Object>().$ref("#/components/schemas/" + PROBLEM);
        return new ApiResponse()
                .description(reason)
                .content(
                        new Content()
                                .addMediaType(
                                        "application/problem+json",
                                        new MediaType().schema(schema)));
    }

    private static ApiResponse busy() {
        var pause =
                new Header()
                        .description("Seconds to wait; omitted while the database is unavailable")
                        .schema(new IntegerSchema());
        var busy = refusal("The server is busy, or its database is unavailable");
        busy.addHeaderObject("Retry-After", pause);
        return busy;
    }

    private static SecurityScheme token() {
        return new SecurityScheme()
                .type(SecurityScheme.Type.HTTP)
                .scheme("bearer")
                .description(
                        "An API token. It acts as the user for whom it was issued, within its"
                                + " scopes: `read`, `write`, `configure`. It is refused after it"
                                + " expires, when it is revoked, when its user is deactivated, and"
                                + " while the user has a temporary password.");
    }

    private static Schema<?> problem() {
        var names = new StringSchema();
        for (var problem : Problem.values()) {
            names.addEnumItem(problem.type().toString());
        }
        for (var refusal : TokenRefusal.values()) {
            names.addEnumItem(refusal.type().toString());
        }
        names.addEnumItem("about:blank");
        Schema<?> problem =
                new ObjectSchema()
                        .description("The error (RFC 9457). `type` is stable; the texts are not.")
                        .addProperty("type", names)
                        .addProperty("title", new StringSchema())
                        .addProperty("status", new IntegerSchema())
                        .addProperty("detail", new StringSchema())
                        .addProperty("instance", string("The id of this error in the server's log"))
                        .addProperty("parameter", string("The refused parameter or header"))
                        .addProperty("pointer", string("The place in the body, as a JSON pointer"))
                        .addProperty("cause", string("Why a file is refused"))
                        .addProperty("closedAt", string("When the reply window closed"))
                        .addProperty(
                                "opensWith", string("What opens it: customerMessage or extension"))
                        .addProperty("controlledUntil", string("When Parley may reply again"))
                        .addProperty("longest", new IntegerSchema())
                        .addProperty("scope", string("The scope that the token lacks"))
                        .addProperty("expiredAt", string("When the token expired"));
        return problem.required(List.of("type", "title", "status"));
    }

    private static Schema<?> string(String description) {
        return new StringSchema().description(description);
    }
}
