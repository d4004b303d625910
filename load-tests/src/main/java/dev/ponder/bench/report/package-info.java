/** The form in which every bench reports. */
@NullMarked
package dev.ponder.bench.report;

import org.jspecify.annotations.NullMarked;
