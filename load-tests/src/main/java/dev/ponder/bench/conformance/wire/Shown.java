package dev.ponder.bench.conformance.wire;

import com.google.protobuf.ByteString;
import dev.ponder.triton.wire.InferParameter;
import dev.ponder.triton.wire.ModelInferResponse;
import dev.ponder.triton.wire.ModelStreamInferResponse;
import io.grpc.Status;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** Answers as lines, without what promises nothing: where a backend's code lies, the order of outputs, long texts. Pure. */
public final class Shown {

    private static final String TRACEBACK = "\n\nAt:\n";
    private static final int LONG_TEXT = 100;

    private Shown() {}

    /** A status: its code, and the server's words. */
    public static String status(Status status) {
        String said = status.getDescription() == null ? "" : status.getDescription();
        return said.isEmpty() ? status.getCode().name() : status.getCode() + ": " + words(said);
    }

    /** The server's words, a backend's traceback cut off. */
    public static String words(String said) {
        int traceback = said.indexOf(TRACEBACK);
        return traceback < 0 ? said : said.substring(0, traceback) + " (and a traceback)";
    }

    /** A message of a stream. */
    public static String message(ModelStreamInferResponse message) {
        ModelInferResponse response = message.getInferResponse();
        return message.getErrorMessage().isEmpty()
                ? response(response)
                : "error '" + words(message.getErrorMessage()) + "' " + response(response);
    }

    /** A response. */
    public static String response(ModelInferResponse response) {
        StringBuilder line = new StringBuilder(
                "id=" + response.getId() + " model=" + response.getModelName() + ":" + response.getModelVersion());
        response.getOutputsList().stream()
                .map(output -> " " + output.getName() + " " + output.getDatatype() + output.getShapeList())
                .sorted()
                .forEach(line::append);
        List<String> texts = texts(response);
        if (!texts.isEmpty()) {
            line.append(" text=").append(texts);
        }
        return line.append(parameters(response)).toString();
    }

    /** The texts of a response. */
    public static List<String> texts(ModelInferResponse response) {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < Math.min(response.getOutputsCount(), response.getRawOutputContentsCount()); i++) {
            if (response.getOutputs(i).getName().equals("text_output")) {
                texts.addAll(strings(response.getRawOutputContents(i)));
            }
        }
        return texts;
    }

    private static List<String> strings(ByteString raw) {
        List<String> strings = new ArrayList<>();
        ByteString rest = raw;
        while (rest.size() >= Integer.BYTES) {
            int length =
                    rest.asReadOnlyByteBuffer().order(ByteOrder.LITTLE_ENDIAN).getInt();
            String text = rest.substring(Integer.BYTES, Integer.BYTES + length).toString(StandardCharsets.UTF_8);
            strings.add(length < LONG_TEXT ? text : "<" + length + " bytes>");
            rest = rest.substring(Integer.BYTES + length);
        }
        return strings;
    }

    private static String parameters(ModelInferResponse response) {
        StringBuilder shown = new StringBuilder();
        new TreeMap<>(response.getParametersMap())
                .forEach((name, value) ->
                        shown.append(' ').append(name).append('=').append(value(value)));
        return shown.toString();
    }

    private static String value(InferParameter value) {
        return switch (value.getParameterChoiceCase()) {
            case BOOL_PARAM -> Boolean.toString(value.getBoolParam());
            case INT64_PARAM -> Long.toString(value.getInt64Param());
            case STRING_PARAM -> value.getStringParam();
            case DOUBLE_PARAM -> Double.toString(value.getDoubleParam());
            case UINT64_PARAM -> Long.toUnsignedString(value.getUint64Param());
            case PARAMETERCHOICE_NOT_SET -> "nothing";
        };
    }
}
