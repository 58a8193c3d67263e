package dev.parley.testing;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/// Gives each story an emptied server. One server is shared by all stories of a run; it is closed
/// after the last.
public final class TestParleyExtension implements ParameterResolver {
    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext story) {
        return parameter.getParameter().getType() == TestParley.class;
    }

    @Override
    public TestParley resolveParameter(ParameterContext parameter, ExtensionContext story) {
        var parley =
                story.getRoot()
                        .getStore(Namespace.GLOBAL)
                        .computeIfAbsent(TestParley.class, _ -> new TestParley(), TestParley.class);
        parley.empty();
        return parley;
    }
}
