import { defined } from '../../core/defined.ts'
import { type PageRule, pageRuleFields, type RuleProblem, type SiteRule } from '../../core/feed/page-rule.ts'
import { nth } from '../../core/nth.ts'
import { ownValue } from '../../core/own-value.ts'
import { selectorProblem } from '../markup/select.ts'

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
 * The CSS selector for an XPath of the usual forms in site rule files: steps by name, with attributes that exist, equal, begin with or
 * contain something, and positions. Returns undefined for any other.
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
    const conditions = [...nth(match, 3).matchAll(/\[([^\]]*)\]/g)].map(([, test]) => conditionOf(test!.trim()))
    if (conditions.some((condition) => condition === undefined)) return undefined
    const between = selector === '' ? '' : match[1] === '//' ? ' ' : ' > '
    const name = match[2] === '*' && conditions.length > 0 ? '' : nth(match, 2)
    selector += `${between}${name}${conditions.join('')}`
    rest = rest.slice(match[0].length)
  }
  return selector === '' ? undefined : selector
}

/** Translates a condition in brackets; `and` requires all, `or` any. */
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

export type SiteRules = { readonly rules: readonly SiteRule[]; readonly problems: readonly RuleProblem[] }

/** The names a line may begin with, and their meaning; those of the second line are used by other programs' rules. */
const names: Readonly<Record<string, string>> = {
  ...Object.fromEntries([...pageRuleFields, 'keep', 'remove', 'next'].map((name) => [name, name])),
  ...{ item: 'items', content: 'keep', body: 'keep', scraper: 'keep', strip: 'remove', next_page_link: 'next' },
}
/** Lines of other programs' rules that we do not need. */
const passedOver = new Set('test_url prune tidy autodetect_on_failure single_page_link parser http_header'.split(' '))

const maxRules = 2_000
const maxProblems = 50

type Reading = { rules: SiteRule[]; problems: RuleProblem[] }
type Section = { readonly line: number; readonly hosts: readonly string[]; readonly path?: string } & {
  readonly fields: Map<string, string>
}

/**
 * Parses a rules file: lines of `name: value`, a section per site that begins with `site:`, comments after `#` at the start of a line.
 * Unusable lines are returned with their number and skipped; the rest counts.
 */
export function readSiteRules(text: string): SiteRules {
  const reading: Reading = { rules: [], problems: [] }
  let section: Section | undefined
  for (const [index, whole] of text.split(/\r\n?|\n/).entries()) {
    const line = index + 1
    const content = whole.replace(/^\ufeff/, '').trim()
    if (content === '' || content.startsWith('#') || content.startsWith('//')) continue
    const site = /^(?:site|host)\s*[:=]\s*(.*)$|^\[(.+)\]$/i.exec(content)
    if (site !== null && !/^\w+\s*:/.test(site[2] ?? '')) {
      close(reading, section)
      section = openSection(reading, line, (site[1] ?? site[2])!)
      continue
    }
    const [, name = '', value = ''] = /^([\w-]+)\s*[:=]\s*(.*)$/.exec(content) ?? []
    if (section === undefined)
      problem(reading, line, 'It’s before any “site:” line. Begin with a line such as “site: example.org”.')
    else addLine(reading, section, line, name.toLowerCase().replaceAll('-', '_'), value.trim())
  }
  close(reading, section)
  return { rules: reading.rules.slice(0, maxRules), problems: reading.problems.slice(0, maxProblems) }
}

function problem(reading: Reading, line: number, message: string): void {
  reading.problems.push({ line, message })
}

/** `example.org, www.example.net/news`. A section without a valid host is skipped with its lines. */
function openSection(reading: Reading, line: number, value: string): Section {
  const places = value.split(/[\s,]+/).filter(Boolean)
  const hosts: string[] = []
  let path: string | undefined
  for (const place of places) {
    const [, host = '', rest = ''] = /^(?:https?:\/\/)?(?:www\.)?([^/]+)(\/.*)?$/i.exec(place) ?? []
    if (!/^(?:\*\.)?[\p{L}\p{N}](?:[\p{L}\p{N}.-]*[\p{L}\p{N}])?(?::\d{1,5})?$/iu.test(host))
      problem(
        reading,
        line,
        `“${place.slice(0, 80)}” isn’t a host. Write one such as example.org, or *.example.org for all its subdomains.`,
      )
    else {
      const star = host.startsWith('*.') ? '*.' : ''
      hosts.push(`${star}${URL.parse(`http://${host.slice(star.length)}/`)?.host ?? host.toLowerCase()}`)
    }
    if (rest.length > 1) path = rest.replace(/\*+$/, '')
  }
  if (places.length === 0) problem(reading, line, 'No site is named. Write “site: example.org”.')
  return { line, hosts, ...defined({ path }), fields: new Map() }
}

function addLine(reading: Reading, { fields }: Section, line: number, written: string, value: string): void {
  if (passedOver.has(written)) return
  const marks = written === 'strip_id_or_class' ? `[id*="${plain(value)}"], [class*="${plain(value)}"]` : undefined
  const name = marks === undefined ? ownValue(names, written) : 'remove'
  if (name === undefined) {
    const known = [...pageRuleFields, 'keep', 'remove', 'next'].join(', ')
    problem(
      reading,
      line,
      written === '' ? 'Write each line as “name: value”.' : `“${written}” is not known. Known: ${known}.`,
    )
    return
  }
  const selector = marks ?? (isXPath(value) ? selectorOfXPath(value) : value)
  const why =
    selector === undefined ? 'this form of XPath is not read: write a CSS selector' : selectorProblem(selector)
  if (why !== undefined) {
    problem(reading, line, `“${written}: ${value.slice(0, 120)}” cannot be used: ${why}.`)
    return
  }
  const before = fields.get(name)
  // Several lines with one name are alternatives.
  fields.set(name, before === undefined ? selector! : `${before}, ${selector}`)
}

function isXPath(value: string): boolean {
  return /^\(*\.?\/\/?|^(?:descendant|ancestor|id\()/.test(value)
}

function plain(value: string): string {
  return value.replace(/["\\\]\n]/g, '')
}

function close(reading: Reading, section: Section | undefined): void {
  if (section === undefined || section.hosts.length === 0) return
  const { fields, hosts, path, line } = section
  const parts = pageRuleFields.flatMap((name) => (fields.has(name) ? [[name, fields.get(name)!] as const] : []))
  const page = fields.has('items') ? (Object.fromEntries(parts) as PageRule) : undefined
  if (page === undefined && parts.length > 0)
    problem(
      reading,
      line,
      `Its ${parts.map(([name]) => name).join(', ')} need an “items:” line that says what an article is.`,
    )
  const [keep, remove, next] = ['keep', 'remove', 'next'].map((name) => fields.get(name))
  if (next !== undefined && keep === undefined)
    problem(reading, line, 'Its “next:” needs a “keep:” line for the article’s part of the next page.')
  const article = defined({ keep, remove, next: next !== undefined && keep !== undefined ? next : undefined })
  if (page === undefined && Object.keys(article).length === 0) return
  reading.rules.push({
    hosts,
    ...defined({ path, page, article: Object.keys(article).length > 0 ? article : undefined }),
  })
}
