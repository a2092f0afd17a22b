package dev.plumbline.catalog;

/**
 * What a catalog was at one moment, told apart from every other moment at which it was otherwise.
 *
 * @param text another after every change
 * @param major the major version of the server
 */
public record Stamp(String text, int major) {}
