package dev.plumbline.catalog;

import java.util.List;
import java.util.SortedMap;

/**
 * What is known of a read beyond the objects.
 *
 * @param server the version of PostgreSQL, as the server says it
 * @param unmodelled how many objects the database has of kinds that are not read, in PostgreSQL's own words for them
 * @param hidden the catalogs that this role may not look into, so that not even that is known of them
 */
public record Reading(String server, SortedMap<String, Long> unmodelled, List<String> hidden) {}
