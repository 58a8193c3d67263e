package dev.parley.attachment;

import dev.parley.background.Pump;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class AttachmentWiring {
    /// Few at once, because each holds a whole file in memory.
    @Bean
    Pump attachmentPump(DownloadDispatch dispatch) {
        return new Pump("attachments", Duration.ofSeconds(5), 3, dispatch::fetchOne);
    }

    @Bean
    Pump erasurePump(FileDeletions deletions) {
        return new Pump("erasure", Duration.ofSeconds(30), deletions::deleteNext);
    }
}
