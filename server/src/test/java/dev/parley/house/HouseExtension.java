package dev.parley.house;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/// Gives each story the emptied house. One house is shared by all stories of a run; it is closed
/// after the last.
public final class HouseExtension implements ParameterResolver {
    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext story) {
        return parameter.getParameter().getType() == House.class;
    }

    @Override
    public House resolveParameter(ParameterContext parameter, ExtensionContext story) {
        var house =
                story.getRoot()
                        .getStore(Namespace.GLOBAL)
                        .computeIfAbsent(House.class, _ -> new House(), House.class);
        house.empty();
        return house;
    }
}
