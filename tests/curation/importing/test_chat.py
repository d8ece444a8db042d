import io

from hypothesis import given
from hypothesis import strategies as st

from curation.importing.reader import read_traces
from data.records import Trace
from data.trace_format import encode_trace
from tests.curation.importing.strategies import arguments, name, said, tools, turns


@given(
    st.lists(
        st.builds(
            Trace,
            kind=st.sampled_from(["assistant", "decision"]),
            messages=turns(),
            tools=tools,
            metadata=arguments,
            author=st.none() | name,
            provenance=arguments.filter(lambda each: "teacher" not in each),
            source_id=st.none() | said,
        ),
        max_size=4,
    )
)
def test_what_we_write_we_read(traces: list[Trace]) -> None:
    file = io.BytesIO(b"\n".join(encode_trace(trace) for trace in traces))
    assert list(read_traces(file, format="chat")) == traces


def test_fields_of_the_users_own_are_kept() -> None:
    line = b"""{"messages": [{"role": "user", "content": "Q", "lang": "en"}, {"role": "assistant", "content": "A", "rating": 4}],
        "team": "desk", "ticker": "SPY", "metadata": {"ticker": "EFA"}}""".replace(b"\n", b" ")
    (trace,) = read_traces(io.BytesIO(line))
    assert trace.metadata == {
        "team": "desk",
        "ticker": "EFA",
        "extra": {"ticker": "SPY"},
        "message_fields": [{"index": 0, "lang": "en"}, {"index": 1, "rating": 4}],
    }
