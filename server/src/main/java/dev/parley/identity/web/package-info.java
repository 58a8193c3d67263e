/// Sign-in and sign-out, the access rules of all addresses, and the user's own account.
@NullMarked
package dev.parley.identity.web;

import org.jspecify.annotations.NullMarked;
