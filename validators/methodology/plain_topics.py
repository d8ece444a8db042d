"""Whether a clause says plainly on which topic it is: only then is a value that the tools told one of the strategy's own."""

import re

from validators.methodology.clauses import JOINT, clause_around

_PLAIN = {
    key: re.compile(rf"\b(?:{words})\b")
    for key, words in {
        "fee": r"fees?|commissions?|charg\w+|(?:trading|transaction) costs?|after costs|per (?:\w+ )?(?:side|fill|order|leg|share|contract)|a side|(?:each|every) (?:way|side|fill|order|purchase|sale)|one[- ]way|round trips?|taker|maker|pays?|paid|slippage|deduct\w*|net of|burdened|docked|debited",
        "leverage": r"lever\w*|gear\w*|exposure|borrow\w*|margin\w*|gross|amplif\w*|capital|equity|nav|account|your money|runs?|run at|operates|targets|has|is",
        "lookback": r"look\w*|uses?|needs?|requires?|windows?|signals?|momentum|averages?|trailing|rolling|history|memory|remembers?|breakout|measured|computed|calculated|ranks?|past|back",
        "universe": r"univers\w*|trades|tested|constituents|members|applied|invests?|instruments?|list|menu|restricted|limited|sticks|tradable|deals|selected|chosen|picked",
        "data_source": r"built|runs? on|reads?|uses?|takes|inputs?|data|source|feeds?|fed|file|computed|based",
        "evaluation_split": r"split|train\w*|valid\w*|hold-?out|held|out[- ]of[- ]sample|in[- ]sample|evaluat\w*|fitted|learn\w*|walk-?forward|reserved|graded|judged|measured|folds?|cross|withheld|set aside|partition\w*|unseen|kept|picked",
        "execution": r"execut\w*|fill(?:s|ed)?|orders?|traded at|deals?|dealt|trades at|prices?|buying|selling|purchases?|sales?",
        "rebalance": r"re-?balanc\w*|re-?set\w*|updat\w*|adjust\w*|re-?fresh\w*|review\w*|schedule|frequency|trades|renew\w*|chang\w*|re-?shuffl\w*|once|every (?:\w+ )?(?:days?|weeks?|months?|quarters?|years?|hours?|sessions?)|calendar|acts",
        "fitted_parameters": r"fitted|trained|learn\w*|estimated|optimi\w*|uses?|based|relies|consists|documented|strategy|calibrat\w*|tuned|driven|picks|decides",
    }.items()
}


def states_topic(text: str, start: int, end: int, topic: str) -> bool:
    """Whether the clause about text[start:end] says plainly that the `topic` is what it tells of ("charged", "looks back", "held out")."""
    return _PLAIN[topic].search(text, *clause_around(text, start, end, JOINT)) is not None
