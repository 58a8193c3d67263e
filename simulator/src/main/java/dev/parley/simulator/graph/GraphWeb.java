package dev.parley.simulator.graph;

import java.util.List;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.HandlerTypePredicate;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.PathMatchConfigurer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/// Maps Graph's controllers to an internal path to which only [GraphGate] forwards.
@Configuration(proxyBeanMethods = false)
class GraphWeb implements WebMvcConfigurer {
    private final GraphCallReader reader;

    GraphWeb(GraphCallReader reader) {
        this.reader = reader;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(reader);
    }

    @Override
    public void configurePathMatch(PathMatchConfigurer paths) {
        paths.addPathPrefix(
                GraphGate.INSIDE, HandlerTypePredicate.forBasePackageClass(GraphWeb.class));
    }
}
