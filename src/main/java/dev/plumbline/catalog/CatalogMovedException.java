package dev.plumbline.catalog;

import io.vertx.pgclient.PgException;
import java.util.Set;

/**
 * Somebody changed the schema while it was read: PostgreSQL's functions that print definitions look at the newest
 * catalog, not at the transaction's snapshot, and so find objects gone that the snapshot still holds.
 */
public final class CatalogMovedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Internal error ("could not open relation with OID 1", "cache lookup failed"), undefined table, undefined object. */
    private static final Set<String> SIGNS = Set.of("XX000", "42P01", "42704", "42883", "42703");

    public CatalogMovedException(String what) {
        super("the catalog changed while it was read: " + what);
    }

    static Throwable orSame(Throwable failure) {
        return failure instanceof PgException refusal && SIGNS.contains(refusal.getSqlState())
                ? new CatalogMovedException(refusal.getErrorMessage())
                : failure;
    }
}
