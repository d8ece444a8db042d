"""The topics that answers are read for."""

from validators.methodology.claims import Topic
from validators.methodology.topics import (
    data_source,
    evaluation_split,
    execution,
    fee,
    fitted_parameters,
    leverage,
    lookback,
    rebalance,
    universe,
)
from validators.methodology.topics.denied_words import DENIED_WORDS
from validators.methodology.topics.practices import PRACTICES

TOPICS: tuple[Topic, ...] = (
    evaluation_split,
    fitted_parameters,
    data_source,
    universe,
    lookback,
    rebalance,
    fee,
    execution,
    leverage,
)
ALL: tuple[Topic, ...] = (*TOPICS, *PRACTICES, *DENIED_WORDS)
