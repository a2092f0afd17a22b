#!/usr/bin/env bash
# After ./mvnw package: packages these sources once more, in another folder and as somebody else in another country, and tells each file of
# target/quarkus-app that is not the same bytes. Fails where there is one. Quarkus sorts by whole paths: where these sources come before Maven's
# repository, the others come after it.
set -euo pipefail
cd "$(dirname "$0")/../.."
sums() {
    (cd "$1/target" && find quarkus-app bom.json -type f -exec sha256sum {} + | sort -k 2)
}
ours=$(sums .)
repository=$(./mvnw -q help:evaluate -Dexpression=settings.localRepository -DforceStdout)
folders=$(mktemp -d)
trap 'rm -rf "$folders"' EXIT
LC_ALL=C
if [[ $PWD < $repository ]]; then
    other=$folders/2
else
    other=$folders/0
fi
ln -s "$repository" "$folders/1"
umask 077
mkdir "$other"
tar -c --exclude=./target --exclude=./.git . | tar -x -C "$other"
(cd "$other" && TZ=Asia/Tokyo JAVA_TOOL_OPTIONS="-Duser.language=tr -Duser.country=TR" ./mvnw -B -q -Dmaven.repo.local="$folders/1" package -DskipTests)
diff <(echo "$ours") <(sums "$other")
echo "The same bytes twice: $(wc -l <<<"$ours") files."
