package dev.ponder.models.quantise;

import dev.ponder.models.folder.Digest;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The steps as one script of bash, for a container that has NVIDIA's tools and no Java. It does nothing where the stamp in its place is of
 * the same steps on the same snapshot, refuses a place that is somebody else's, writes beside its place and moves at the end. Pure.
 *
 * @param job what is made
 * @param source the stamp of the snapshot
 * @param tools what image makes it: another version makes it again
 * @param place where it is to be
 */
record Script(Job job, String source, String tools, String place) {

    /** What the stamp says, the same as long as nothing that counts has changed. */
    String stamp() {
        return "quantised " + Digest.of(String.join("\n", source, tools, String.valueOf(job), commands()));
    }

    private String commands() {
        List<Steps.Step> steps = Steps.of(job);
        return steps.stream()
                .map(step -> "# " + step.purpose() + "\n"
                        + step.command().stream().map(Script::quoted).collect(Collectors.joining(" ")))
                .collect(Collectors.joining("\n"));
    }

    /** Text for bash. */
    String text() {
        return HEAD.replace("@PLACE@", single(place))
                        .replace("@STAMP@", single(stamp()))
                        .replace("@SNAPSHOT@", single(job.paths().snapshot()))
                + rules()
                + commands()
                + TAIL;
    }

    private String rules() {
        return job.mix().isMixed()
                ? "cat >\"$OUT/rules.json\" <<'RULES'\n" + LayerRules.json(job.mix(), job.layers()) + "RULES\n"
                : "";
    }

    /** Variables of the script stay ones; everything else is taken as it is. */
    private static String quoted(String word) {
        if (word.startsWith("$OUT") || word.startsWith("$TOOLS")) {
            return "\"" + word + "\"";
        }
        return word.matches("[A-Za-z0-9_./-]+") ? word : single(word);
    }

    private static String single(String word) {
        return "'" + word.replace("'", "'\\''") + "'";
    }

    private static final String HEAD = """
            #!/usr/bin/env bash
            # Written by model-repository quantise. Runs where NVIDIA's tools and a GPU are.
            set -euo pipefail
            place=@PLACE@
            stamp=@STAMP@
            snapshot=@SNAPSHOT@
            TOOLS=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")" && pwd -P)
            OUT=$(dirname -- "$place")/.$(basename -- "$place").unfinished
            fail() { printf 'quantise: %s\\n' "$1" >&2; exit 3; }

            if [ -r "$place/.ponder-stamp" ] && [ "$(cat "$place/.ponder-stamp")" = "$stamp" ]; then
                echo "quantise: $place is there already"
                exit 0
            fi
            if [ -e "$place" ] && [ ! -e "$place/.ponder-stamp" ] && [ -n "$(ls -A "$place")" ]; then
                fail "$place holds something that this command did not write; name another folder, or empty it"
            fi
            [ -r "$snapshot/config.json" ] || fail "there is no snapshot in $snapshot: run the fetch first"
            if [ -z "${PONDER_QUANTISE_WITHOUT_GPU:-}" ] && [ ! -e /dev/nvidiactl ]; then
                fail "no GPU here (no /dev/nvidiactl): these steps run in NVIDIA's container on a node that has one"
            fi
            rm -rf "$OUT"
            mkdir -p "$OUT"

            """;

    private static final String TAIL = """


            # The tokeniser goes with the weights.
            if [ -d "$OUT/model" ]; then
                for file in "$snapshot"/tokenizer* "$snapshot"/*.jinja "$snapshot"/vocab.* "$snapshot"/merges.txt \\
                    "$snapshot"/special_tokens_map.json "$snapshot"/generation_config.json; do
                    [ ! -e "$file" ] || [ -e "$OUT/model/$(basename -- "$file")" ] || cp -- "$file" "$OUT/model/"
                done
            fi
            printf '%s\\n' "$stamp" >"$OUT/.ponder-stamp"
            old=$(dirname -- "$place")/.$(basename -- "$place").replaced
            rm -rf "$old"
            [ ! -e "$place" ] || mv -T -- "$place" "$old"
            mv -T -- "$OUT" "$place"
            rm -rf "$old"
            echo "quantise: $place is complete"
            """;
}
