/**
 * The way in and the way out. A request record is taken by {@code ingress}, judged by {@code admission}, sorted by
 * {@code classification}, looked up by {@code lookup}, planned by {@code planning} and handed on by {@code dispatch}: forward only,
 * on the channel's worker threads. What users order about their requests is heard by {@code orders}. What comes of both returns on
 * the outcomes topic, where {@code settlement}, on a thread of its own, lets one outcome per request through. {@code readiness} says
 * whether requests would be heard and answered, {@code wiring} connects to the neighbours.
 */
@NullMarked
package dev.ponder.router;

import org.jspecify.annotations.NullMarked;
