import { DatabaseSync } from 'node:sqlite'
import { readQuestion } from '../../src/ask/read-question.ts'
import type { Mute } from '../../src/core/marks.ts'
import { compileRules } from '../../src/core/rules/compile-rules.ts'
import type { RuleConditions } from '../../src/core/rules/rule.ts'
import { parsePage } from '../../src/extract/markup/page-tree.ts'
import { selecting, selectorProblem, TooMuchWorkError } from '../../src/extract/markup/select.ts'
import { readPageFeed } from '../../src/extract/rules/read-page-feed.ts'
import { selectorOfXPath } from '../../src/extract/rules/read-site-rules.ts'
import { parseSearch } from '../../src/operations/search/search-language.ts'
import { parseSearchQuery } from '../../src/store/search/search-query.ts'
import { matchExpression, sqliteSearchTables } from '../../src/store/search/sqlite-search.ts'
import { applyMutes } from '../../src/story/apply-mutes.ts'
import { evilPatterns, evilSelectors } from './patterns/evil-patterns.ts'
import type { Proof } from './proof.ts'

/** What a reader's pattern is held against: a run of one letter, and a page as deep and as wide as one gets. */
const text = `${'a'.repeat(50_000)}!${' a'.repeat(25_000)}`
const page = `<body>${'<div class="aa"><p>a</p>'.repeat(200)}${'<i class="a">a</i>'.repeat(4_000)}`
const url = 'https://e.example/'

/** Where readers write patterns, or what others might take for one. */
const places: Readonly<Record<string, (pattern: string) => unknown>> = {
  'muted word': (pattern) =>
    applyMutes([{ texts: [text] }], [{ kind: 'word', target: pattern, label: pattern } as Mute], (item) => item),
  'words of a rule': (pattern) => ruled({ text: pattern }),
  'pattern of a rule': (pattern) => ruled({ textPattern: pattern }),
  'search in words': (pattern) => {
    const query = parseSearchQuery(parseSearch(pattern).text)
    return query && find.all(matchExpression(query))
  },
  question: (pattern) => readQuestion(pattern.slice(0, 500)),
  'selector of a rule': (pattern) => selectorProblem(pattern) ?? selected(pattern),
  'path of a rule (XPath)': (pattern) => selectorOfXPath(`//${pattern}`),
  'rule for a page': (pattern) => readPageFeed(page, url, { items: pattern, title: pattern, date: pattern }),
}

/**
 * A pattern of a reader's never becomes a regular expression of JavaScript: words are compared, searches go to an index, rules for sites are
 * selectors whose steps are counted, and patterns of rules are matched in one pass, with a budget. Every place where one may be written is given patterns that would hang an engine, with 100 kB to hold them against.
 */
export const prove: Proof = async () => {
  const patterns = [...evilPatterns, ...evilSelectors]
  const made: string[] = []
  const table: { place: string; patterns: number; 'worst ms of CPU': number; by: string }[] = []
  const Plain = RegExp
  globalThis.RegExp = new Proxy(Plain, {
    construct(target, given: [string | RegExp, string?], asked) {
      made.push(String(given[0]))
      return Reflect.construct(target, given, asked)
    },
  })
  for (const [place, take] of Object.entries(places)) {
    let worst = { ms: 0, by: '' }
    for (const pattern of patterns) {
      const ms = Math.min(
        msOf(() => take(pattern)),
        msOf(() => take(pattern)),
      )
      if (ms > worst.ms) worst = { ms, by: pattern }
    }
    table.push({ place, patterns: patterns.length, 'worst ms of CPU': Math.round(worst.ms), by: worst.by.slice(0, 40) })
  }
  globalThis.RegExp = Plain
  // Two letters are in too many expressions to tell anything.
  const compiled = patterns.filter((pattern) => pattern.length > 2 && made.some((source) => source.includes(pattern)))
  const slow = table.filter((row) => row['worst ms of CPU'] > 1_000)
  return {
    name: 'patterns',
    checks: [
      {
        what: 'patterns tried in every place a reader may write one',
        measured: patterns.length * table.length,
        wanted: 'at least 50 in each',
        isMet: patterns.length >= 50,
      },
      {
        what: 'of them that became a regular expression',
        measured: compiled.length === 0 ? 0 : `${compiled.length}: ${compiled[0]}`,
        wanted: '0',
        cases: patterns.length * table.length,
        failures: compiled.length,
        isMet: compiled.length === 0,
      },
      {
        what: 'places slower than 1000 ms of CPU for one',
        measured: slow.length === 0 ? 0 : slow.map(({ place }) => place).join(', '),
        wanted: '0',
        isMet: slow.length === 0,
      },
    ],
    table,
  }
}

function selected(selector: string): number | undefined {
  try {
    return selecting().all(selector, parsePage(page, { keepsAttributes: true }).root).length
  } catch (error) {
    if (error instanceof TooMuchWorkError) return undefined
    throw error
  }
}

function msOf(work: () => unknown): number {
  const started = process.threadCpuUsage()
  work()
  const { user, system } = process.threadCpuUsage(started)
  return (user + system) / 1000
}

const database = new DatabaseSync(':memory:')
for (const made of sqliteSearchTables) database.exec(made)
database.prepare('insert into entry_search(rowid, title, body) values (1, ?, ?)').run('a', text)
const find = database.prepare('select rowid from entry_search where entry_search match ?')

/** Whether a rule with these conditions applies to the long text. */
function ruled(conditions: RuleConditions): unknown {
  const rule = { id: 'rule' as never, isOn: true, conditions, actions: {}, since: '' }
  const facts = {
    title: text.slice(0, 500),
    excerpt: '',
    feed: '',
    folders: [],
    source: '',
    authors: [],
    isRead: true,
    isCopy: false,
  }
  return compileRules([rule]).decide({ ...facts, text })
}
