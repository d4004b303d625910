package dev.ponder.local;

/** The front door. */
public final class FrontDoor {
    private FrontDoor() {}

    /** Start. */
    public static void main(String... args) {}
}
