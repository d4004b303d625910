package dev.ponder.bench.start;

/** A way to pack a service. */
enum Form {
    /** Quarkus's usual fast-jar, without any cache. */
    PLAIN("fast-jar"),
    /** As in the images: aot-jar with a start-up cache. */
    SHIPPED("aot-jar + cache");

    private final String title;

    Form(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }
}
