package dev.ponder.testkafka;

import java.util.Locale;

/** What whoever runs the tests asked for. */
enum Wish {
    /** Containers, whose images are pulled where they are missing; fails without an engine. */
    CONTAINERS,
    /** A broker in the test's own JVM, whatever engine there is. */
    EMBEDDED,
    /** Containers where that costs no download, else embedded. */
    AUTO;

    /** Reads one of the three words. */
    static Wish of(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "containers" -> CONTAINERS;
            case "embedded" -> EMBEDDED;
            case "auto", "" -> AUTO;
            default ->
                throw new IllegalArgumentException(
                        "PONDER_PARTS (or -Dponder.parts) is containers, embedded or auto, and not " + word);
        };
    }
}
