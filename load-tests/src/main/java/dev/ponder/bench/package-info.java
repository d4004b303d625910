/**
 * The benches: every speed or economy claim is a command here that prints a small table and writes JSON, with its baseline in
 * the same run. Each bench starts the shipped jars as processes of their own; what is measured never lives in this module.
 */
@NullMarked
package dev.ponder.bench;

import org.jspecify.annotations.NullMarked;
