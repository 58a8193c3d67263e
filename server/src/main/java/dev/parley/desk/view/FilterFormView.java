package dev.parley.desk.view;

import dev.parley.desk.view.SearchFormView.Choice;
import dev.parley.desk.view.ShownView.SavedViewLine;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The form for filtering the list.
///
/// @param saved the saved view from which the filters come; null for none
/// @param mayShare whether this user may save a view for everybody
public record FilterFormView(List<Field> fields, @Nullable SavedViewLine saved, boolean mayShare) {
    public FilterFormView {
        fields = List.copyOf(fields);
    }

    /// One filter.
    ///
    /// @param word its name in a URL
    /// @param selected the value of one of the choices; with several, their values, separated by
    ///   commas
    /// @param several whether several can be selected
    public record Field(
            String word, String label, List<Choice> choices, String selected, boolean several) {
        public Field {
            choices = List.copyOf(choices);
        }

        /// {@return whether this choice is selected}
        public boolean isSelected(Choice choice) {
            return several
                    ? List.of(selected.split(",")).contains(choice.value())
                    : selected.equals(choice.value());
        }
    }
}
