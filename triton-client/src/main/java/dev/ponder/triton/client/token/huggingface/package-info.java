/** A model's own tokeniser file, by the library that wrote it: the one package that needs {@code ai.djl.huggingface:tokenizers}. */
@NullMarked
package dev.ponder.triton.client.token.huggingface;

import org.jspecify.annotations.NullMarked;
