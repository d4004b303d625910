/** The side of the metrics pages: finding who stands behind a name, and reading each one's page. */
@NullMarked
package dev.ponder.autoscaler.pages;

import org.jspecify.annotations.NullMarked;
