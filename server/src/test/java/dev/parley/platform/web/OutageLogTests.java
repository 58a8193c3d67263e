package dev.parley.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.mock.web.MockHttpServletRequest;

@ExtendWith(OutputCaptureExtension.class)
class OutageLogTests {
    @Test
    void manyFailuresTakeOneLine(CapturedOutput output) {
        var log = new OutageLog();
        for (var count = 0; count < 100; count++) {
            log.add(new MockHttpServletRequest("GET", "/desk"), new Exception("No connection"));
        }
        assertThat(output).contains("GET /desk").contains("No connection");
        assertThat(output.toString().lines()).hasSize(1);
    }
}
