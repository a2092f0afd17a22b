#!/usr/bin/env bash
# How long the packaged service takes from its start until it is ready, in seconds, and the most memory it has used by then (resident),
# five times. The database that DATABASE_URL names has been migrated before. Which Java is JAVA_HOME's; what is said here are its options:
#   DATABASE_URL=... src/test/benchmark/start.sh -XX:AOTCache=target/quarkus-app/plumbline.aot
set -euo pipefail
cd "$(dirname "$0")/../../.."
export QUARKUS_HTTP_PORT=18081 QUARKUS_MANAGEMENT_PORT=18082
for _ in 1 2 3 4 5; do
    begun=$(date +%s%N)
    "$JAVA_HOME/bin/java" -XX:+UseSerialGC -Xmx256m "$@" -jar target/quarkus-app/quarkus-run.jar >/dev/null 2>&1 &
    until curl --silent --fail "localhost:$QUARKUS_MANAGEMENT_PORT/q/health/ready" >/dev/null; do
        kill -0 $! || exit 1
        sleep 0.02
    done
    ready=$(date +%s%N)
    printf '%d ms, %d MB\n' $(((ready - begun) / 1000000)) $(($(awk '/VmHWM/ { print $2 }' "/proc/$!/status") / 1024))
    kill $!
    wait $! || true
done
