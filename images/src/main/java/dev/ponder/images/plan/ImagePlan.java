package dev.ponder.images.plan;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * An image to be made of a module's jars.
 *
 * @param name what the image is called after the repository's name
 * @param module whose jars are in it
 * @param shape how the module's build lays them
 * @param ports TCP ports that it serves on by default; none of a program that ends by itself
 * @param arguments what its program is told where nobody says otherwise
 * @param about one sentence for people
 */
public record ImagePlan(
        String name, String module, Shape shape, List<Integer> ports, List<String> arguments, String about) {

    public ImagePlan {
        requireNonNull(name, "name is null");
        requireNonNull(module, "module is null");
        requireNonNull(shape, "shape is null");
        ports = List.copyOf(ports);
        arguments = List.copyOf(arguments);
        requireNonNull(about, "about is null");
    }

    /** Whether its program serves until it is stopped; another ends when it has done what it was told. */
    public boolean serves() {
        return !ports.isEmpty();
    }
}
