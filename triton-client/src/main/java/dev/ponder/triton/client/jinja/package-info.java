/**
 * The part of Jinja that chat templates are written in, as Python's jinja2 understands it: source to {@code Piece}s, pieces to
 * {@code Statement}s and {@code Expression}s, which a {@code Renderer} runs. Values are plain: {@code String}, {@code Long},
 * {@code Double}, {@code Boolean}, {@code List}, {@code Map}, {@code None} and {@code Undefined}; nothing of Java can be reached from
 * a template, and nothing of the machine but the date. Lists and maps are never changed.
 */
@NullMarked
package dev.ponder.triton.client.jinja;

import org.jspecify.annotations.NullMarked;
