package dev.plumbline.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** What connects the service with a server, and may be cut, or be silent. */
public final class Cable implements AutoCloseable {

    private final ServerSocket entrance;
    private final int server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private State state = State.WHOLE;

    private Cable(ServerSocket entrance, int server) {
        this.entrance = entrance;
        this.server = server;
    }

    /** What becomes of what is sent. */
    public enum State {
        WHOLE,
        /** Nothing comes through, and nobody is told. */
        SILENT,
        /** The same, and what is sent meanwhile has been forgotten afterwards, as its connection is. */
        LOST,
        /** Who is connected is cut off, and so is whoever connects. */
        CUT
    }

    /**
     * @param server the port of the server on this machine
     */
    public static Cable to(int server) {
        try {
            var cable = new Cable(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), server);
            cable.threads.execute(cable::accept);
            return cable;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public int port() {
        return entrance.getLocalPort();
    }

    public synchronized void is(State now) {
        state = now;
        if (now == State.CUT) {
            open.forEach(Cable::close);
        }
        notifyAll();
    }

    private void accept() {
        try {
            while (true) {
                Socket client = entrance.accept();
                threads.execute(() -> connect(client));
            }
        } catch (IOException e) {
            if (!entrance.isClosed()) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private void connect(Socket client) {
        open.add(client);
        if (!passes()) {
            close(client);
            return;
        }
        try {
            Socket there = new Socket(InetAddress.getLoopbackAddress(), server);
            open.add(there);
            threads.execute(() -> pump(client, there));
            pump(there, client);
        } catch (IOException e) {
            close(client);
        }
    }

    /** Until one of them has ended, for whatever reason: then the other has, too. */
    private void pump(Socket from, Socket to) {
        byte[] bytes = new byte[1 << 16];
        try (from;
                to) {
            for (int n = from.getInputStream().read(bytes);
                    n > 0 && passes();
                    n = from.getInputStream().read(bytes)) {
                to.getOutputStream().write(bytes, 0, n);
            }
        } catch (IOException e) {
            close(to);
        } finally {
            open.remove(from);
            open.remove(to);
        }
    }

    /** Once it is no longer silent. */
    private synchronized boolean passes() {
        try {
            boolean isLost = state == State.LOST;
            while (isLost || state == State.SILENT) {
                wait();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
        return state == State.WHOLE;
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        is(State.CUT);
        try {
            entrance.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        threads.shutdownNow();
    }
}
