package dev.parley.messenger.graph;

import dev.parley.messenger.MessengerSettings;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.concurrent.Executors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.client.ClientHttpRequestInterceptor;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.support.RestClientAdapter;
import org.springframework.web.service.invoker.HttpServiceProxyFactory;

@Configuration(proxyBeanMethods = false)
class GraphWiring {
    /// Never follows a redirect: a token must not be sent to an unintended address.
    @Bean
    HttpClient graphHttpClient(MessengerSettings settings) {
        return HttpClient.newBuilder()
                .connectTimeout(settings.connectTimeout())
                .followRedirects(HttpClient.Redirect.NEVER)
                .version(HttpClient.Version.HTTP_1_1)
                .executor(Executors.newVirtualThreadPerTaskExecutor())
                .build();
    }

    @Bean
    GraphApi graphApi(
            RestClient.Builder builder,
            HttpClient graphHttpClient,
            ClientHttpRequestInterceptor usageHeaders,
            MessengerSettings settings) {
        builder.requestInterceptor(usageHeaders);
        return api(GraphApi.class, builder, graphHttpClient, settings, settings.readTimeout());
    }

    @Bean
    TokenApi tokenApi(
            RestClient.Builder builder, HttpClient graphHttpClient, MessengerSettings settings) {
        return api(TokenApi.class, builder, graphHttpClient, settings, settings.checkTimeout());
    }

    @Bean
    ExaminationApi examinationApi(
            RestClient.Builder builder, HttpClient graphHttpClient, MessengerSettings settings) {
        return api(
                ExaminationApi.class, builder, graphHttpClient, settings, settings.readTimeout());
    }

    @Bean
    UploadApi uploadApi(
            RestClient.Builder builder,
            HttpClient graphHttpClient,
            ClientHttpRequestInterceptor usageHeaders,
            MessengerSettings settings) {
        builder.requestInterceptor(usageHeaders);
        builder.configureMessageConverters(all -> all.addCustomConverter(new FileFormWriter()));
        return api(UploadApi.class, builder, graphHttpClient, settings, settings.uploadTimeout());
    }

    private static <T> T api(
            Class<T> type,
            RestClient.Builder builder,
            HttpClient http,
            MessengerSettings settings,
            Duration timeout) {
        // The last to see a request, and so the first to see its response.
        builder.requestInterceptor(new GraphResponseGuard());
        var factory = new JdkClientHttpRequestFactory(http);
        factory.setReadTimeout(timeout);
        var client =
                builder.requestFactory(factory)
                        .baseUrl(settings.graphUrl() + "/" + settings.graphVersion())
                        .build();
        return HttpServiceProxyFactory.builderFor(RestClientAdapter.create(client))
                .build()
                .createClient(type);
    }
}
