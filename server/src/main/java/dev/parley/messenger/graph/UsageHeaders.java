package dev.parley.messenger.graph;

import dev.parley.messenger.account.FacebookChannel;
import dev.parley.outbox.RateLimitUsage;
import java.io.IOException;
import java.util.regex.Pattern;
import org.springframework.http.HttpRequest;
import org.springframework.http.client.ClientHttpRequestExecution;
import org.springframework.http.client.ClientHttpRequestInterceptor;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.stereotype.Component;

/// Reads from each response of the Graph API how much a page has left, and passes it to the outbox.
@Component
class UsageHeaders implements ClientHttpRequestInterceptor {
    private static final Pattern OF_PAGE = Pattern.compile("/(\\d+)/(?:messages|conversations)$");

    private final RateLimitUsage rateLimitUsage;

    UsageHeaders(RateLimitUsage rateLimitUsage) {
        this.rateLimitUsage = rateLimitUsage;
    }

    @Override
    public ClientHttpResponse intercept(
            HttpRequest request, byte[] body, ClientHttpRequestExecution execution)
            throws IOException {
        var response = execution.execute(request, body);
        var about = OF_PAGE.matcher(request.getURI().getPath());
        if (about.find()) {
            var usage = Usage.in(response.getHeaders());
            rateLimitUsage.apply(
                    FacebookChannel.endpoint(about.group(1)),
                    usage.percent(),
                    usage.requestedPause());
        }
        return response;
    }
}
