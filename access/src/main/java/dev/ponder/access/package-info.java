/**
 * Who may do what on Kafka. {@code Rights} is the one table; {@link dev.ponder.access.AccessPlan} makes bindings of it for an
 * installation, {@link dev.ponder.access.AccessCheck} asks a broker which of them are lacking, and
 * {@link dev.ponder.access.Refusals} reads the table backwards: a refused call becomes a sentence that says what to grant.
 */
@NullMarked
package dev.ponder.access;

import org.jspecify.annotations.NullMarked;
