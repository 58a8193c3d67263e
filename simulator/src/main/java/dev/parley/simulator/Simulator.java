package dev.parley.simulator;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.scheduling.annotation.EnableScheduling;

/// The simulator's main class.
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableScheduling
public class Simulator {
    public static void main(String[] arguments) {
        SpringApplication.run(Simulator.class, arguments);
    }
}
