/** What users order about their requests; every reasoner hears all of it. */
@NullMarked
package dev.ponder.reasoner.orders;

import org.jspecify.annotations.NullMarked;
