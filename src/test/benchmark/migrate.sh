#!/usr/bin/env bash
# How long the command `migrate` takes, and Flyway alone, in turn: on a new database with what Supabase brings, and once more where
# nothing is pending. PGHOST, PGPORT and PGUSER say where there may be new databases, with no password; JAVA_HOME is JDK 25 or later,
# with which `./mvnw package -Paot` has been run:
#   PGHOST=localhost PGUSER=postgres src/test/benchmark/migrate.sh
set -euo pipefail
cd "$(dirname "$0")/../../.."
address="$PGHOST:${PGPORT:-5432}/plumbline_benchmark"
export PGDATABASE=postgres DATABASE_URL="postgresql://$PGUSER@$address"
scripts=src/main/resources/db/migration
package=target/quarkus-app

fresh() {
    psql --quiet --no-psqlrc --command "drop database if exists plumbline_benchmark" --command "create database plumbline_benchmark" 2>/dev/null
    psql --quiet --no-psqlrc --dbname plumbline_benchmark --file src/main/resources/platform/supabase.sql >/dev/null 2>&1
}

timed() {
    local begun ended
    begun=$(date +%s%N)
    "$JAVA_HOME/bin/java" -XX:+UseSerialGC "${@:2}" >/dev/null 2>&1
    ended=$(date +%s%N)
    printf '%s: %d ms\n' "$1" $(((ended - begun) / 1000000))
}

flyway=(-cp "$package/lib/main/*:target/test-classes" dev.plumbline.benchmark.FlywayAlone "jdbc:postgresql://$address" "$PGUSER" "$scripts")
plumbline=(-XX:AOTCache="$package/plumbline.aot" -XX:TieredStopAtLevel=1 -Xmx256m -jar "$package/quarkus-run.jar" migrate)
for _ in 1 2 3 4 5 6 7; do
    fresh
    timed "Flyway alone, new" "${flyway[@]}"
    timed "Flyway alone, nothing pending" "${flyway[@]}"
    fresh
    timed "migrate, new" "${plumbline[@]}"
    timed "migrate, nothing pending" "${plumbline[@]}"
done | sort
