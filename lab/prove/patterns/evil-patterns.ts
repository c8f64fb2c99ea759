/** Patterns that make an engine which goes back try without end, on a long run of one letter. */
export const evilPatterns: readonly string[] = [
  ...['(a+)+$', '(a|aa)+$', '(a|a)*$', '(a*)*b', '(.*)*x', '(.+)+x', '([a-z]+)*!', '^(a+)+$', '^(\\w+\\s?)*$'],
  ...[
    '(x+x+)+y',
    '(a?){40}a{40}',
    '(a{1,50}){1,50}b',
    '((a+)b?)+$',
    '(?:a+)+$',
    '(?=(a+)+$)',
    '(?<!(a+)+)$',
    '(a+)\\1+b',
  ],
  ...['(\\w+)*\\d', '(\\S+\\s*)+$', '^(([a-z])+.)+[A-Z]([a-z])+$', '(a|b|ab)*c', '(a|ab)(c|bcd)(d*)', '.*.*.*.*.*=.*'],
  ...[
    'a*a*a*a*a*a*b',
    '\\s*\\s*\\s*x',
    '[^"]*"[^"]*"[^"]*"',
    '(?:[a]|a)+!',
    '(a.?)*b',
    '([aA]+)+B',
    '/(a+)+$/i',
    '*'.repeat(400),
  ],
  ...[
    '[',
    '(',
    '\\',
    '(?<n>a+)\\k<n>+$',
    '%a%a%a%a%a%',
    '_'.repeat(300),
    "' OR '1'='1",
    '"a" NEAR "a"',
    'a'.repeat(400),
  ],
]

/** The same in the language that readers do write patterns in: selectors of rules. */
export const evilSelectors: readonly string[] = [
  ...['* * * * * * * * * *', '* ~ * ~ * ~ * ~ *', '* + * + * + *', ':has(:has(:has(*)))', ':not(:has(:not(:has(*))))'],
  ...['div div div div div div b', ':is(:is(:is(*, *), *), *) :is(*, *) :is(*, *)', ':nth-last-child(odd of :has(*))'],
  ...[
    '* > * ~ * > * ~ * > *',
    '[class*="a"] [class*="a"] [class*="a"]',
    ':contains("a") :contains("a")',
    '*:has(~ *:has(~ *))',
  ],
]
