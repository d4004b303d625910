package dev.ponder.models.sizing;

import dev.ponder.models.catalogue.Catalogue;
import dev.ponder.models.catalogue.ModelShape;
import dev.ponder.models.terminal.Bytes;

/**
 * The law of what fits: a GPU holds its part of the weights, a reserve, and of what is left a share as cache, cut into blocks. Pure.
 */
public final class Sizing {

    private final Catalogue catalogue;
    private final Placement placement;
    private final Remedy remedy;

    /** Knows a catalogue. */
    public Sizing(Catalogue catalogue) {
        this.catalogue = catalogue;
        this.placement = new Placement(catalogue);
        this.remedy = new Remedy(catalogue, this);
    }

    /** Says whether it fits, and where not what would. */
    public Fit of(Deployment deployment) {
        return switch (bare(deployment)) {
            case Fit.Fits fits -> fits;
            case Fit.Refused refused
            when refused.fix().isEmpty() -> new Fit.Refused(refused.why(), remedy.of(deployment));
            case Fit.Refused refused -> refused;
        };
    }

    /** The bytes of all weights of a deployment. */
    public long weights(Deployment deployment) {
        return law(deployment).whole();
    }

    /** The same without looking for a remedy where memory is short. */
    Fit bare(Deployment deployment) {
        return placement.refusal(deployment).<Fit>map(refused -> refused).orElseGet(() -> measured(deployment));
    }

    private Fit measured(Deployment deployment) {
        ModelShape shape = catalogue.model(deployment.model());
        long memory = catalogue.gpu(deployment.gpu()).bytes();
        long whole = law(deployment).whole();
        long weights = law(deployment).largest(deployment.ranks());
        long reserve = ReserveLaw.bytes(shape, catalogue.reserves(), deployment);
        long left = memory - weights - reserve;
        long cache = left <= 0 ? 0 : (long) (left * deployment.freeShare());
        long tokenBytes = KvLaw.bytesToken(shape, deployment.kv(), deployment.ranks());
        long blocks = cache / (tokenBytes * deployment.blockTokens());
        long tokens = blocks * deployment.blockTokens();
        if (tokens < deployment.sequence()) {
            return new Fit.Refused(shortage(deployment, memory, whole, weights, reserve, tokens, tokenBytes), "");
        }
        return new Fit.Fits(whole, weights, reserve, cache, tokenBytes, blocks, tokens, tokens / deployment.sequence());
    }

    private String shortage(
            Deployment deployment, long memory, long whole, long weights, long reserve, long tokens, long tokenBytes) {
        String has = "%s has %s; %s as %s is %s of weights, of which a GPU of %d holds %s, and needs %s beside them"
                .formatted(
                        deployment.gpu(),
                        Bytes.gb(memory),
                        deployment.model(),
                        deployment.mix(),
                        Bytes.gb(whole),
                        deployment.ranks().world(),
                        Bytes.gb(weights),
                        Bytes.gb(reserve));
        String lacks = weights + reserve >= memory
                ? "; %s more than there is".formatted(Bytes.gb(weights + reserve - memory))
                : "; what is left has room for %d tokens at %d bytes a token, of %d that a sequence may have"
                        .formatted(tokens, tokenBytes, deployment.sequence());
        return has + lacks;
    }

    private WeightLaw law(Deployment deployment) {
        return new WeightLaw(catalogue, catalogue.model(deployment.model()), deployment.mix());
    }
}
