/** The chain on a Kafka that lets nobody do more than it must: TLS, logins, ACLs. */
@NullMarked
package dev.ponder.it.access;

import org.jspecify.annotations.NullMarked;
