from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data.methodology import MethodologyDocument, load_documents, parse_document
from data.records import Message, ToolCall, Trace
from data.trace_frame import trace_frame
from tests.growth import LINEAR, growth
from validators.methodology.check import ACCEPTS, REJECTS, Methodology
from validators.methodology.set_in_run import EXAMPLE
from validators.reasons import Reason

HERE = Path(__file__).parent
DOCUMENTS = load_documents(HERE / "documents")
CHECK = Methodology(DOCUMENTS)
SPLIT = "The model was validated with an 80/20 train/test split."


def _trace(
    answer: str, *, model: str | None = "tide-cycle", question: str = "How does it work?", **metadata: str
) -> Trace:
    return Trace(
        messages=(Message(role="user", content=question), Message(role="assistant", content=answer)),
        metadata=metadata | ({"model_id": model} if model else {}),
    )


def _run(answer: str, *, fee_bps: float, question: str = "Run tide-cycle on SPY.") -> Trace:
    call = ToolCall(
        id="c", name="run_backtest", arguments={"model_id": "tide-cycle", "ticker": "SPY", "fee_bps": fee_bps}
    )
    return Trace(
        messages=(
            Message(role="user", content=question),
            Message(role="assistant", content="", tool_calls=(call,)),
            Message(
                role="tool", content=f'{{"fee_bps": {fee_bps}, "cagr": 0.081}}', tool_call_id="c", name="run_backtest"
            ),
            Message(role="assistant", content=answer),
        ),
        metadata={"model_id": "tide-cycle"},
    )


def _topics(trace: Trace) -> set[str]:
    return {str(span.topic) for finding in CHECK.judge(trace) for span in finding.evidence}


def _sentences(name: str) -> Iterator[tuple[str, str, str]]:
    model = topic = ""
    for line in (HERE / "sentences" / name).read_text().splitlines():
        if line.startswith("@"):
            model, topic = [*line[1:].split(), ""][:2]
        elif line and not line.startswith("#"):
            yield model, topic, line.replace("\\n", "\n")


@pytest.mark.parametrize(("model", "topic", "answer"), _sentences("contradictions.txt"))
def test_an_answer_that_breaks_a_clause_is_found_and_the_clause_cited(model: str, topic: str, answer: str) -> None:
    trace = _trace(answer, model=model)
    spans = [span for finding in CHECK.judge(trace) for span in finding.evidence]
    assert f"{model}#{topic}" in [span.clause for span in spans]
    assert all(answer[span.start : span.end] == span.text for span in spans)
    assert CHECK.suspects(trace_frame([trace])).to_list() == [True]


@pytest.mark.parametrize(("model", "topic", "answer"), _sentences("agreements.txt"))
def test_an_answer_that_breaks_nothing_passes(model: str, topic: str, answer: str) -> None:
    assert CHECK.judge(_trace(answer, model=model)) == ()


@pytest.mark.parametrize(("model", "topic", "answer"), _sentences("missed.txt"))
def test_what_is_known_to_be_missed(model: str, topic: str, answer: str) -> None:
    assert topic not in _topics(_trace(answer, model=model)), "found at last: move the line to contradictions.txt"


def test_the_check_accepts_and_rejects_its_examples() -> None:
    check = Methodology((EXAMPLE,))
    assert check.judge(ACCEPTS) == ()
    (finding,) = check.judge(REJECTS)
    assert finding.reason is Reason.INAPPLICABLE_TOPIC
    assert finding.message == "says '80/20 train/test split'; tide#evaluation_split is none"


@pytest.mark.parametrize("answer", [SPLIT, "It charges 10 bps per side.", "Rebalancing is weekly."])
def test_what_no_document_states_cannot_be_contradicted(answer: str) -> None:
    assert _topics(_trace(answer, model="some-other-model")) == set()
    assert _topics(_trace(answer, model="vague-voyager")) == set()
    assert Methodology(()).judge(_trace(answer)) == ()
    assert Methodology(()).suspects(trace_frame([_trace(answer)])).to_list() == [False]


def test_clauses_that_are_not_understood_are_told() -> None:
    assert {clause.split("#")[0] for clause in CHECK.unread} == {"vague-voyager"}
    assert "vague-voyager#rebalance" in CHECK.unread


