"""Money that is borrowed, as prose names it."""

LOANS = r"(?:(?<!stock )(?<!stock-)(?<!share )(?<!shares )(?<!are )borrow(?:ed|ing|s)?(?: (?:money|cash|funds|capital))?(?! (?:the |of |those |any )?(?:\w+ )?(?:shares?|stocks?|securities))|(?<!stock )(?<!stock-)loans?|debt|margin(?: loans?| debt| credit)?|credit|financing)"
