package dev.parley.platform.web;

import gg.jte.models.runtime.JteModel;

/// A controller's response to a form: a page or a redirect.
public sealed interface Answer {
    record Page(int status, JteModel page) implements Answer {}

    record Redirect(String path) implements Answer {}

    static Answer show(JteModel page) {
        return new Page(200, page);
    }

    /// The form again, with the input and its errors (422).
    static Answer invalid(JteModel page) {
        return new Page(422, page);
    }

    /// After a form was processed: redirects to this path of Parley (303), so that a reload repeats
    /// nothing.
    static Answer redirect(String path) {
        return new Redirect(path);
    }
}
