#!/usr/bin/env bash
# After ./mvnw package: packages these sources once more, in another folder and as somebody else in another country, and tells each file of
# target/quarkus-app that is not the same bytes. Fails where there is one.
set -euo pipefail
cd "$(dirname "$0")/../.."
sums() {
    (cd "$1/target" && find quarkus-app bom.json -type f -exec sha256sum {} + | sort -k 2)
}
ours=$(sums .)
other=$(mktemp -d)
trap 'rm -rf "$other"' EXIT
umask 077
tar -c --exclude=./target --exclude=./.git . | tar -x -C "$other"
(cd "$other" && TZ=Asia/Tokyo JAVA_TOOL_OPTIONS="-Duser.language=tr -Duser.country=TR" ./mvnw -B -q package -DskipTests)
diff <(echo "$ours") <(sums "$other")
echo "The same bytes twice: $(wc -l <<<"$ours") files."
