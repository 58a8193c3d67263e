package dev.parley.platform;

import java.net.URI;
import javax.crypto.SecretKey;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class PlatformWiring {
    @Bean
    SecretKey secretKey(ParleySettings settings, EncryptedSample sample) {
        return SecretKeys.of(settings, sample.find());
    }

    @Bean
    Secrets secrets(SecretKey secretKey, EncryptedSample sample) {
        return new Secrets(secretKey, sample::storeIfAbsent);
    }

    @Bean
    PublicUrl publicUrl(ParleySettings settings, @Value("${server.port:8080}") int port) {
        var configured = settings.publicUrl();
        return new PublicUrl(
                configured != null ? configured : URI.create("http://localhost:" + port));
    }
}
