package dev.parley.browser;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/// Gives each story its own windows. The browser is shared by all stories of a test run; it is
/// closed after the last.
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
        var chromium =
                story.getRoot()
                        .getStore(Namespace.GLOBAL)
                        .computeIfAbsent(Chromium.class, _ -> new Chromium(), Chromium.class);
        var windows = chromium.windows();
        story.getStore(Namespace.create(WindowsExtension.class)).put(Windows.class, windows);
        return windows;
    }
}
