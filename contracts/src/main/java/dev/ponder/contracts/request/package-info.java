/** What users write, requests and orders about them, and decoders that never throw. */
@NullMarked
package dev.ponder.contracts.request;

import org.jspecify.annotations.NullMarked;
