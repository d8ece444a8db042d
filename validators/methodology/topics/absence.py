"""How a document says that a topic does not apply, and a text that something is not so."""

import re

_NONE = re.compile(
    r"^(?:there (?:is|are|was|were) )?(?:none|no|n/?a|nil|null|nothing|not (?:applicable|used|any|needed|necessary|required|relevant|done|made|applied)|zero|0(?![.,]?\d)|false|never|-+|~|without|absent"
    r"|does not apply|inapplicable|there (?:isn't|wasn't|aren't|weren't) (?:one|any))"
    r"(?:\s*[(;:,.-].*|\s+(?:because|as|since|-|is|are|at all|fitted|needed|used|required|exists?|applies|charged|levied|deducted|paid|assumed|taken|applied|made|modell?ed|allowed|estimated|trained|kept"
    r"|whatsoever)\b.*|\.)?$"
    r"|^(?:it|this|that|there|the \w+|we) (?:has|have|had|holds?|contains?|uses?|used|takes?|needs?|makes?|charges?|applies|pays?|is|are) (?:none|nothing)\b.*$"
    r"|^not (?:a |even |so much as )*(?:single )?(?:one|parameter|number|value|thing|coefficient)\b.*$"
    r"|^(?:[\w'-]+ ){0,5}?(?:(?:does|do|did)(?:n't| not) (?:apply|arise|exist|come up|make sense)|never (?:arises?|applies|apply|comes? up)|(?:makes?|made|would make) no sense|(?:has|have|had|serves?|would serve) no (?:purpose|point|place|use)"
    r"|(?:is|are|was|were|seems|would be) (?:not (?:needed|necessary|required|applicable|called for)|unnecessary|superfluous|pointless|needless|redundant|irrelevant|inapplicable|meaningless|moot|out of the question))\b.*$"
    r"|^no (?:part|sample|slice|portion|stretch|share|period|piece|bit|day|year|data)(?: of [\w ]{1,24})? (?:was|were|is|are) (?:kept|held|set|put|left|withheld|reserved|spared)\b.*$"
    r"|^(?:there (?:is|are|was|were) )?no (?:[\w/-]+ ){0,4}(?:needed|required|used|applied|necessary)\b.*$"
    r"|^(?:there (?:is|are|was|were) )?(?:no window\b|no (?:[\w/-]+ ){0,4}(?:split|division|partition|parameters?|fitting|training|leverage|fees?|costs?|commissions?|rebalanc\w*"
    r"|look[- ]?back|memory|data|hold-?out|set|borrowing)s?\b).*$"
)
_UNKNOWN = re.compile(
    r"^(?:tbd|unknown|see\b.*|to be (?:confirmed|decided|determined).*|\?+|todo.*|varies[^\d]*|various|depends[^\d]*"
    r"|undisclosed|confidential)$"
)

DENIED_BEFORE = re.compile(r"\b(?:not|never|hardly|nor|isn't|aren't|wasn't|no longer) (?:\w+ )?$|n't (?:\w+ )?$")


def says_none(fact: str) -> bool:
    """Whether a folded fact denies its topic: "none", "n/a", "none (nothing is fitted)", "no train/test split"."""
    return _NONE.match(fact) is not None


def says_nothing(fact: str) -> bool:
    """Whether a folded fact leaves its topic open: "tbd", "see the appendix"."""
    return _UNKNOWN.match(fact) is not None
