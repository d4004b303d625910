package dev.ponder.cache.lookup;

/** What proving a stored chain came to. */
enum Verdict {
    /** It answers this question of this tenant. */
    PROVEN,
    /** It did, but it is too old. */
    EXPIRED,
    /** It is no chain, or another question's. */
    FALSE,
    /** It belongs to another tenant than the one who asks. */
    FOREIGN
}
