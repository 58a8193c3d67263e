package dev.parley.desk.view;

import java.util.List;

/// What is searched for, as it is in the form and in URLs.
///
/// @param text what was typed
/// @param list the view beside which it is searched, as in a URL
/// @param blank whether there is nothing in it to search for
/// @param filtered whether filters exclude some messages; names and numbers are then not searched
public record SearchFormView(String text, String list, boolean blank, boolean filtered) {
    /// The choices of the filters.
    ///
    /// @param agents empty if there is nothing to choose
    /// @param endpoints empty if there is nothing to choose
    /// @param tags empty if there are none
    public record Choices(
            int longest,
            List<Choice> states,
            List<Choice> agents,
            List<Choice> endpoints,
            List<Choice> tags) {
        public Choices {
            states = List.copyOf(states);
            agents = List.copyOf(agents);
            endpoints = List.copyOf(endpoints);
            tags = List.copyOf(tags);
        }
    }

    public record Choice(String value, String name) {}
}
