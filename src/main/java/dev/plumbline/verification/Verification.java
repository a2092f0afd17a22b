package dev.plumbline.verification;

import java.util.List;

/**
 * A verification that has just ended.
 *
 * @param transitions what has changed since the one before, of whichever replica
 * @param newest false if what another has written meanwhile contradicts it: then it is time for another look
 */
public record Verification(Report report, List<Transition> transitions, boolean newest) {}
