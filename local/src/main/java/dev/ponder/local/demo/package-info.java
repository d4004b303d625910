/**
 * The demo: {@link dev.ponder.local.demo.DemoCommand} starts a stack, {@link dev.ponder.local.demo.DemoRun} asks and listens,
 * {@link dev.ponder.local.demo.Ledger} knows who was answered, and {@link dev.ponder.local.demo.Summary} adds up.
 */
@NullMarked
package dev.ponder.local.demo;

import org.jspecify.annotations.NullMarked;