def test_the_model_is_found_without_metadata() -> None:
    assert _topics(_trace(SPLIT, model=None, question="How was tide-cycle validated?")) == {"evaluation_split"}
    assert _topics(_trace(SPLIT, model=None, question="How was the Tide cycle strategy validated?")) == {
        "evaluation_split"
    }
    assert _topics(_trace(f"tide-cycle is simple. {SPLIT}", model=None)) == {"evaluation_split"}
    assert _topics(_trace(SPLIT, model=None)) == set()
    assert _topics(_trace(SPLIT, model="Tide cycle")) == {"evaluation_split"}


@pytest.mark.parametrize(
    ("answer", "clauses"),
    [
        ("orchard-ranker uses an 80/20 split. tide-cycle uses none.", {"orchard-ranker#evaluation_split"}),
        ("orchard-ranker rebalances weekly and tide-cycle rebalances weekly.", {"tide-cycle#rebalance"}),
        ("Orchard ranker is an ML model. It is rebalanced monthly.", {"orchard-ranker#rebalance"}),
        ("Both tide-cycle and orchard-ranker rebalance weekly.", {"tide-cycle#rebalance"}),
        ("Unlike orchard-ranker, which pays 40 bps round trip, it pays 5 bps per side.", {"orchard-ranker#fee"}),
        ("Unlike orchard-ranker, tide-cycle is levered 2x.", {"tide-cycle#leverage"}),
        ("tide-cycle, unlike orchard-ranker, is rebalanced daily.", {"tide-cycle#rebalance"}),
        (
            "Like other models, it was trained on 80% of the data.",
            {"tide-cycle#evaluation_split", "tide-cycle#fitted_parameters"},
        ),
        ("Most strategies charge 10 bps per side.", set()),
        ("A 30% holdout is used for orchard-ranker.", set()),
        ("**orchard-ranker**\n- Rebalance: weekly\n\n**tide-cycle**\n- Rebalance: weekly", {"tide-cycle#rebalance"}),
        (
            "| Model | Rebalance |\n|---|---|\n| orchard-ranker | weekly |\n| tide-cycle | weekly |",
            {"tide-cycle#rebalance"},
        ),
        (
            "| | orchard-ranker | tide-cycle |\n|---|---|---|\n| Fee | 10 bps round trip | 10 bps per side |",
            {"tide-cycle#fee"},
        ),
    ],
)
def test_words_are_held_to_the_document_of_the_model_they_speak_of(answer: str, clauses: set[str]) -> None:
    found = {str(span.clause) for finding in CHECK.judge(_trace(answer)) for span in finding.evidence}
    assert found == clauses


@pytest.mark.parametrize(
    "answer",
    [
        "With a fee of 20 bps this run returned 8.1% a year.",
        "At 20 bps per side the strategy returned 8.1% a year.",
        "This backtest was charged 20 bps per side, instead of the documented 5 bps.",
        "SPY was traded in this run.",
        "The strategy trades SPY here.",
    ],
)
def test_a_runs_own_setting_is_no_claim_about_the_document(answer: str) -> None:
    assert CHECK.judge(_run(answer, fee_bps=20)) == ()


def test_a_runs_setting_told_as_the_strategys_own_is_a_claim() -> None:
    assert _topics(_run("By default tide-cycle charges 20 bps per side.", fee_bps=20)) == {"fee"}
    assert _topics(_run("This run was charged 20 bps per side.", fee_bps=5)) == {"fee"}


TOLD = """{"start": "2021-05-03", "by_day": {"Mon": 21.4, "Wed": 19.8}, "held": ["SPY", "QQQ"], "avgTradeBps": -4.1,
 "variants": [{"fill": "next_close", "sharpe": 0.81}, {"test_share": 0.35, "sharpe": 0.62}]}"""


@pytest.mark.parametrize(
    ("answer", "breaks"),
    [
        ("The last basket was SPY and QQQ.", False),
        ("The average trade loses 4.1 bps.", False),
        ("Waiting for the next close brought a Sharpe of 0.81 instead of 0.74.", False),
        ("Three-minute bars feed its signals.", True),  # of which no tool told, though of the third day of a month
        ("It trades SPY and QQQ.", True),
        ("It pays 4.1 bps per side.", True),
        ("Orders are filled at the next close.", True),
        ("The last basket was IWM and QQQ.", True),  # which no tool told
    ],
)
def test_a_value_that_the_tools_told_is_no_claim_unless_called_the_strategys(answer: str, breaks: bool) -> None:
    trace = _trace(answer)
    told = Message(role="tool", content=TOLD, tool_call_id="c", name="variants")
    assert bool(CHECK.judge(replace(trace, messages=(trace.messages[0], told, *trace.messages[1:])))) == breaks


