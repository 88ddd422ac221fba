#!/usr/bin/env bash
# Makes the image that grades "%{slug}": run once by Gradescope, as root, with the zip unpacked in /autograder/source.
#   AUTOGRADER_TORCH_INDEX   package index with PyTorch's builds for processors only; empty: none
#   AUTOGRADER_REAL_DATA     1: download the real data sets; empty: make the stand-ins
set -euo pipefail
umask 022
export DEBIAN_FRONTEND=noninteractive PIP_NO_CACHE_DIR=1 PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_ROOT_USER_ACTION=ignore
base=/autograder
source=$base/source
venv=$base/venv
torch_index=${AUTOGRADER_TORCH_INDEX-%{torch_index}}
real_data=${AUTOGRADER_REAL_DATA-%{real_data}}
updated=

install() {
    [[ -n $updated ]] || apt-get update
    updated=1
    apt-get install -y --no-install-recommends "$@"
}

find_python() {
    local name
    for name in python3.13 python3.12 python3.11 python3; do
        # ensurepip is what Debian and Ubuntu leave out when python3.x-venv is not installed
        if "$name" -c 'import sys, ensurepip, venv; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
            command -v "$name"
            return
        fi
    done
    return 1
}

install_python() {
    local version
    apt-get update
    updated=1
    for version in 3.13 3.12 3.11; do
        if apt-cache show "python$version-venv" >/dev/null 2>&1; then
            install "python$version" "python$version-venv"
            return
        fi
    done
    echo "setup.sh: expected an image whose packages include Python 3.11 or newer; choose Ubuntu 22.04 or newer" >&2
    exit 1
}

# The hidden tests come first: whatever fails later, no other user can read them.
chmod -R go-rwx "$source"

if [[ ! -x $venv/bin/python ]]; then
    find_python >/dev/null || install_python
    "$(find_python)" -m venv "$venv"
fi
"$venv/bin/python" -c 'import sys, ctypes.util as u; sys.exit(u.find_library("seccomp") is None)' || install libseccomp2
[[ -e /etc/ssl/certs/ca-certificates.crt ]] || install ca-certificates

indexes=()
[[ -z $torch_index ]] || indexes=(--extra-index-url "$torch_index")
# The versions are the lock file's, so that an image built on another day grades alike.
"$venv/bin/python" -m pip install "${indexes[@]}" --constraint "$source/constraints.txt" "$source/%{requirement}"

export AUTOGRADER_CACHE=$base/cache
"$venv/bin/python" -I -m autograder.gradescope.prepare "%{slug}" ${real_data:+--real-data}
# Student code runs as another user: it must reach Python and the data, and nothing else here.
chmod go+rx "$base"
for folder in "$venv" "$base/cache" "$base/data"; do
    [[ ! -d $folder ]] || chmod -R go+rX "$folder"
done
[[ ! -d $base/data ]] || export AUTOGRADER_DATA=$base/data
"$venv/bin/autograder" doctor
