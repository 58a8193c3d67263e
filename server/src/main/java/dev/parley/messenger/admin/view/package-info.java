/// One record for each template of Facebook's screens in the administration.
@NullMarked
package dev.parley.messenger.admin.view;

import org.jspecify.annotations.NullMarked;
