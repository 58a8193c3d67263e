package dev.parley.testing;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/// Gives each story an emptied server. All stories in a JVM share one: Maven runs each class on its
/// own, so a server in a store of JUnit would be started again for each class.
public final class TestParleyExtension implements ParameterResolver {
    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext story) {
        return parameter.getParameter().getType() == TestParley.class;
    }

    @Override
    public TestParley resolveParameter(ParameterContext parameter, ExtensionContext story) {
        Shared.PARLEY.empty();
        return Shared.PARLEY;
    }

    private static final class Shared {
        static final TestParley PARLEY = closedAtTheEnd(new TestParley());

        private static TestParley closedAtTheEnd(TestParley parley) {
            Runtime.getRuntime().addShutdownHook(new Thread(parley::close));
            return parley;
        }
    }
}
