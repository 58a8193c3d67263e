/// The input of the desk's templates: one record per element of the screen, with all decisions
/// already made, and the agent's permissions as plain fields.
@NullMarked
package dev.parley.desk.view;

import org.jspecify.annotations.NullMarked;