@pytest.mark.parametrize(
    ("answer", "breaks"),
    [
        ("A random forest had a Sharpe of 0.53 and a return of 6.2%.", False),
        ("Ranked on Tuesday the return is 7.9%, on Thursday 8.4%.", False),
        ("It is a random forest.", True),
        ("It rebalances on Tuesday and pays 0.1% per side.", True),
    ],
)
def test_what_figures_of_a_run_stand_beside_is_no_claim(answer: str, breaks: bool) -> None:
    assert bool(CHECK.judge(_trace(answer))) == breaks


def test_a_what_if_question_sets_the_run() -> None:
    question = "What would tide-cycle have returned with a fee of 20 bps?"
    assert _topics(_trace("With a fee of 20 bps it returned 6.1%.", question=question)) == set()
    assert _topics(_trace("With a fee of 30 bps per side it returned 6.1%.", question=question)) == {"fee"}


def test_the_version_follows_the_documents() -> None:
    changed = parse_document((HERE / "documents" / "tide-cycle.md").read_text().replace("monthly", "weekly"))
    assert Methodology(DOCUMENTS).version == CHECK.version
    assert Methodology((changed,)).version != Methodology((DOCUMENTS[-2],)).version


def test_the_version_follows_what_the_documents_say_besides_their_facts() -> None:
    longer = replace(DOCUMENTS[0], body=f"{DOCUMENTS[0].body}\n\nNo stock is sold short.")
    assert Methodology((longer, *DOCUMENTS[1:])).version != CHECK.version


def test_each_clause_is_one_finding_with_all_its_places() -> None:
    findings = CHECK.judge(_trace(f"{SPLIT} The last fifth was held out. It is rebalanced weekly."))
    assert [finding.message.split("; ")[1] for finding in findings] == [
        "tide-cycle#evaluation_split is none",
        "tide-cycle#rebalance is monthly",
    ]
    assert len(findings[0].evidence) > 1


WORDS = st.sampled_from([
    *"-|:;.,\n*`>#()–“İ日ﬁ\u00a0", "80/20", "split", "train/test", "tide-cycle", "orchard-ranker", "not", "no", "unlike", "which",
    "holds out", "20%", "would", "if", "it", "the", "fee of", "10 bps", "per side", "round trip", "rebalanced", "weekly", "every",
    "next open", "close", "at", "levered", "2x", "lookback", "12 months", "only", "SPY", "QQQ", "universe", "minute bars", "trained",
    "nothing", "or", "**",
])  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.one_of(st.text(max_size=300), st.lists(WORDS, max_size=60).map(" ".join)), st.text(max_size=40))
def test_any_answer_is_judged_and_every_span_is_in_it(answer: str, question: str) -> None:
    trace = _trace(answer, question=question)
    findings = CHECK.judge(trace)
    for finding in findings:
        for span in finding.evidence:
            assert span.text == answer[span.start : span.end]
            assert span.text
    if findings:
        assert CHECK.suspects(trace_frame([trace])).to_list() == [True]


