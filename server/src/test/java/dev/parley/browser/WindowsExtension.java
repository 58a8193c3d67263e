package dev.parley.browser;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/// Gives each story its own windows. All stories in a JVM share one browser.
final class WindowsExtension implements ParameterResolver {
    @Override
    public ExtensionContextScope getTestInstantiationExtensionContextScope(ExtensionContext run) {
        return ExtensionContextScope.TEST_METHOD;
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext story) {
        return parameter.getParameter().getType() == Windows.class;
    }

    @Override
    public Windows resolveParameter(ParameterContext parameter, ExtensionContext story) {
        var windows = Shared.CHROMIUM.windows();
        story.getStore(Namespace.create(WindowsExtension.class)).put(Windows.class, windows);
        return windows;
    }

    private static final class Shared {
        static final Chromium CHROMIUM = new Chromium();
    }
}
