package dev.plumbline.command;

/** How a process ends; the order is that of the codes. */
enum Exit {
    FINE,
    FAILED,
    MISUSED,
    DRIFTED,
    UNREACHABLE;

    int code() {
        return ordinal();
    }
}
