/** What the user gets, once per request id: the OpenAI response body plus {@code ponder}. */
@NullMarked
package dev.ponder.contracts.result;

import org.jspecify.annotations.NullMarked;
