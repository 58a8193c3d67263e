package dev.parley.platform;

import java.net.URI;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class PlatformWiring {
    @Bean
    Secrets secrets(ParleySettings settings) {
        return new Secrets(SecretKeys.of(settings));
    }

    @Bean
    PublicUrl publicUrl(ParleySettings settings, @Value("${server.port:8080}") int port) {
        var told = settings.publicUrl();
        return new PublicUrl(told != null ? told : URI.create("http://localhost:" + port));
    }
}
