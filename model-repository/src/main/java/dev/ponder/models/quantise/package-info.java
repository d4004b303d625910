/** The steps of NVIDIA's tools that make a model smaller, and whether they were done. */
@NullMarked
package dev.ponder.models.quantise;

import org.jspecify.annotations.NullMarked;
