package dev.ponder.models.sizing;

import dev.ponder.models.catalogue.Architecture;
import dev.ponder.models.catalogue.Catalogue;
import dev.ponder.models.catalogue.Gpu;
import dev.ponder.models.catalogue.Linear;
import dev.ponder.models.catalogue.ModelShape;
import dev.ponder.models.catalogue.Precision;
import java.util.Optional;

/** Whether a model can be cut and run as a deployment says, whatever its size. Pure. */
final class Placement {

    private final Catalogue catalogue;

    Placement(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    Optional<Fit.Refused> refusal(Deployment deployment) {
        ModelShape shape = catalogue.model(deployment.model());
        return cut(shape, deployment)
                .or(() -> runs(deployment))
                .or(() -> grouped(shape, deployment))
                .or(() -> reach(shape, deployment));
    }

    private static Optional<Fit.Refused> cut(ModelShape shape, Deployment deployment) {
        int tensor = deployment.ranks().tensor();
        boolean shared = shape.kvHeads() % tensor == 0 || tensor % shape.kvHeads() == 0;
        if (shape.heads() % tensor != 0 || shape.intermediate() % tensor != 0 || !shared) {
            return refused(
                    "tensor parallel of %d does not divide %d heads, %d KV heads and %d of the MLP"
                            .formatted(tensor, shape.heads(), shape.kvHeads(), shape.intermediate()),
                    "take one that divides them all, such as 1 or 2");
        }
        if (deployment.ranks().pipeline() > shape.layers()) {
            return refused(
                    "pipeline parallel of %d has more stages than the %d layers"
                            .formatted(deployment.ranks().pipeline(), shape.layers()),
                    "take fewer stages");
        }
        return Optional.empty();
    }

    private Optional<Fit.Refused> runs(Deployment deployment) {
        Gpu gpu = catalogue.gpu(deployment.gpu());
        if (deployment.kv() == KvType.FP8 && gpu.architecture().compareTo(Architecture.ADA) < 0) {
            return refused(
                    deployment.gpu() + " is " + gpu.architecture() + ", which has no fp8 for keys and values",
                    "keep them as bf16 or int8");
        }
        return deployment.mix().names().stream()
                .filter(name -> !catalogue.precision(name).architectures().contains(gpu.architecture()))
                .findFirst()
                .flatMap(name -> refused(
                        deployment.gpu() + " is " + gpu.architecture() + ", where TensorRT-LLM does not run " + name,
                        "take a precision that lists " + gpu.architecture() + ", or another GPU"));
    }

    /** A group of inputs with one scale must lie on one GPU. */
    private Optional<Fit.Refused> grouped(ModelShape shape, Deployment deployment) {
        int tensor = deployment.ranks().tensor();
        for (String name : deployment.mix().names()) {
            Precision precision = catalogue.precision(name);
            for (Linear linear : shape.linears()) {
                long inputs = linear.split() == Linear.Split.INPUTS ? linear.inputs() / tensor : linear.inputs();
                if (precision.group() > 0 && inputs % precision.group() != 0) {
                    return refused(
                            "%s has groups of %d, which do not divide the %d inputs of %s on each of %d GPUs"
                                    .formatted(name, precision.group(), inputs, linear.name(), tensor),
                            "take fewer GPUs for each layer, or a precision without groups");
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<Fit.Refused> reach(ModelShape shape, Deployment deployment) {
        return deployment.sequence() <= shape.longest()
                ? Optional.empty()
                : refused(
                        "sequences of %d tokens are longer than the model's %d"
                                .formatted(deployment.sequence(), shape.longest()),
                        "ask for at most " + shape.longest());
    }

    private static Optional<Fit.Refused> refused(String why, String fix) {
        return Optional.of(new Fit.Refused(why, fix));
    }
}
