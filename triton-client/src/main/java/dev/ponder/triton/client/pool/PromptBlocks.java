package dev.ponder.triton.client.pool;

import java.util.ArrayList;
import java.util.List;

/**
 * A prompt's beginning in blocks of about 512 tokens, each named by a hash over all up to its end, so that equal names mean equal
 * prefixes. Four characters count as a token. The rest that fills no block is left out. Pure; keeps no text.
 */
final class PromptBlocks {

    static final int BLOCK_TOKENS = 512;

    private static final int CHARACTERS_PER_TOKEN = 4;
    private static final int BLOCK_CHARACTERS = BLOCK_TOKENS * CHARACTERS_PER_TOKEN;
    /** FNV-1a, 64 bits: spread enough to guess by; nothing is proven with it. */
    private static final long OFFSET = 0xcbf29ce484222325L;

    private static final long PRIME = 0x100000001b3L;

    private PromptBlocks() {}

    static List<Long> of(String prompt) {
        List<Long> blocks = new ArrayList<>(prompt.length() / BLOCK_CHARACTERS);
        long hash = OFFSET;
        for (int i = 0; i < prompt.length(); i++) {
            hash = (hash ^ prompt.charAt(i)) * PRIME;
            if ((i + 1) % BLOCK_CHARACTERS == 0) {
                blocks.add(hash);
            }
        }
        return blocks;
    }

    static int tokens(String prompt) {
        return Math.max(1, prompt.length() / CHARACTERS_PER_TOKEN);
    }
}
