package dev.parley.api;

import dev.parley.identity.SignedIn;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
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
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Describes the API to programs at `/api/v1/openapi.json`, open to anybody.
@Configuration(proxyBeanMethods = false)
class OpenApiSetup {
    private static final String PROBLEM = "Problem";

    private static final Map<String, Map<String, String>> REFUSALS =
            Map.of(
                    "listConversations",
                    Map.of("400", "`state`, `cursor` or `limit` cannot be understood"),
                    "getConversation",
                    Map.of("404", "No such conversation that this user may see"),
                    "listMessages",
                    Map.of(
                            "400", "`cursor` or `limit` cannot be understood",
                            "404", "No such conversation that this user may see"),
                    "sendMessage",
                    Map.of(
                            "400", "No Idempotency-Key, or a body that cannot be read",
                            "404", "No such conversation that this user may see",
                            "409", "Files are switched off, or the window or conversation closed",
                            "415", "The body is neither JSON nor a form with files",
                            "422", "It cannot be sent so, or the key had another message"),
                    "uploadAttachment",
                    Map.of(
                            "400", "A form that cannot be read",
                            "404", "No such conversation that this user may see",
                            "409", "Files from agents are switched off for this page",
                            "422", "The file is not taken; cause tells why"),
                    "getAttachment",
                    Map.of("404", "No such file that this user may see"));

    @Bean
    OpenAPI parleyApi() {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(SignedIn.class);
        return new OpenAPI()
                .info(
                        new Info()
                                .title("Parley")
                                .version("1")
                                .description(
                                        "Conversations with customers in Facebook Messenger, to"
                                                + " read and to answer.")
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
    OpenApiCustomizer refusalsAndExactness() {
        return api -> {
            // Added here, because springdoc drops what nothing refers to before this.
            api.getComponents().addSchemas(PROBLEM, problem());
            api.getPaths()
                    .values()
                    .forEach(path -> path.readOperations().forEach(OpenApiSetup::tell));
            Exactness.in(api);
        };
    }

    private static void tell(Operation operation) {
        var responses = operation.getResponses();
        responses.addApiResponse("401", refusal("No API token, or one that is not valid"));
        REFUSALS.getOrDefault(operation.getOperationId(), Map.of())
                .forEach((status, why) -> responses.addApiResponse(status, refusal(why)));
    }

    private static ApiResponse refusal(String why) {
        var schema = new Schema<Object>().$ref("#/components/schemas/" + PROBLEM);
        return new ApiResponse()
                .description(why)
                .content(
                        new Content()
                                .addMediaType(
                                        "application/problem+json",
                                        new MediaType().schema(schema)));
    }

    private static SecurityScheme token() {
        return new SecurityScheme()
                .type(SecurityScheme.Type.HTTP)
                .scheme("bearer")
                .description("An API token. It acts as the user whom it was issued for.");
    }

    private static Schema<?> problem() {
        var names = new StringSchema();
        for (var problem : Problem.values()) {
            names.addEnumItem(problem.type().toString());
        }
        names.addEnumItem("about:blank");
        return new ObjectSchema()
                .description("What went wrong (RFC 9457). `type` is stable; the words are not.")
                .addProperty("type", names)
                .addProperty("title", new StringSchema())
                .addProperty("status", new IntegerSchema())
                .addProperty("detail", new StringSchema());
    }
}
