package dev.ponder.images.assembly;

/**
 * An image that was made.
 *
 * @param reference its name and tag
 * @param digest of its manifest
 */
public record Made(String reference, String digest) {}