@pytest.mark.parametrize(
    "unit",
    [
        f"{SPLIT} It is rebalanced weekly at 10 bps. ",
        "not no never without 80/20 train/test split, or ",
        "(" * 50 + " fee of 10 bps ",
        "| fee | 10 bps |\n",
        "80/20 ",
        "tide-cycle, unlike orchard-ranker, ",
        "- - - ",
    ],
)
def test_time_grows_with_the_answer_and_no_faster(unit: str) -> None:
    def judging(size: int) -> Callable[[], object]:
        return partial(Methodology(DOCUMENTS).judge, _trace((unit * (size // len(unit) + 1))[:size]))

    assert growth(judging) < LINEAR


def test_a_result_at_a_fee_is_no_fee() -> None:
    question = "What if the fee of tide-cycle on SPY were 2 bps?"
    answer = "At 2 bps the CAGR is 3.84%; at 5 bps it was 3.65%. Trades stay at 16."
    assert _topics(_trace(answer, question=question)) == set()
    assert _topics(_trace("At 99 bps per side.", question=question)) == {"fee"}


@pytest.mark.parametrize(
    ("key", "fact", "agreeing", "breaking"),
    [
        ("rebalance", "first Wed of the month", "It rebalances monthly.", "It rebalances every day."),
        (
            "leverage",
            "three quarters of equity, never more",
            "It runs at 0.75x.",
            "It doesn't run at three quarters of equity.",
        ),
        ("leverage", "half as much again as equity", "It runs at 1.5x.", "It runs at 2x."),
        (
            "fitted_parameters",
            "both bands were fixed by the board and are not fitted",
            "No band was tuned.",
            "It is an LSTM.",
        ),
        ("fitted_parameters", "it contains nothing that was learned", "Zero values were tuned.", "It is an LSTM."),
        ("evaluation_split", "nobody is spared: we hold nothing back", "There is no split.", "The split is 80/20."),
        (
            "evaluation_split",
            "the trees are regrown each spring",
            "It walks forward.",
            "It is five-fold cross-validation.",
        ),
        ("data_source", "15-minute bars", "It lives on 15-minute quotes.", "It reads hourly bars."),
        ("data_source", "the price of a fund once the week ends", "It reads weekly prices.", "It reads hourly bars."),
        ("data_source", "daily yields", "Yields are read daily.", "It reads daily closes."),
        ("lookback", "the last nine months of yields", "It looks back nine months.", "It looks back two years."),
        (
            "fee",
            "three basis points for buying and three for selling",
            "It pays 3 bps per side.",
            "It pays 6 bps per side.",
        ),
        ("fee", "we took costs out", "It pays no fee.", "It pays 6 bps per side."),
        ("evaluation_split", "there was none, as no value is learned", "No hold-out exists.", "It has a 70/30 split."),
        ("evaluation_split", "not required, the rules are fixed", "There is no test set.", "It has a 70/30 split."),
        ("fitted_parameters", "not a single value was tuned", "Nothing is fitted.", "It is a random forest."),
        (
            "fitted_parameters",
            "10 is tradition; nobody searched for a better one",
            "Nothing is tuned.",
            "It is an LSTM.",
        ),
        ("evaluation_split", "there isn't one, nothing is learned", "No hold-out exists.", "It has a 70/30 split."),
        ("evaluation_split", "no division of the years", "There is no test set.", "It has a 70/30 split."),
        ("fitted_parameters", "none", "- **Fitted from prices:** nothing at all", "It is an LSTM."),
        ("fitted_parameters", "the band was agreed on, not estimated", "Nothing is fitted.", "It is an LSTM."),
        ("fitted_parameters", "an average is taken, but no value is tuned", "Nothing is fitted.", "It is an LSTM."),
        ("fitted_parameters", "not even one", "Nothing is fitted.", "It is an LSTM."),
        ("evaluation_split", "the question doesn't arise", "There is no split.", "The split is 80/20."),
        ("evaluation_split", "no stretch of the history was set aside", "There is no split.", "The split is 80/20."),
        ("data_source", "weekly closes", "Orders get traded at the opening price.", "It reads opening prices."),
        ("rebalance", "the first trading day of the month", "It doesn't rebalance every day.", "It rebalances daily."),
        ("rebalance", "every trading day", "It rebalances daily.", "There is no calendar for its trades."),
        ("execution", "limit orders halfway between bid and ask", "Fills: midpoint limit orders", "Fills: at VWAP"),
        (
            "execution",
            "the closing auction of the day it decides",
            "It deals at the same close.",
            "Fills are at the next close.",
        ),
        ("universe", "QQAA, QQBB", "There is no gold and silver in it.", "It trades gold and silver."),
        ("leverage", "0.7, the rest of the capital is cash", "It runs at 0.7x.", "It runs at 2x leverage."),
        ("leverage", "three-quarters invested, the rest in bills", "It holds 0.75x.", "It runs at 2x leverage."),
        ("leverage", "three euros of bonds for every euro you put in", "It has 3x leverage.", "It never borrows."),
        ("leverage", "own capital only, nothing borrowed", "It isn't levered.", "It runs at 2x leverage."),
        ("leverage", "margin up to 2.5x", "Leverage goes up to 2.5x.", "It never borrows."),
        ("lookback", "the mean of the last 30 Mondays", "It looks back 30 weeks.", "It looks back 10 weeks."),
        ("lookback", "no window; the date is enough", "It has no lookback.", "It looks back 10 weeks."),
        ("execution", "when the exchange next opens", "Fills are at the next open.", "Fills are at the next close."),
        ("execution", "the close of the day itself", "Fills are at the same close.", "Fills are at the next close."),
        (
            "execution",
            "the first price of the hour that follows",
            "Fills are at the next open.",
            "Fills are at the close.",
        ),
        ("rebalance", "every 8 h", "It rebalances every eight hours.", "It rebalances once a week."),
        ("fee", "USD 2.25 per contract and side", "Fees are $2.25 per side.", "Fees are $4 per side."),
        ("fee", "1.25 dollars per side", "Fees are a dollar and a quarter per side.", "Fees are two dollars per side."),
        ("leverage", "gross ≤ 4", "Leverage is capped at 4x.", "Leverage goes up to 6x."),
        ("leverage", "6.4", "Gross exposure is six point four times equity.", "Gross exposure is two times equity."),
        ("leverage", "gearing 20%", "It may borrow, up to 1.2x.", "It is run at 2x leverage."),
        (
            "execution",
            "signal at t close, trade at t close",
            "It fills at the same close.",
            "It fills at the next open.",
        ),
        ("execution", "D+1 @ open", "It fills at the next open.", "It fills at the same close."),
        (
            "execution",
            "Ranked after Thursday's close, bought at Friday's close",
            "It trades at Friday's close, a day later.",
            "It trades at Thursday's open.",
        ),
        ("execution", "open of the next 30m bar", "It fills at the next bar's open.", "Orders are filled by a VWAP."),
        (
            "execution",
            "The opening price on the morning after the filing.",
            "It buys at the open.",
            "It buys at the settlement.",
        ),
        (
            "execution",
            "next day's VWAP of the first hour",
            "VWAP of the first hour is paid.",
            "Fills: VWAP over the last hour.",
        ),
        (
            "execution",
            "the 11:00 open of the next day",
            "Fills are at the 11:00 open.",
            "Fills are at the 9:30 open.",
        ),
        (
            "execution",
            "closing auction for entries, opening auction for exits",
            "It is bought at the close and sold at the open.",
            "It is bought at the open and sold at the close.",
        ),
        (
            "execution",
            "mid price two hours after the signal",
            "It trades at the mid price.",
            "Orders are executed immediately.",
        ),
        (
            "fee",
            "no commission, 4 bps of slippage per side",
            "No commission is charged.",
            "Trading is free of any costs.",
        ),
        ("fee", "6 bps per side", "Fees are 6 bps per side.", "Entry and exit together cost 6 bps in fees."),
        (
            "fee",
            "3 EUR a lot per side plus 1 tick",
            "Fees are 3 euros per lot and side.",
            "Fees are 9 euros per lot and side.",
        ),
        ("fee", "4 bps for bonds and 9 for shares", "Fees on shares are 9 bps.", "Fees on shares are 14 bps."),
        ("leverage", "Exposure equals the equity.", "It is unlevered.", "It uses 2x leverage."),
        ("leverage", "0 to 1.5x", "Leverage is at most 1.5x.", "Leverage goes up to 3x."),
        ("leverage", "each side 50% of capital", "Gross exposure is 1x equity.", "Gross exposure is 3x equity."),
        ("lookback", "0d, the present spread only", "It has no lookback.", "The lookback is 20 days."),
        ("lookback", "50/200 SMA", "It compares the 50-day and 200-day averages.", "The lookback is 90 days."),
        ("lookback", "48 half-hour bars", "The lookback is 24 hours.", "The lookback is 10 days."),
        (
            "lookback",
            "the last four earnings reports",
            "The score uses the last four reports.",
            "The score uses the last nine reports.",
        ),
        (
            "lookback",
            "40 days for entries, 15 days for exits",
            "It enters on a 40-day high and exits on a 15-day low.",
            "It enters on a 15-day high and exits on a 40-day low.",
        ),
        (
            "fitted_parameters",
            "RF 400; the leaf size was set by hand",
            "It is a random forest whose leaf size was never tuned.",
            "The leaf size was found by grid search.",
        ),
        (
            "fitted_parameters",
            "LGBM 250x31 leaves",
            "Each of the 250 trees has 31 leaves.",
            "The trees have 15 leaves each.",
        ),
        ("fitted_parameters", "ridge on 30 features", "The ridge model has 30 features.", "The model has 12 features."),
        (
            "fitted_parameters",
            "Three cut-offs, tuned on 2001-2008",
            "Three parameters were tuned.",
            "Six parameters were tuned.",
        ),
        ("fitted_parameters", "There are none; ex ante rules", "Nothing is fitted.", "Its parameters were tuned."),
        ("lookback", "252 daily returns", "The lookback is 252 days.", "The lookback is 20 days."),
        ("data_source", "Zillow ZHVI", "The data come from Zillow.", "The data come from Bloomberg."),
        ("data_source", "closing values of the fund", "It reads daily closes.", "It reads five-minute bars."),
        (
            "data_source",
            "the week's last prices, closes of the week",
            "It reads weekly closes.",
            "It reads daily bars.",
        ),
        ("rebalance", "no timetable, trades as bands break", "A signal sets off the trades.", "It rebalances monthly."),
        ("rebalance", "weekly, once Tuesday's data are out", "It rebalances on Tuesdays.", "It rebalances on Fridays."),
        ("rebalance", "weekly, Sat noon", "It rebalances every Saturday.", "It rebalances every Monday."),
        ("rebalance", "2 entry/month", "It rebalances twice a month.", "It rebalances once a day."),
        (
            "evaluation_split",
            "7 tenths to fit, the three latest tenths to test",
            "A 70/30 split was used.",
            "A 50/50 split was used.",
        ),
        (
            "evaluation_split",
            "six-fold cross-validation, no final holdout",
            "There's no holdout.",
            "The last year was kept as a holdout.",
        ),
        (
            "universe",
            "members of the day of the FTSE 250, turnover > £1m",
            "It takes the members of the day.",
            "It takes today's FTSE 250 list.",
        ),
        ("universe", "UK shares, price > £2", "Penny shares have no place in it.", "There is no minimum price."),
        ("evaluation_split", "random 75/25 split of the rows", "The rows were shuffled.", "The rows weren't shuffled."),
        ("rebalance", "monthly", "Weights are computed monthly.", "New weights are computed every Tuesday."),
        ("data_source", "Finnhub daily bars", "Finnhub supplies the bars.", "The bars come from OANDA."),
        ("universe", "14 EM ccys", "It trades 14 currencies.", "The list has nine currencies in all."),
        ("universe", "nine funds, of which three are held", "Three are held.", "All nine are held at once."),
        (
            "evaluation_split",
            "a test period does not make sense, all is prescribed",
            "There is no test period.",
            "It was judged on a holdout.",
        ),
        ("evaluation_split", "hold-outs are superfluous here", "Nothing was held out.", "A 70/30 split was used."),
        ("fitted_parameters", "a fixed sorting without tuning", "Nothing is fitted.", "Its parameters were tuned."),
        (
            "fitted_parameters",
            "levels agreed by hand, none fitted",
            "Nothing is learned.",
            "It is a neural network.",
        ),
        ("lookback", "no look-back whatsoever", "It has no lookback.", "The lookback is 20 days."),
        ("rebalance", "one rotation a year", "It rebalances once a year.", "It rebalances monthly."),
        ("rebalance", "four times a day", "It rebalances every six hours.", "It rebalances every two hours."),
        ("leverage", "our own capital and not a dollar more", "It is unlevered.", "Positions are 2x capital."),
        ("evaluation_split", "last 20% held out, first 80% to fit", "It was split by time.", "It was split at random."),
        ("fitted_parameters", "weights of a Q-network", "It is a neural network.", "It is a random forest."),
        (
            "evaluation_split",
            "learned on simulated paths, tested on 2015-2020",
            "It wasn't trained on any real prices.",
            "It wasn't tested on 2015-2020.",
        ),
        ("universe", "20 coins picked by market cap", "It trades coins.", "The coins are picked by traded volume."),
    ],
)
def test_a_fact_may_be_in_shorthand(key: str, fact: str, agreeing: str, breaking: str) -> None:
    document = MethodologyDocument(id="tide-cycle", title="Tide", kind="rule-based", facts={key: fact}, body="")
    check = Methodology((document,))
    assert not check.unread
    assert not check.judge(_trace(agreeing))
    assert check.judge(_trace(breaking))


@pytest.mark.parametrize(
    ("key", "fact", "breaking", "agreeing"),
    [
        ("universe", "onions, garlic and leek on the Delft exchange", "Leek isn't traded.", "Kohlrabi isn't traded."),
        (
            "universe",
            "onions, garlic and leek on the Delft exchange",
            "It doesn't deal on the Delft exchange.",
            "It doesn't trade only leek.",
        ),
        ("data_source", "Harvestline noon quotes", "Harvestline isn't the vendor.", "Cropwatch isn't the vendor."),
        (
            "data_source",
            "prices adjusted for levies but not for tariffs",
            "Prices aren't adjusted for levies.",
            "Prices aren't adjusted for tariffs.",
        ),
        ("rebalance", "after each moon report", "Trades aren't tied to the moon report.", "A trade isn't a report."),
        (
            "evaluation_split",
            "tuned on 2001-2010, scored on 2011-2020",
            "It wasn't scored on 2011-2020.",
            "2011-2020 wasn't tuned on.",
        ),
        ("execution", "noon fixing", "It isn't filled at the noon fixing.", "It isn't filled before the noon fixing."),
        (
            "lookback",
            "the last eight moons",
            "It doesn't cover eight moons.",
            "It doesn't cover more than eight moons.",
        ),
        ("leverage", "none, shorting not allowed", "It isn't unlevered.", "No shorting."),
    ],
)
def test_a_clause_is_denied_in_its_own_words(key: str, fact: str, breaking: str, agreeing: str) -> None:
    document = MethodologyDocument(id="tide-cycle", title="Tide", kind="rule-based", facts={key: fact}, body="")
    check = Methodology((document,))
    assert check.judge(_trace(breaking))
    assert not check.judge(_trace(agreeing))


@pytest.mark.parametrize(
    ("listed", "agreeing", "breaking"),
    [
        (("ES", "NQ"), "It trades two equity index futures: ES and NQ.", "It trades crude oil futures."),
        (("CL", "ZN"), "Crude oil is the wilder one it holds.", "It trades equity index futures."),
        (("SPY", "GLD"), "Gold helps a little.", "It holds silver."),
        (("ETH-PERP", "BTC-PERP"), "It's a crypto strategy.", "ETH-PERP, BTC-PERP isn't what it trades."),
        (("SO", "ES", "6E"), "It trades SO, ES and 6E.", "It trades KO and PEP."),
        (("BTCUSD", "ETHUSD"), "It trades bitcoin.", "Bitcoin and ether are outside its universe."),
    ],
)
def test_every_symbol_that_a_document_lists_is_one(listed: tuple[str, ...], agreeing: str, breaking: str) -> None:
    document = MethodologyDocument(
        id="tide-cycle", title="Tide", kind="rule-based", facts={"universe": listed}, body=""
    )
    check = Methodology((document,))
    assert not check.judge(_trace(agreeing))
    assert check.judge(_trace(breaking))


def test_a_number_that_begins_a_name_is_no_short_name() -> None:
    three, other = (
        MethodologyDocument(id=name, title=name, kind="rule-based", facts={"leverage": "1x"}, body="")
        for name in ("three-reefs", "lone-gull")
    )
    check = Methodology((three, other))
    assert check.judge(_trace("Positions are capped at three times your account.", model="lone-gull"))


def test_a_table_of_one_row_has_no_header() -> None:
    assert _topics(_trace("| Rebalance | weekly |\n|---|---|\n")) == {"rebalance"}


@pytest.mark.parametrize(
    ("question", "answer", "breaks"),
    [
        ("Is tide-cycle rebalanced weekly?", "Yes. See its page.", True),
        ("Is tide-cycle rebalanced weekly?", "No.", False),
        ("Is tide-cycle profitable when it is rebalanced weekly?", "Yes.", False),
        ("Could you rerun tide-cycle with weekly rebalancing?", "Sure.", False),
        (
            "Same lookback in tide-cycle and lone-pine?",
            "Not quite: 9 months for tide-cycle, 2 years for lone-pine",
            True,
        ),
        ("Does tide-cycle run at 3x?", "Hold on, it's 2x and not 3x.", True),
        ("Does tide-cycle run at 3x?", "Not quite: it's 1x, not 3x.", False),
    ],
)
def test_a_reply_claims_what_the_user_asked(question: str, answer: str, breaks: bool) -> None:
    trace = Trace(
        messages=(Message(role="user", content=question), Message(role="assistant", content=answer)),
        metadata={"model_id": "tide-cycle"},
    )
    assert bool(CHECK.judge(trace)) == breaks
