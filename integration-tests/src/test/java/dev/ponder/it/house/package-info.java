/** The house's own rules, held by tests. */
@NullMarked
package dev.ponder.it.house;

import org.jspecify.annotations.NullMarked;
