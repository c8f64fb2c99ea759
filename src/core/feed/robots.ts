/** One line of a robots.txt that applies to us. `pattern` is normalized; the longest match wins. */
type Rule = { readonly isAllowed: boolean; readonly pattern: string }

/** A site's rules for one program (RFC 9309). With no rules, everything may be fetched. */
export type RobotsRules = readonly Rule[]

/** The rest of a longer file isn't read (RFC 9309 section 2.5 requires at least this much). */
const MAX_CHARACTERS = 512 * 1024
/** No URL we request is longer, so a longer pattern could match none. */
const MAX_PATTERN_LENGTH = 4_000
/** More than any site has; each is compared with each page. */
const MAX_RULES = 10_000

/**
 * Reads a robots.txt (RFC 9309) for the program of this name: all groups that name it together, else those for `*`. Names
 * compare without case and without version (`Twosource/1.2`). Lines that aren't rules are skipped.
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
    .slice(0, MAX_CHARACTERS)
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
        if (pattern === '' || pattern.length > MAX_PATTERN_LENGTH) break
        if ((isOwn ? own : general).length >= MAX_RULES) break
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

/** Whether the page may be fetched: the longest matching pattern decides; at equal length, the one that allows. */
export function mayFetch(rules: RobotsRules, url: string): boolean {
  const parsed = URL.parse(url)
  if (!parsed || parsed.pathname === '/robots.txt') return true
  // A star or dollar sign in a URL is literal; in a pattern it's special.
  const path = normalized(`${parsed.pathname}${parsed.search}`, /[^\x21-\x7e]+|[*$]+/gu)
  let best: Rule | undefined
  for (const rule of rules) {
    if (!fits(rule.pattern, path)) continue
    const isLonger = best === undefined || rule.pattern.length > best.pattern.length
    if (isLonger || (rule.isAllowed && rule.pattern.length === best!.pattern.length)) best = rule
  }
  return best?.isAllowed ?? true
}

/** Decodes needless escapes, uppercases the others, and escapes what `escaped` matches. */
function normalized(text: string, escaped: RegExp): string {
  return text
    .replace(escaped, (run) => percent(run))
    .replace(/%([0-9a-f]{2})/gi, (whole, hex: string) => {
      const character = String.fromCharCode(Number.parseInt(hex, 16))
      return /[A-Za-z0-9._~-]/.test(character) ? character : whole.toUpperCase()
    })
}

/** A copy: a substring would keep the whole file in memory as long as the rules live. */
function alone(pattern: string): string {
  return new TextDecoder().decode(new TextEncoder().encode(pattern))
}

function percent(run: string): string {
  return encodeURIComponent(run.toWellFormed()).replaceAll('*', '%2A')
}

/** `*` matches anything, `$` at the end matches the end; without it a pattern matches prefixes. Linear time. */
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

/**
 * Whether a page asks that no model be given its text: `noai` in X-Robots-Tag or in a robots meta element, for all programs or
 * for this one. What is addressed to another program (`otherbot: noai`) doesn't count.
 */
export function asksNoModel(tags: readonly (string | undefined)[]): boolean {
  return tags.some((tag) =>
    (tag ?? '').split(',').some((part) => {
      const [rule = '', other] = part.toLowerCase().split(':').reverse()
      return rule.trim() === 'noai' && (other === undefined || other.trim() === 'twosource')
    }),
  )
}
