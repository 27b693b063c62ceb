#!/bin/sh
# The last step of `make demo`: the sample article in the reader, in the background for a quarter of an hour; `make demo-stop` ends it before.
#   sh tools/demo_reader.sh KHABAR FOLDER       sh tools/demo_reader.sh stop FOLDER
set -eu
folder=$2
stop() {
    [ -f "$folder/reader.pid" ] && kill "$(cat "$folder/reader.pid")" 2>/dev/null || true
    rm -f "$folder/reader.pid"
}
stop
[ "$1" = stop ] && exit 0
: >"$folder/reader.log"
nohup "$1" serve tests/samples/copied_page.txt --port 0 --no-open --stop-after 15 >"$folder/reader.log" 2>&1 </dev/null &
echo $! >"$folder/reader.pid"
for _ in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26 27 28 29 30; do
    address=$(sed -n 's/^khabar: \(http[^ ]*\)$/\1/p' "$folder/reader.log")
    [ -n "$address" ] && echo "reader: $address (open it in a browser; it ends in 15 minutes, or with make demo-stop)" && exit 0
    kill -0 "$(cat "$folder/reader.pid")" 2>/dev/null || break
    sleep 1
done
cat "$folder/reader.log" >&2
exit 1
