package dev.plumbline.ledger;

import java.time.Duration;
import java.util.function.Predicate;

/**
 * What a sink wants to be told.
 *
 * @param grouped whether what becomes known at the same time is one message
 * @param quiet how much later it is told: of a difference that has gone by then, never
 */
public record Subscription(String sink, boolean grouped, Duration quiet, Predicate<Notice> accepts) {}
