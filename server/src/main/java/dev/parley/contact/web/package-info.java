/// The screens of contacts and companies, for everybody who works at the desk.
@NamedInterface("web")
@NullMarked
package dev.parley.contact.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
