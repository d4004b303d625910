package dev.ponder.models.sizing;

import dev.ponder.models.catalogue.Catalogue;
import dev.ponder.models.catalogue.Mix;
import dev.ponder.models.catalogue.Precision;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Looks for the least change with which a deployment fits: shorter sequences, more GPUs, smaller weights, other GPUs. Pure. */
final class Remedy {

    private static final List<Integer> TENSOR = List.of(2, 4, 8, 16);

    private final Catalogue catalogue;
    private final Sizing sizing;

    Remedy(Catalogue catalogue, Sizing sizing) {
        this.catalogue = catalogue;
        this.sizing = sizing;
    }

    String of(Deployment asked) {
        List<String> found = new ArrayList<>();
        shorter(asked).ifPresent(found::add);
        moreGpus(asked).ifPresent(found::add);
        smaller(asked).ifPresent(found::add);
        otherGpu(asked).ifPresent(found::add);
        return found.isEmpty()
                ? "no GPU and no precision of the catalogue has room for it; take a smaller model"
                : String.join(", or ", found);
    }

    private Optional<String> shorter(Deployment asked) {
        for (int tokens = asked.sequence() / 2; tokens >= 1024; tokens /= 2) {
            if (fits(asked.withSequence(tokens))) {
                return Optional.of("ask for sequences of at most " + tokens + " tokens");
            }
        }
        return Optional.empty();
    }

    private Optional<String> moreGpus(Deployment asked) {
        return TENSOR.stream()
                .filter(tensor -> tensor > asked.ranks().tensor())
                .filter(tensor -> fits(
                        asked.on(asked.gpu(), new Ranks(tensor, asked.ranks().pipeline()))))
                .findFirst()
                .map(tensor ->
                        "take " + tensor * asked.ranks().pipeline() + " of them (tensor parallel " + tensor + ")");
    }

    private Optional<String> smaller(Deployment asked) {
        int bits = catalogue.precision(asked.mix().base()).bits();
        return catalogue.precisions().entrySet().stream()
                .filter(each -> isSmaller(each.getValue(), bits))
                .filter(each -> fits(asked.with(Mix.of(each.getKey()))))
                .findFirst()
                .map(each -> "keep the weights as " + each.getKey());
    }

    private static boolean isSmaller(Precision precision, int bits) {
        return precision.bits() < bits;
    }

    private Optional<String> otherGpu(Deployment asked) {
        long now = catalogue.gpu(asked.gpu()).bytes();
        return catalogue.gpus().entrySet().stream()
                .filter(each -> each.getValue().bytes() > now)
                .sorted((one, other) ->
                        Long.compare(one.getValue().bytes(), other.getValue().bytes()))
                .filter(each -> fits(asked.on(each.getKey(), asked.ranks())))
                .findFirst()
                .map(each -> "take " + each.getKey());
    }

    private boolean fits(Deployment deployment) {
        return switch (sizing.bare(deployment)) {
            case Fit.Fits _ -> true;
            case Fit.Refused _ -> false;
        };
    }
}
