package dev.parley;

import java.time.Clock;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.modulith.Modulithic;
import org.springframework.scheduling.annotation.EnableScheduling;

/// The whole server: one Spring Boot application of many modules.
@Modulithic(sharedModules = {"channel", "background", "platform"})
@EnableScheduling
@ConfigurationPropertiesScan
@SpringBootApplication
public class Parley {
    public static void main(String[] arguments) {
        SpringApplication.run(Parley.class, arguments);
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
