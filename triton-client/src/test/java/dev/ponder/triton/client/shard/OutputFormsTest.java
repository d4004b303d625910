package dev.ponder.triton.client.shard;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import dev.ponder.triton.client.generation.FailureKind;
import dev.ponder.triton.client.generation.FinishReason;
import dev.ponder.triton.client.generation.GenerationEnd;
import dev.ponder.triton.wire.InferTensorContents;
import dev.ponder.triton.wire.ModelInferResponse;
import dev.ponder.triton.wire.ModelInferResponse.InferOutputTensor;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Outputs in forms that metadata does not promise. */
class OutputFormsTest {

    private static final String ID = "g-1";

    @Test
    void readsTypedContentsToo() throws Exception {
        ModelInferResponse typed = ModelInferResponse.newBuilder()
                .addOutputs(InferOutputTensor.newBuilder()
                        .setName("text_output")
                        .setDatatype("BYTES")
                        .setContents(InferTensorContents.newBuilder().addBytesContents(ByteString.copyFromUtf8("½"))))
                .build();

        assertThat(textOf(ShardFixture.llmapi((_, out) -> out.onNext(Wire.with(ID, true, typed)))))
                .isEqualTo("½");
    }

    @Test
    void readsIdsOfSixtyFourBits() throws Exception {
        ByteBuffer raw = ByteBuffer.allocate(Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        ModelInferResponse wide = Wire.output(
                "output_ids", "INT64", ByteString.copyFrom(raw.putLong('x').flip()), 1, 1, 1);

        assertThat(textOf(ShardFixture.ifb((_, out) -> out.onNext(Wire.with(ID, true, wide)))))
                .isEqualTo("x");
    }

    @Test
    void readsNumbersThatCameAsStrings() throws Exception {
        ModelInferResponse strings = Wire.output("output_ids", "BYTES", Wire.string("120"), 1, 1, 1);

        assertThat(textOf(ShardFixture.ifb((_, out) -> out.onNext(Wire.with(ID, true, strings)))))
                .isEqualTo("x");
    }

    @Test
    void failsWhereTextCameAsNumbersAndClosesItsStream() throws Exception {
        RecordingListener listener = new RecordingListener();
        ModelInferResponse wrong = Wire.output("text_output", "FP32", Wire.string("7"), 1);
        try (ShardFixture fixture = ShardFixture.llmapi((_, out) -> out.onNext(Wire.with(ID, false, wrong)))) {
            fixture.shard().start(ShardFixture.request(), listener);

            assertThat(listener.end())
                    .isInstanceOfSatisfying(
                            GenerationEnd.Failed.class,
                            failed -> assertThat(failed.kind()).isEqualTo(FailureKind.UNREADABLE));
            assertThat(fixture.server().cancelled.await(20, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void failsWhereTextIsNotCumulative() throws Exception {
        RecordingListener listener = new RecordingListener();
        try (ShardFixture fixture = ShardFixture.llmapi((_, out) -> {
            out.onNext(Wire.text(ID, "seven", false));
            out.onNext(Wire.text(ID, "nine", true));
        })) {
            fixture.shard().start(ShardFixture.request(), listener);

            assertThat(listener.end())
                    .isInstanceOfSatisfying(
                            GenerationEnd.Failed.class,
                            failed -> assertThat(failed.kind()).isEqualTo(FailureKind.UNREADABLE));
        }
    }

    @Test
    void readsTheReasonOfTheEndAndOverlooksOneThatIsNoText() throws Exception {
        assertThat(reasonOf(Wire.output("finish_reason", "BYTES", Wire.string("length"), 1)))
                .isEqualTo(FinishReason.LENGTH);
        assertThat(reasonOf(Wire.output("finish_reason", "FP32", Wire.string("length"), 1)))
                .isEqualTo(FinishReason.UNKNOWN);
    }

    private static FinishReason reasonOf(ModelInferResponse said) throws Exception {
        try (ShardFixture fixture = ShardFixture.llmapi((_, out) -> out.onNext(Wire.with(ID, true, said)))) {
            RecordingListener listener = new RecordingListener();
            fixture.shard().start(ShardFixture.request(), listener);
            return ((GenerationEnd.Completed) listener.end()).reason();
        }
    }

    private static String textOf(ShardFixture opened) throws Exception {
        try (ShardFixture fixture = opened) {
            RecordingListener listener = new RecordingListener();
            fixture.shard().start(ShardFixture.request(), listener);
            assertThat(listener.end()).isInstanceOf(GenerationEnd.Completed.class);
            return listener.text();
        }
    }
}
