/// How pages are built and sent: the frame of each, its files, its headers, and the errors that
/// users and API clients get.
@NamedInterface("web")
@NullMarked
package dev.parley.platform.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
