package dev.parley.simulator.world;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// The ids and secrets that the simulator starts with.
@ConfigurationProperties("simulator")
record WorldSettings(@DefaultValue AppSettings app, @DefaultValue PageSettings page) {
    record AppSettings(
            @DefaultValue("415200300400500") String id,
            @DefaultValue("5b8e1c7a9d3f4e6082a1c4d7e9f0b2a3") String secret,
            @DefaultValue("Parley demo") String name) {}

    /// The first page.
    record PageSettings(
            @DefaultValue("104200300400501") String id,
            @DefaultValue("Sunny Tea") String name,
            @DefaultValue("EAAsunnyTea104200300400501") String token) {}
}
