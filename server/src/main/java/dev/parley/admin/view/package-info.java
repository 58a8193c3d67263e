/// One record for each template of the admin pages.
@NullMarked
package dev.parley.admin.view;

import org.jspecify.annotations.NullMarked;
