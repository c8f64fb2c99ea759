const step = /^(\/{1,2})(\*|[a-z][\w-]*)((?:\[[^\]]*\])*)/i
const tests: readonly (readonly [RegExp, (match: RegExpExecArray) => string])[] = [
  [/^@([\w-]+)\s*=\s*(?:'([^']*)'|"([^"]*)")$/, (match) => `[${match[1]}="${match[2] ?? match[3]}"]`],
  [/^@([\w-]+)$/, (match) => `[${match[1]}]`],
  [/^(\d+)$/, (match) => `:nth-of-type(${match[1]})`],
  [
    /^contains\(\s*concat\(\s*'\s'\s*,\s*(?:normalize-space\(\s*)?@class\s*\)?\s*,\s*'\s'\s*\)\s*,\s*['"]\s([\w-]+)\s['"]\s*\)$/,
    (match) => `.${match[1]}`,
  ],
  [
    /^contains\(\s*@([\w-]+)\s*,\s*(?:'([^']*)'|"([^"]*)")\s*\)$/,
    (match) => `[${match[1]}*="${match[2] ?? match[3]}"]`,
  ],
  [
    /^starts-with\(\s*@([\w-]+)\s*,\s*(?:'([^']*)'|"([^"]*)")\s*\)$/,
    (match) => `[${match[1]}^="${match[2] ?? match[3]}"]`,
  ],
]

/**
 * The CSS selector that means the same as an XPath of the forms that files of rules for sites mostly use: steps by name, with
 * attributes that are there, equal, begin with or contain something, and places. Undefined for any other.
 */
export function selectorOfXPath(path: string): string | undefined {
  const ways = path.split(/\s*\|\s*/).map(wayOf)
  return ways.every((way) => way !== undefined) ? ways.join(', ') : undefined
}

function wayOf(path: string): string | undefined {
  let rest = path.trim().replace(/^\./, '')
  let selector = ''
  while (rest !== '') {
    const match = step.exec(rest)
    if (match === null) return undefined
    const conditions = [...match[3]!.matchAll(/\[([^\]]*)\]/g)].map(([, test]) => conditionOf(test!.trim()))
    if (conditions.some((condition) => condition === undefined)) return undefined
    const between = selector === '' ? '' : match[1] === '//' ? ' ' : ' > '
    const name = match[2] === '*' && conditions.length > 0 ? '' : match[2]!
    selector += `${between}${name}${conditions.join('')}`
    rest = rest.slice(match[0].length)
  }
  return selector === '' ? undefined : selector
}

/** What stands between brackets; conditions joined by `and` hold together, and by `or` any of them. */
function conditionOf(test: string): string | undefined {
  const either = test.split(/\s+or\s+/).map((part) => {
    const all = part.split(/\s+and\s+/).map(single)
    return all.every((one) => one !== undefined) ? all.join('') : undefined
  })
  if (either.some((one) => one === undefined)) return undefined
  return either.length === 1 ? either[0] : `:is(${either.join(', ')})`
}

function single(test: string): string | undefined {
  for (const [pattern, write] of tests) {
    const match = pattern.exec(test.trim())
    if (match !== null) return write(match)
  }
  return undefined
}
