/// The Facebook apps and pages with which Parley sends and receives messages.
@NamedInterface("account")
@NullMarked
package dev.parley.messenger.account;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
