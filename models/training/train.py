"""Trains one part of the starter model: `python train.py STAGE SECONDS`, the stages in the order listed."""

from __future__ import annotations

import train_controlnet
import train_metrics
import train_tokenizer
import train_unet
import train_vae
from optimisation import allow_fast_matrices
from settings import argument_parser, log, settings_of

STAGES = {
    "tokenizer": train_tokenizer.train,
    "vae": train_vae.train,
    "unet": train_unet.train,
    "controlnet": train_controlnet.train,
    "metrics": train_metrics.train,
}


def main() -> None:
    parser = argument_parser(__doc__)
    parser.add_argument("stage", choices=STAGES, help="what to train")
    parser.add_argument("seconds", type=float, nargs="?", default=10.0, help="how long to train")
    arguments = parser.parse_args()
    allow_fast_matrices()
    STAGES[arguments.stage](settings_of(arguments), arguments.seconds)
    log("done:", arguments.stage)


if __name__ == "__main__":
    main()
