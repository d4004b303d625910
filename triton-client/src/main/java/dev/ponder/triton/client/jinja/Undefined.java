package dev.ponder.triton.client.jinja;

/**
 * What isn't there. It prints as nothing and is false; anything else that is done with it fails.
 *
 * @param name what was looked for, as a message names it
 */
record Undefined(String name) {

    JinjaException fault() {
        return new JinjaException(name + " is undefined");
    }
}
