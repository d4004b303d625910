/** Prints what must be granted on a Kafka with ACLs, out of the one table of module {@code access}. */
@NullMarked
package dev.ponder.local.acls;

import org.jspecify.annotations.NullMarked;
