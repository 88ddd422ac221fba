"""torchvision's SVHN for files that are not the official ones byte for byte."""

from __future__ import annotations

from typing import ClassVar

from torchvision import datasets


class SVHN(datasets.SVHN):
    """``torchvision.datasets.SVHN`` without the official checksums, so that stand-ins and subsets load too.

    The files must be there already (``autograder.data.prepare("svhn")``); to download, use torchvision's class.
    """

    split_list: ClassVar[dict[str, list[str | None]]] = {
        split: [url, name, None] for split, (url, name, _) in datasets.SVHN.split_list.items()
    }
