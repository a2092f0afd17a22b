package dev.plumbline.catalog;

import dev.plumbline.schema.Schema;

/**
 * What one look at a database saw.
 *
 * @param schema all objects of the schemas asked for, and those of the database itself
 * @param server the version of PostgreSQL, as the server says it
 */
public record Reading(Schema schema, String server) {}
