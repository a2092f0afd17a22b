package dev.plumbline.verification;

import java.util.List;

/**
 * A verification that has just ended.
 *
 * @param transitions what has changed since the one before
 * @param newest false if one that was begun later has ended already
 */
public record Verification(Report report, List<Transition> transitions, boolean newest) {}
