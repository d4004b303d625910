/** The demo as a person runs it, and interrupts it. */
@NullMarked
package dev.ponder.it.demo;

import org.jspecify.annotations.NullMarked;
