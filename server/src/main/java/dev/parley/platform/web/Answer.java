package dev.parley.platform.web;

import gg.jte.models.runtime.JteModel;

/// How a controller answers a form: with a page, or by sending the browser on.
public sealed interface Answer {
    record Shown(int status, JteModel page) implements Answer {}

    record SentOn(String path) implements Answer {}

    static Answer show(JteModel page) {
        return new Shown(200, page);
    }

    /// The form again, with what was typed and what is wrong with it (422).
    static Answer showAgain(JteModel page) {
        return new Shown(422, page);
    }

    /// After a form was obeyed: the browser asks for this path of ours (303), and a reload does
    /// nothing twice.
    static Answer sendOn(String path) {
        return new SentOn(path);
    }
}
