"""Layouts of tool outputs by many hands, told in the plainest sentences there are: is each number read for what it is?

    python -m tests.validators.layouts_benchmark            # each writer
    python -m tests.validators.layouts_benchmark second     # the outputs of one, worst first, each with an answer judged wrongly

Each file of `data/layouts/` holds the outputs of one writer, in the form of `data/faults/SLOTS.md`. The sentences are made here and differ
in nothing but what they name, so that what is refused or let through is for how an output was read. Rules were tuned on all files but
those of UNTOUCHED, which nobody has read while working on a rule.
"""

import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from curation.faults.cases import Case, generate
from curation.faults.draft import Corpus
from curation.faults.measurement import proportion
from curation.faults.templates import Sentence, Truths
from curation.faults.tool_output import load_tool_outputs
from validators.grounding.check import Grounding
from validators.measures import Proportion
from validators.suite import Suite

LAYOUTS = Path(__file__).resolve().parents[2] / "data" / "layouts"
UNTOUCHED = frozenset({"fifth", "eighth", "twelfth"})
KINDS = ("clean", "wrong_metric", "wrong_entity", "swapped_runs")
_CASES = 400  # of each kind

_SHARES = {
    "cagr": "CAGR", "total_return": "total return", "max_drawdown": "maximum drawdown", "volatility": "annual volatility",
    "win_rate": "win rate", "exposure": "exposure", "alpha": "alpha", "best_month": "best month", "worst_month": "worst month",
    "avg_trade": "average trade", "benchmark_return": "return of the benchmark",
}  # fmt: skip
_RATIOS = {
    "sharpe": "Sharpe ratio", "sortino": "Sortino ratio", "calmar": "Calmar ratio", "beta": "beta", "profit_factor": "profit factor",
}  # fmt: skip
_COUNTS = {
    "trades": "number of trades", "wins": "number of winning trades", "losses": "number of losing trades",
    "recovery_days": "number of days to recovery", "days": "number of trading days",
}  # fmt: skip
_MONEY = {
    "initial_equity": "initial capital", "final_equity": "final equity", "pnl": "profit", "fees_paid": "total of fees paid",
}  # fmt: skip
_OF_A_YEAR = {"year_return": "return", "year_drawdown": "drawdown"}
_TOLD = {
    **{slot: (words, "pct1") for slot, words in _SHARES.items()},
    **{slot: (words, "2") for slot, words in _RATIOS.items()},
    **{slot: (words, "int") for slot, words in _COUNTS.items()},
    **{slot: (words, "money0") for slot, words in _MONEY.items()},
    "avg_hold": ("average holding period in days", "1"),
    "fee": ("fee per side", "bps"),
}
"""Slot → what it is called, and the code by which its number is written."""


@cache
def measure(writer: str) -> dict[str, Proportion]:
    """Kind → how many of its answers were judged wrongly: right ones refused, wrong ones let through."""
    judged = list(_judged(writer))
    found = {}
    for kind in KINDS:
        wrong = [is_wrong for case, is_wrong in judged if case.truth.kind == kind]
        found[kind] = proportion(sum(wrong), len(wrong))
    return found


def _judged(writer: str) -> Iterator[tuple[Case, bool]]:
    """Each case, and whether it was judged wrongly."""
    suite, corpus = Suite((Grounding(),)), _corpus(writer)
    for kind in KINDS:
        cases = list(generate(corpus, seed=5, count=_CASES, kinds=(kind,)))
        verdicts = suite.judge([case.trace for case in cases])
        for case, verdict in zip(cases, verdicts, strict=True):
            yield case, (verdict.outcome == "fail") != case.truth.is_fault


def _corpus(writer: str) -> Corpus:
    outputs = load_tool_outputs(LAYOUTS / f"{writer}.jsonl")
    truths = Truths(documents={}, topics={}, fees={})
    return Corpus(name=writer, sentences=tuple(_sentences()), outputs=outputs, questions=(), truths=truths)


def _sentences() -> Iterator[Sentence]:
    for place, text in enumerate(_texts()):
        yield Sentence(id=f"plain-{place}", use="grounding_clean", kind="lookup", text=text)


def _texts() -> Iterator[str]:
    """Of the whole run, of one of two, of each of two, in a year."""
    for slot, (words, code) in _TOLD.items():
        an = "an" if words[0] in "aei" else "a"
        yield f"The {words} was {{{slot}:{code}}}."
        yield f"{words[0].upper()}{words[1:]}: {{{slot}:{code}}}"
        yield f"For {{a.model}}, the {words} was {{a.{slot}:{code}}}."
        yield f"{{a.model}} had {an} {words} of {{a.{slot}:{code}}}, and {{b.model}} of {{b.{slot}:{code}}}."
        yield f"On {{a.ticker}} the {words} was {{a.{slot}:{code}}}, on {{b.ticker}} {{b.{slot}:{code}}}."
        if slot != "fee":
            yield (
                f"With a fee of {{a.fee:bps}} a side the {words} was {{a.{slot}:{code}}}; "
                f"with {{b.fee:bps}} it was {{b.{slot}:{code}}}."
            )
    for slot, (words, code) in (_TOLD | {slot: (words, "pct1") for slot, words in _OF_A_YEAR.items()}).items():
        yield f"In {{a.year}} the {words} was {{a.{slot}:{code}}}, in {{b.year}} {{b.{slot}:{code}}}."
        yield f"In {{year}} the {words} was {{{slot}:{code}}}."


def writers() -> tuple[str, ...]:
    """The names of the files."""
    return tuple(sorted(path.stem for path in LAYOUTS.glob("*.jsonl")))


def _print_writers() -> None:
    print(
        "| writer | right ones refused | wrong metric let through | wrong entity let through | swapped runs let through |"
    )
    print("|---|--:|--:|--:|--:|")
    for writer in writers():
        wrong = " | ".join(str(measure(writer)[kind]) for kind in KINDS)
        print(f"| {f'**{writer}, untouched**' if writer in UNTOUCHED else writer} | {wrong} |")


def _print_outputs(writer: str) -> None:
    ids = {output.content: output.id for output in load_tool_outputs(LAYOUTS / f"{writer}.jsonl")}
    cases, wrong = Counter[str](), defaultdict[str, list[Case]](list)
    for case, is_wrong in _judged(writer):
        told = {ids[message.content] for message in case.trace.messages if message.role == "tool"}
        for output in told:
            cases[output] += 1
            if is_wrong:
                wrong[output].append(case)
    for output in sorted(wrong, key=lambda each: len(wrong[each]), reverse=True):
        print(f"{output}: {len(wrong[output])} of {cases[output]}")
        for kind, case in {case.truth.kind: case for case in wrong[output]}.items():
            print(f"    {kind}: {case.truth.text}")


if __name__ == "__main__":
    if sys.argv[1:]:
        _print_outputs(sys.argv[1])
    else:
        _print_writers()
