package dev.parley.simulator;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/// The simulator as a program of its own.
@SpringBootApplication
public class Simulator {
    public static void main(String[] arguments) {
        SpringApplication.run(Simulator.class, arguments);
    }
}
