#!/usr/bin/env bash
# Makes the screenshots of the README from the running program, in a real terminal on a virtual display.
# Needs (Debian): xvfb xterm xdotool imagemagick fonts-dejavu-core fonts-noto-cjk
set -euo pipefail
cd "$(dirname "$0")/.."
cargo build --release

export LC_ALL=C.UTF-8 DISPLAY=:${DISPLAY_NUMBER:-87}
Xvfb "$DISPLAY" -screen 0 2560x1600x24 -nolisten tcp >/dev/null 2>&1 &
server=$!
trap 'kill "$server"' EXIT
sleep 1

# shot NAME COLUMNSxROWS KEYS: keys are names that xdotool knows.
shot() {
  xterm -fa 'DejaVu Sans Mono' -fd 'Noto Sans Mono CJK SC' -fs 14 -geometry "$2+0+0" -b 8 \
    -bg '#11151c' -fg '#d8dee9' -xrm '*allowSendEvents:true' -e target/release/guihua --records /dev/null &
  local terminal=$! window key
  sleep 2
  window=$(xdotool search --class xterm | tail -1)
  for key in $3; do
    xdotool key --window "$window" "$key"
    sleep 0.2
  done
  sleep 0.5
  import -window "$window" "png:screenshots/$1.png"
  kill "$terminal"
  wait "$terminal" 2>/dev/null || true
}

shot overview 100x32 ""
shot reading 120x36 "r bracketright bracketright bracketright bracketright bracketright"
shot targets 120x32 "t j"
shot tasks 100x32 "w 4 j j"
shot find 100x26 "slash t y f w"
shot card 100x30 "t j c"
