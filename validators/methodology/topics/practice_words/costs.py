"""Costs besides the fee: slippage, borrow fees, taxes, interest that cash earns."""

from validators.methodology.topics.costs.dealing_costs import ON_CHANGE, OTHERS
from validators.methodology.topics.practice_words.clause import ClauseWords, PracticeWords

_CUES = (
    "slippage", "market impact", " cash", "borrow", "stock loan", "stock-loan", "financing", "funding", " tax",
    "stamp", "roll", "stor", "vault", "tick", "fee", "charge", "cost", "traded", "changes hands", "billed", "levied", "carried interest",
)  # fmt: skip
COSTS = ClauseWords(
    key="fee",
    cues=_CUES,
    words=(
        PracticeWords(
            name="slippage", does=r"(?<!before )(?<!excluding )(?<!apart from )(?<!besides )(?:slippage|market impact)"
        ),
        PracticeWords(
            name="interest on cash",
            does=r"(?:(?:idle|uninvested|spare) )?cash (?:\w+ )?(?:earns|is (?:paid|credited)|receives|yields|gets|collects) (?!nothing|no\b|zero|none)|interest (?:is (?:paid|credited|earned) )?on (?:the |idle |uninvested )*cash",
            without=r"cash (?:\w+ )?(?:earns|receives|yields|gets|is paid) (?:nothing|no\b|zero|none)",
        ),
        PracticeWords(
            name="borrow fees",
            does=r"(?:stock )?borrow(?:ing)? (?:fees?|costs?|charges?)|stock[- ]loan (?:fees?|costs?)|financing (?:costs?|charges?)|funding (?:costs?|payments?|charges?)",
        ),
        PracticeWords(name="fees on what is traded", does=ON_CHANGE[0], without=ON_CHANGE[1]),
        PracticeWords(name="other charges", does=OTHERS[0], without=OTHERS[1]),
        PracticeWords(name="taxes", does=r"tax(?:es)?(?! loss)"),
    ),
)
