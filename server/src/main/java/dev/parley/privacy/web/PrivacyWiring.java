package dev.parley.privacy.web;

import dev.parley.privacy.MonitoringNotices;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/// Puts the monitoring notice before the desk.
@Configuration(proxyBeanMethods = false)
class PrivacyWiring implements WebMvcConfigurer {
    private final MonitoringNotices notices;

    PrivacyWiring(MonitoringNotices notices) {
        this.notices = notices;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new NoticeInterceptor(notices))
                .addPathPatterns("/desk", "/desk/**");
    }
}
