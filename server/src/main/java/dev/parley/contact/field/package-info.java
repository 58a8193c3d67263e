/// The fields that a company adds to its contacts and companies: which there are, and their values.
@NamedInterface("field")
@NullMarked
package dev.parley.contact.field;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
