package dev.ponder.models.fetch;

import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;

/** What a server's refusals mean. Pure. */
final class Answers {

    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;
    private static final int TIMEOUT = 408;
    private static final int RANGE = 416;
    private static final int TOO_MANY = 429;

    private Answers() {}

    static FetchException refused(URI address, HttpResponse<?> answer) {
        int status = answer.statusCode();
        String said = address.getHost() + " answers " + status;
        return switch (status) {
            case UNAUTHORIZED, FORBIDDEN ->
                FetchException.forGood(said + ": name a token with --token-file or --token-env, and accept the model's"
                        + " licence on its page where it asks for that");
            case NOT_FOUND ->
                FetchException.forGood(said + " for " + address.getPath() + ": check --model and --revision");
            case TOO_MANY -> FetchException.busy(said, wait(answer));
            case TIMEOUT, RANGE -> FetchException.passing(said);
            default -> status >= 500 ? FetchException.busy(said, wait(answer)) : FetchException.forGood(said);
        };
    }

    /** {@code Retry-After} in seconds; its other form, a date, is not worth trusting two clocks for. */
    private static Duration wait(HttpResponse<?> answer) {
        return answer.headers()
                .firstValue("retry-after")
                .filter(text -> text.matches("\\d{1,6}"))
                .map(text -> Duration.ofSeconds(Long.parseLong(text)))
                .orElse(Duration.ZERO);
    }
}
