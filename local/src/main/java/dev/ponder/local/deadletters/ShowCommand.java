package dev.ponder.local.deadletters;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.ponder.local.connect.ConnectOptions;
import dev.ponder.local.launch.Checkout;
import dev.ponder.local.launch.LaunchException;
import dev.ponder.local.terminal.Screen;
import java.io.IOException;
import java.util.concurrent.Callable;
import org.apache.kafka.common.utils.Bytes;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ./ponder dead-letters show}. */
@Command(
        name = "show",
        mixinStandardHelpOptions = true,
        description = {
            "Headers of one letter, and what its value is made of: names of fields, types and lengths, nothing that it says.",
            "Headers of the sender's that may hold credentials show their length alone."
        })
final class ShowCommand implements Callable<Integer> {

    @Mixin
    private final ConnectOptions connect = new ConnectOptions();

    @Parameters(
            paramLabel = "PLACE",
            converter = Place.Converter.class,
            description = "TOPIC-PARTITION-OFFSET, as list shows it.")
    @SuppressWarnings("NullAway.Init") // picocli sets it before call()
    private Place place;

    @Option(
            names = "--payload",
            description = "Show value and all headers as they came; they may hold what a user asked.")
    private boolean payload;

    private final Screen screen;

    /** For the command line. */
    ShowCommand() {
        this(Screen.standard());
    }

    ShowCommand(Screen screen) {
        this.screen = screen;
    }

    @Override
    public Integer call() throws IOException, LaunchException {
        try (LetterReader reader = new LetterReader(connect.need(Checkout.current()))) {
            Letter letter = reader.at(place);
            screen.line("Place:  " + letter.place());
            screen.line("When:   " + letter.at());
            screen.line("Key:    " + size(letter.key()));
            screen.line("Value:  " + size(letter.value()));
            screen.line("Headers");
            ShownHeaders.of(letter.headers(), payload).forEach(line -> screen.line("  " + line));
            value(letter);
        }
        return 0;
    }

    private void value(Letter letter) {
        byte[] bytes = letter.value() == null ? new byte[0] : letter.value().get();
        if (payload) {
            screen.line(
                    "Value as it came; it may hold what a user asked. Characters that a terminal would obey are shown as \uFFFD.");
            screen.piece(new String(bytes, UTF_8));
            screen.endLine();
        } else if (bytes.length > 0) {
            screen.line("Made of (--payload shows what it says)");
            Structure.of(bytes).forEach(line -> screen.line("  " + line));
        }
    }

    private static String size(@Nullable Bytes bytes) {
        return bytes == null ? "none" : bytes.get().length + " bytes";
    }
}
