/** What leaves: chunks, outcomes, leases, dead letters. */
@NullMarked
package dev.ponder.reasoner.emission;

import org.jspecify.annotations.NullMarked;
