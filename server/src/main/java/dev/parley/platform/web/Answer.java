package dev.parley.platform.web;

import gg.jte.models.runtime.JteModel;

/// A controller's response to a form: a page or a redirect.
public sealed interface Answer {
    record Shown(int status, JteModel page) implements Answer {}

    record SentOn(String path) implements Answer {}

    static Answer show(JteModel page) {
        return new Shown(200, page);
    }

    /// The form again, with the input and its errors (422).
    static Answer showAgain(JteModel page) {
        return new Shown(422, page);
    }

    /// After a form was processed: redirects to this path of Parley (303), so that a reload repeats
    /// nothing.
    static Answer sendOn(String path) {
        return new SentOn(path);
    }
}
