package dev.parley.simulator;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Timeout;
import org.springframework.boot.test.context.SpringBootTest;

/// A test of the running simulator over HTTP. All such tests share one simulator.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Timeout(30)
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "simulator.webhook.retry-pauses=0s,20ms,100ms",
            "simulator.webhook.answer-within=700ms"
        })
@interface Story {}
