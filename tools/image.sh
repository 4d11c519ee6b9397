#!/bin/sh
# Makes what a container image holds: tools/image.sh SOURCE PREFIX STATE
#   SOURCE  the project (pyproject.toml, README.md, requirements.txt, bot/, index/, data/); nothing is written there
#   PREFIX  becomes a virtual environment: the command in bin/, the data in share/indrumar/data/. It cannot be
#           moved afterwards
#   STATE   gets the built index, so that the first question waits for nothing
# PY names the Python to use, 3.11 or newer. The Dockerfile runs this, and so does tests/test_image.py.
set -eu
if [ $# -ne 3 ]; then
  echo "usage: tools/image.sh SOURCE PREFIX STATE" >&2
  exit 2
fi
if [ -e "$2" ]; then
  echo "$2 is already there" >&2
  exit 1
fi
umask 022
# another project's code on the path would be the one that builds the index
unset PYTHONPATH
mkdir -p "$2" "$3"
source=$(cd "$1" && pwd)
prefix=$(cd "$2" && pwd)
state=$(cd "$3" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

pip() {
  "$prefix/bin/python" -m pip --quiet --disable-pip-version-check --no-cache-dir "$@"
}

# What it needs, from the lock; never compiled here.
"${PY:-python3}" -m venv "$prefix"
pip install --require-hashes --only-binary :all: -r "$source/requirements.txt"

# The project itself. Building leaves files beside the source, so a copy is built; found by its name and not
# by its path, pip notes no path of the builder in what it installs.
mkdir "$work/source" "$work/wheel"
cp -R "$source/pyproject.toml" "$source/README.md" "$source/bot" "$source/index" "$work/source"
pip wheel --no-deps --no-build-isolation --wheel-dir "$work/wheel" "$work/source"
pip install --no-deps --no-index --find-links "$work/wheel" indrumar
mkdir -p "$prefix/share/indrumar"
cp -R "$source/data" "$prefix/share/indrumar/data"

# No question at all still builds the index. Asked from an empty folder: settings are read from a .env file too.
mkdir "$work/empty"
cd "$work/empty"
INDRUMAR_DATA_DIR=$prefix/share/indrumar/data INDRUMAR_STATE_DIR=$state \
  "$prefix/bin/indrumar" ask --json - </dev/null

# Nothing that builds or installs stays; all may read the rest, whatever the modes of the source were.
pip uninstall --yes setuptools pip
chmod -R u=rwX,go=rX "$prefix" "$state"
