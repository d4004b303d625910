package dev.ponder.bench.conformance.cases;

import dev.ponder.bench.conformance.wire.Pings;
import dev.ponder.bench.conformance.wire.Shown;
import dev.ponder.bench.server.Target;
import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.MethodDescriptor;
import io.grpc.MethodDescriptor.Marshaller;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.ClientCalls;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HexFormat;
import java.util.List;

/** Calls below the generated stubs: health, unknown methods, undecodable bytes, and pings. */
final class BareCases {

    private static final String SERVICE = "inference.GRPCInferenceService/";
    private static final int MANY_PINGS = 10;

    private BareCases() {}

    static List<Case> all() {
        return List.of(
                call("health", "grpc.health.v1.Health/Check", new byte[0]),
                call("health of a service", "grpc.health.v1.Health/Check", named("inference.GRPCInferenceService")),
                call("health of a service that is not there", "grpc.health.v1.Health/Check", named("no_such_service")),
                call("unknown method", SERVICE + "NoSuchMethod", new byte[0]),
                call("unknown service", "no.Such/Thing", new byte[0]),
                call("inference of bytes that are no message", SERVICE + "ModelInfer", new byte[] {-1, -1, -1, -1}),
                new Case("one ping is answered", target -> pings(target, 1)),
                new Case("many pings without a call end the connection", target -> pings(target, MANY_PINGS)));
    }

    private static List<String> pings(Target target, int count) throws IOException {
        return Pings.send(Target.HOST, target.grpcPort(), count);
    }

    /** A message whose first field is a text. */
    private static byte[] named(String text) {
        byte[] message = new byte[2 + text.length()];
        message[0] = 10;
        message[1] = (byte) text.length();
        for (int i = 0; i < text.length(); i++) {
            message[2 + i] = (byte) text.charAt(i);
        }
        return message;
    }

    private static Case call(String name, String method, byte[] message) {
        return new Case(name, target -> List.of(answer(target.channel(), method, message)));
    }

    static String answer(Channel channel, String method, byte[] message) {
        MethodDescriptor<byte[], byte[]> descriptor = MethodDescriptor.<byte[], byte[]>newBuilder()
                .setType(MethodDescriptor.MethodType.UNARY)
                .setFullMethodName(method)
                .setRequestMarshaller(new Bytes())
                .setResponseMarshaller(new Bytes())
                .build();
        try {
            byte[] answer = ClientCalls.blockingUnaryCall(channel, descriptor, CallOptions.DEFAULT, message);
            return "OK " + HexFormat.of().formatHex(answer);
        } catch (StatusRuntimeException refused) {
            return Shown.status(refused.getStatus());
        }
    }

    private static final class Bytes implements Marshaller<byte[]> {
        @Override
        public InputStream stream(byte[] value) {
            return new ByteArrayInputStream(value);
        }

        @Override
        public byte[] parse(InputStream stream) {
            try {
                return stream.readAllBytes();
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        }
    }
}
