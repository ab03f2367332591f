#!/bin/sh
# SPDX-License-Identifier: BSL-1.0
# check.sh FORMAT: reads the samples in this folder with a program that knows the format.
set -eu
here=$(dirname "$0")

needs() {
  for program; do
    command -v "$program" >/dev/null && return
  done
  echo "skipped: $* is not installed"
  exit 0
}

case $1 in
  csv | html)
    needs python3
    python3 "$here/check.py" "$1" ./*."$1"
    ;;
  tidy)
    needs tidy
    tidy -q -e -utf8 handout.html nasty.html two.html patient.html
    ;;
  markdown)
    needs pandoc cmark-gfm
    needs python3
    for sample in handout nasty; do
      if command -v pandoc >/dev/null; then pandoc -f gfm -t html $sample.md >$sample.md.html
      else cmark-gfm -e table -e footnotes --unsafe $sample.md >$sample.md.html
      fi
    done
    python3 "$here/check.py" markdown handout.md.html nasty.md.html
    ;;
  latex)
    needs pdflatex
    for style in booktabs longtable hyperref geometry; do
      kpsewhich $style.sty >/dev/null || { echo "skipped: LaTeX lacks $style"; exit 0; }
    done
    slides=
    if kpsewhich beamer.cls >/dev/null; then slides='handout_slides nasty_slides'; else echo 'LaTeX lacks beamer'; fi
    for sample in handout nasty handout_part nasty_part $slides; do
      for _ in 1 2; do
        pdflatex -interaction=nonstopmode -halt-on-error $sample.tex >$sample.said || { tail -n 20 $sample.said; exit 1; }
      done
      # Nothing stands beside the page or over its neighbour.
      case $sample in *_part | *_slides) continue ;; esac
      if grep -A1 'Overfull' $sample.log; then exit 1; fi
    done
    ;;
  paper)
    needs chromium chromium-browser google-chrome
    needs pdftotext
    browser=$(command -v chromium || command -v chromium-browser || command -v google-chrome)
    print_page() {
      "$browser" --headless --no-sandbox --disable-gpu --user-data-dir="$PWD/browser" --no-pdf-header-footer \
        --print-to-pdf="$1_page.pdf" "file://$PWD/$1.html" >"$1_page.said" 2>&1
    }
    pages_of() { pdfinfo "$1_page.pdf" | sed -n 's/^Pages: *//p'; }
    # A short table, the warnings below it and its sources stand on one page, in this order.
    print_page handout
    test "$(pages_of handout)" -eq 1
    pdftotext handout_page.pdf - | tr -d '\n-' | grep -q 'Label warnings.*SENZAPDN 2021'
    # What is handed out is upright, in 12 points.
    grep -q 'A4 portrait' patient.html
    grep -q 'font: 12pt' patient.html
    print_page patient
    test "$(pages_of patient)" -le 2
    ;;
esac
