package dev.ponder.scaling.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScalingPolicyTest {

    @Test
    void namesEachPolicyThatThereIs() throws ReflectiveOperationException {
        List<Object> names = new ArrayList<>();
        for (Class<?> policy : ScalingPolicy.class.getPermittedSubclasses()) {
            names.add(policy.getDeclaredField("NAME").get(null));
        }

        assertThat(ScalingPolicy.NAMES)
                .hasSameElementsAs(names.stream().map(String::valueOf).toList());
    }
}
