package dev.parley.admin.view;

/// What is typed about a new page, as typed; not the token, which must be typed again.
public record PageForm(String name, String pageId) {
    public static final PageForm EMPTY = new PageForm("", "");
}
