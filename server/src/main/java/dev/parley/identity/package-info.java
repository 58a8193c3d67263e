/// Who may do what: users, signing in, roles, tokens for programs, and the record of who changed
/// what.
@ApplicationModule(allowedDependencies = {"platform", "platform :: web", "platform :: language"})
@NullMarked
package dev.parley.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
