/// Letters to those who run this installation, by SMTP. Off until a server is named.
@ApplicationModule(allowedDependencies = {"platform", "platform :: language", "work"})
@NullMarked
package dev.parley.mail;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
