"""CLIP's byte-level byte-pair encoding: learning the merges, encoding text, reading and writing the files.

Needs nothing but the standard library.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from pathlib import Path

START = "<|startoftext|>"
END = "<|endoftext|>"
WORD_END = "</w>"
LENGTH = 77
"""Tokens of an encoded text, the start and end tokens included."""

Merge = tuple[str, str]


def _printable_bytes() -> dict[int, str]:
    """Maps each byte to a printable character, in the order in which CLIP's vocabulary lists them."""
    printable = [*range(33, 127), *range(161, 173), *range(174, 256)]
    characters = {byte: chr(byte) for byte in printable}
    for byte in range(256):
        if byte not in characters:
            characters[byte] = chr(256 + len(characters) - len(printable))
    return characters


BYTE_CHARACTERS = _printable_bytes()
WORD_PATTERN = re.compile(
    r"<\|startoftext\|>|<\|endoftext\|>|'s|'t|'re|'ve|'m|'ll|'d|[^\W\d_]+|\d|[^\s\w]+|_+", re.IGNORECASE
)


def words_of(text: str) -> list[str]:
    """Splits a text as CLIP does: white space folded, lower case, each word written in printable bytes."""
    folded = re.sub(r"\s+", " ", text).strip().lower()
    words = WORD_PATTERN.findall(folded)
    return ["".join(BYTE_CHARACTERS[byte] for byte in word.encode("utf-8")) for word in words]


def _symbols_of(word: str) -> list[str]:
    """The symbols that merging starts from: single characters, the last one marked as the end of the word."""
    return [*word[:-1], word[-1] + WORD_END]


def _merged(symbols: list[str], merge: Merge) -> list[str]:
    """Replaces each occurrence of the pair by one symbol, from left to right."""
    first, second = merge
    result: list[str] = []
    position = 0
    while position < len(symbols):
        if symbols[position : position + 2] == [first, second]:
            result.append(first + second)
            position += 2
        else:
            result.append(symbols[position])
            position += 1
    return result


def learn_merges(word_counts: Mapping[str, int], limit: int) -> list[Merge]:
    """Learns at most `limit` merges from counted words; stops when no pair occurs twice.

    Of equally frequent pairs the alphabetically last is taken.
    """
    words = {word: _symbols_of(word) for word in word_counts}
    merges: list[Merge] = []
    for _ in range(limit):
        pair_counts: dict[Merge, int] = {}
        for word, count in word_counts.items():
            symbols = words[word]
            for pair in zip(symbols, symbols[1:]):
                pair_counts[pair] = pair_counts.get(pair, 0) + count
        if not pair_counts:
            break
        best, best_count = max(pair_counts.items(), key=lambda item: (item[1], item[0]))
        if best_count < 2:
            break
        merges.append(best)
        for word, symbols in words.items():
            if best[0] in symbols:
                words[word] = _merged(symbols, best)
    return merges


class Tokenizer:
    """Turns text into the 77 token ids of the text encoder."""

    def __init__(self, merges: list[Merge]) -> None:
        single = list(BYTE_CHARACTERS.values())
        symbols = [
            *single,
            *(symbol + WORD_END for symbol in single),
            *(first + second for first, second in merges),
            START,
            END,
        ]
        self.vocabulary = {symbol: identifier for identifier, symbol in enumerate(dict.fromkeys(symbols))}
        self.merges = merges
        self.start = self.vocabulary[START]
        self.end = self.vocabulary[END]
        self._ranks = {merge: rank for rank, merge in enumerate(merges)}
        self._known: dict[str, list[int]] = {}

    def encode(self, text: str) -> list[int]:
        """Token ids of a text: start, at most 75 tokens, end, then the end token up to 77."""
        ids = [identifier for word in words_of(text) for identifier in self._encode_word(word)]
        ids = [self.start, *ids[: LENGTH - 2], self.end]
        return ids + [self.end] * (LENGTH - len(ids))

    def _encode_word(self, word: str) -> list[int]:
        if word not in self._known:
            self._known[word] = [self.vocabulary[symbol] for symbol in self._merge_word(word)]
        return self._known[word]

    def _merge_word(self, word: str) -> list[str]:
        symbols = _symbols_of(word)
        while len(symbols) > 1:
            pairs = [pair for pair in zip(symbols, symbols[1:]) if pair in self._ranks]
            if not pairs:
                break
            symbols = _merged(symbols, min(pairs, key=self._ranks.__getitem__))
        return symbols

    def save(self, folder: Path) -> None:
        """Writes `vocab.json`, `merges.txt` and the two configuration files that Hugging Face's tokenizers read."""
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "vocab.json").write_text(json.dumps(self.vocabulary, ensure_ascii=False), encoding="utf-8")
        lines = ["#version: 0.2", *(f"{first} {second}" for first, second in self.merges)]
        (folder / "merges.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")
        special = {"bos_token": START, "eos_token": END, "pad_token": END, "unk_token": END}
        configuration = {
            **special,
            "do_lower_case": True,
            "model_max_length": LENGTH,
            "tokenizer_class": "CLIPTokenizer",
            "add_prefix_space": False,
        }
        (folder / "tokenizer_config.json").write_text(json.dumps(configuration, indent=2), encoding="utf-8")
        (folder / "special_tokens_map.json").write_text(json.dumps(special, indent=2), encoding="utf-8")

    @staticmethod
    def load(folder: Path) -> Tokenizer:
        """Reads the merges of a saved tokenizer; the vocabulary follows from them."""
        lines = (folder / "merges.txt").read_text(encoding="utf-8").split("\n")
        pairs = [line.split(" ") for line in lines[1:] if line]
        return Tokenizer([(first, second) for first, second in pairs])
