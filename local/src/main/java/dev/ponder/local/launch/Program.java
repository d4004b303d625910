package dev.ponder.local.launch;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A process to be: one of the jars that ship, and what it is told.
 *
 * @param kind what it is; programs of a kind share a start-up cache
 * @param name which one it is, in messages and file names
 * @param jar the jar that starts
 * @param mainClass the class to start, or an empty text for the one that the jar names
 * @param heap the largest heap, in the form of {@code -Xmx}
 * @param properties system properties
 * @param arguments after the class or jar
 * @param readiness how it says that it serves
 */
record Program(
        String kind,
        String name,
        Path jar,
        String mainClass,
        String heap,
        Map<String, String> properties,
        List<String> arguments,
        Readiness readiness) {

    Program {
        requireNonNull(kind, "kind is null");
        requireNonNull(name, "name is null");
        requireNonNull(jar, "jar is null");
        requireNonNull(mainClass, "mainClass is null");
        requireNonNull(heap, "heap is null");
        properties = Map.copyOf(properties);
        arguments = List.copyOf(arguments);
        requireNonNull(readiness, "readiness is null");
    }
}
