/** One line of a robots.txt that is for us. `pattern` is normalized; the longer one wins. */
type Rule = { readonly isAllowed: boolean; readonly pattern: string }

/** What a site asks of one program (RFC 9309): no rules, everything may be fetched. */
export type RobotsRules = readonly Rule[]

/** Of a longer file only so much is read (RFC 9309 section 2.5 asks for at least this). */
const MOST_CHARACTERS = 512 * 1024
/** No address that is asked for is longer: a longer pattern could fit none. */
const LONGEST_PATTERN = 4_000
/** More than any site has; each is held against each page. */
const MOST_RULES = 10_000

/**
 * Reads a robots.txt (RFC 9309) for the program of this name: the groups that name it, all together, else those for `*`.
 * Names compare without case; what stands behind a name (`Twosource/1.2`) does not count. Lines that are no rules are passed over.
 */
export function readRobots(text: string, program: string): RobotsRules {
  const own: Rule[] = []
  const general: Rule[] = []
  let isNamed = false
  let isOwn = false
  let isGeneral = false
  let isInRules = false
  const wanted = program.toLowerCase()
  for (const line of text
    .slice(0, MOST_CHARACTERS)
    .replace(/^\ufeff/, '')
    .split(/\r\n|\n|\r/)) {
    const [, key = '', value = ''] = /^\s*([A-Za-z-]+)\s*:\s*([^#]*)/.exec(line) ?? []
    switch (key.toLowerCase()) {
      case 'user-agent': {
        if (isInRules) isOwn = isGeneral = isInRules = false
        const name = value.trim()
        if (name === '*' || /^\*\s/.test(name)) isGeneral = true
        else if (/^[A-Za-z_-]*/.exec(name)![0].toLowerCase() === wanted) isOwn = isNamed = true
        break
      }
      case 'allow':
      case 'disallow': {
        isInRules = true
        const pattern = value.trim()
        if (pattern === '' || pattern.length > LONGEST_PATTERN) break
        if ((isOwn ? own : general).length >= MOST_RULES) break
        const rule = {
          isAllowed: key.toLowerCase() === 'allow',
          pattern: alone(normalized(pattern, /[^\x21-\x7e]+/gu)),
        }
        if (isOwn) own.push(rule)
        if (isGeneral) general.push(rule)
      }
    }
  }
  return isNamed ? own : general
}

/** Whether the page may be fetched: the longest pattern that fits it decides, and of two as long the one that allows. */
export function mayFetch(rules: RobotsRules, url: string): boolean {
  const parsed = URL.parse(url)
  if (!parsed || parsed.pathname === '/robots.txt') return true
  // A star or a dollar sign of an address is itself; in a pattern it means something.
  const path = normalized(`${parsed.pathname}${parsed.search}`, /[^\x21-\x7e]+|[*$]+/gu)
  let best: Rule | undefined
  for (const rule of rules) {
    if (!fits(rule.pattern, path)) continue
    const isLonger = best === undefined || rule.pattern.length > best.pattern.length
    if (isLonger || (rule.isAllowed && rule.pattern.length === best!.pattern.length)) best = rule
  }
  return best?.isAllowed ?? true
}

/** Escapes that need none are undone, the others are in capitals, and what `escaped` matches becomes an escape. */
function normalized(text: string, escaped: RegExp): string {
  return text
    .replace(escaped, (run) => percent(run))
    .replace(/%([0-9a-f]{2})/gi, (whole, hex: string) => {
      const character = String.fromCharCode(Number.parseInt(hex, 16))
      return /[A-Za-z0-9._~-]/.test(character) ? character : whole.toUpperCase()
    })
}

/** A copy: a piece of a text would keep all of it in memory for as long as the rules are. */
function alone(pattern: string): string {
  return new TextDecoder().decode(new TextEncoder().encode(pattern))
}

function percent(run: string): string {
  return encodeURIComponent(run.toWellFormed()).replaceAll('*', '%2A')
}

/** `*` stands for anything, `$` at the end for the end; a pattern without it fits whatever begins like it. In time of length. */
function fits(pattern: string, path: string): boolean {
  const isWhole = pattern.endsWith('$')
  const [start = '', ...pieces] = (isWhole ? pattern.slice(0, -1) : pattern).split('*')
  if (!path.startsWith(start)) return false
  let at = start.length
  const last = isWhole ? pieces.pop() : undefined
  for (const piece of pieces) {
    const found = path.indexOf(piece, at)
    if (found < 0) return false
    at = found + piece.length
  }
  if (!isWhole) return true
  return last === undefined ? at === path.length : path.length - last.length >= at && path.endsWith(last)
}
