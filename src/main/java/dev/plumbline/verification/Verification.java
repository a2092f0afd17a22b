package dev.plumbline.verification;

import java.util.List;

/** A verification that has just ended, and what has changed since the one before. */
public record Verification(Report report, List<Transition> transitions) {}
