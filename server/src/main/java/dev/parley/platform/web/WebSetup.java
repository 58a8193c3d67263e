package dev.parley.platform.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.generated.precompiled.DynamicTemplates;
import gg.jte.generated.precompiled.StaticTemplates;
import gg.jte.generated.precompiled.Templates;
import gg.jte.resolve.DirectoryCodeResolver;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.HandlerMethodReturnValueHandler;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.webjars.WebJarVersionLocator;

/// Configures the web layer: templates, frames, files.
@Configuration(proxyBeanMethods = false)
class WebSetup {
    private static final Duration CACHE_AGE = Duration.ofDays(365);

    @Bean
    Templates templates(WebSettings settings) {
        var live = settings.liveSources();
        if (live == null) {
            return new StaticTemplates();
        }
        var sources = new DirectoryCodeResolver(Path.of(live, "jte"));
        var classes = Path.of(System.getProperty("java.io.tmpdir"), "parley-templates");
        return new DynamicTemplates(TemplateEngine.create(sources, classes, ContentType.Html));
    }

    @Bean
    Assets assets() {
        return new Assets(List.of("classpath*:static/**", htmx() + "htmx.min.js"));
    }

    @Bean
    WebMvcConfigurer pages(
            WebSettings settings,
            Assets assets,
            ObjectProvider<PageFrames> frames,
            ObjectProvider<JteModels> models) {
        return new WebMvcConfigurer() {
            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(frames.getObject());
                resolvers.add(new FormInputs());
            }

            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(new InputInterceptor());
            }

            @Override
            public void addReturnValueHandlers(List<HandlerMethodReturnValueHandler> handlers) {
                handlers.add(models.getObject());
            }

            @Override
            public void addResourceHandlers(ResourceHandlerRegistry registry) {
                var live = settings.liveSources();
                var location =
                        live == null ? "classpath:/static/" : "file:" + live + "/resources/static/";
                registry.addResourceHandler(assets.folder() + "**")
                        .addResourceLocations(location, htmx())
                        .setCacheControl(live == null ? permanently() : CacheControl.noCache());
            }
        };
    }

    private static CacheControl permanently() {
        return CacheControl.maxAge(CACHE_AGE).cachePublic().immutable();
    }

    private static String htmx() {
        var version = new WebJarVersionLocator().version("htmx.org");
        return "classpath:/META-INF/resources/webjars/htmx.org/%s/dist/".formatted(version);
    }
}
