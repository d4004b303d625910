/** What is known of models, precisions and GPUs: read from a file, and refused where it does not add up. */
@NullMarked
package dev.ponder.models.catalogue;

import org.jspecify.annotations.NullMarked;
