"""The check of an answer's numbers, in the order in which a number passes through it.

`check` gives the findings, `screen` clears most clean rows without a review, `review` is the exact review of one answer:

1. `tools` reads what the tools returned: layouts of output, keys, names, and the vocabulary of metrics.
2. `answer` reads the answer: which numbers it claims (`claimed`), and of which metric, thing and time each is told.
3. `number_match` and `claim_fit` say which tool numbers have a claim's value, and which of those are what its wording says.
4. `readings` holds what else its sentence may mean, where none is.
5. `sources` holds what grounds a number besides: a date, a split, the question, the length of a window.
6. `worked_out` explains a number by arithmetic on others, where nothing grounds it; `verdicts` says what becomes of it.
7. `contradicted`, with `ranking` and `readings.told_outcome`, fails what the rest of its sentence is at odds with.
"""
