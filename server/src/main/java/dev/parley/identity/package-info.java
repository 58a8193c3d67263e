/// Users, sign-in, roles, API tokens, and the audit log.
@ApplicationModule(allowedDependencies = {"platform", "platform :: web", "platform :: language"})
@NullMarked
package dev.parley.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
