#!/usr/bin/env bash
# Makes the pictures and the recording of the README from the running program, in a real terminal on a virtual display.
# Where a picture needs full data it shows the made-up county of docs/example-plan.yaml with the made-up records.csv of this
# folder, never an invented figure of the built-in plan.
# Needs (Debian): xvfb xterm xdotool imagemagick fonts-dejavu-core fonts-noto-cjk
# Usage: screenshots/make.sh [PROGRAM]; without it the release build is made and used.
set -euo pipefail
cd "$(dirname "$0")/.."
program=${1:-target/release/guihua}
[ $# -gt 0 ] || cargo build --release

work=$(mktemp -d)
# No picture begins where another one stopped.
export XDG_STATE_HOME="$work/state" XDG_DATA_HOME="$work/data"
export LC_ALL=C.UTF-8 DISPLAY=:${DISPLAY_NUMBER:-87}
Xvfb "$DISPLAY" -screen 0 2560x1600x24 -nolisten tcp >/dev/null 2>&1 &
server=$!
trap 'kill "$server"; rm -rf "$work"' EXIT
sleep 1

county=(--plan docs/example-plan.yaml --records "$work/records.yaml")
district=(--records /dev/null)
"$program" "${county[@]}" record --csv screenshots/records.csv --force >"$work/told"

terminal='' window=''
# open GROUND COLUMNSxROWS ARGUMENT...: the program in a terminal with a dark or light ground.
open() {
  rm -rf "$XDG_STATE_HOME"
  local back='#11151c' front='#d8dee9'
  [ "$1" = dark ] || back='#fbfaf6' front='#2b303b'
  xterm -tn xterm-256color -fa 'DejaVu Sans Mono' -fd 'Noto Sans Mono CJK SC' -fs "${SIZE:-13}" -geometry "$2+0+0" -b 8 \
    -bg "$back" -fg "$front" -e env COLORTERM=truecolor "$program" --config /dev/null --lang "${LANGUAGE:-zh}" "${@:3}" &
  terminal=$!
  sleep "${SETTLE:-2}"
  window=$(xdotool search --class xterm | tail -1)
  # Without the focus xterm ignores keys: events sent to a window by name count as synthetic.
  xdotool mousemove --window "$window" 300 600 windowfocus "$window"
}

close() {
  kill "$terminal"
  wait "$terminal" 2>/dev/null || true
}

# press KEY...: keys are names that xdotool knows, or type:TEXT.
press() {
  local key
  for key in "$@"; do
    case $key in
      type:*) xdotool type --delay 40 "${key#type:}" ;;
      *) xdotool key "$key" ;;
    esac
    sleep 0.2
  done
  sleep 0.4
}

# picture NAME: what the terminal shows, in few colours so that the file is small.
picture() {
  import -window "$window" "png:$work/$1.png"
  convert "$work/$1.png" -strip -colors 96 "png8:screenshots/$1.png"
}

# shot NAME GROUND COLUMNSxROWS "KEYS" ARGUMENT...
shot() {
  open "$2" "$3" "${@:5}"
  # shellcheck disable=SC2086
  press $4
  picture "$1"
  close
}

shot scoreboard dark 120x34 "Down Down Down" "${county[@]}"
shot targets light 120x34 "t Down Down" "${county[@]}"
shot card dark 100x30 "t Down Down c" "${county[@]}"
shot topic dark 120x36 "slash type:tuoyu Return" "${district[@]}"
shot reading light 140x36 "r colon type:2.3p3 Return parenright" "${district[@]}"
shot find dark 110x26 "slash type:tyfw" "${district[@]}"
shot help light 120x34 "t question" "${district[@]}"

# frame NAME DELAY: a frame of the recording, shown for hundredths of a second.
frames=()
frame() {
  import -window "$window" "png:$work/$1.png"
  frames+=(-delay "$2" "$work/$1.png")
}

# Three uses: a question of a meeting, a look back through the years, from a figure to its sentence.
SIZE=11 open dark 100x30 "${county[@]}"
frame 10 150
press slash; frame 11 60
press type:tuo; frame 12 60
press type:yu; frame 13 150
press Return; frame 14 300
press Escape o; frame 20 120
for n in 1 2 3 4; do press less; frame "2$n" 90; done
for n in 5 6 7 8; do press greater; frame "2$n" 60; done
frame 29 120
press t Down Down; frame 30 120
press c; frame 31 250
press Escape Return; frame 32 300
close
convert "${frames[@]}" -loop 0 -colors 48 -layers optimize screenshots/uses.gif
ls -l screenshots
