import { DatabaseSync } from 'node:sqlite'
import { isDeepStrictEqual } from 'node:util'
import { readQuestion } from '../../../../src/ask/read-question.ts'
import { readEntryQuery } from '../../../../src/miniflux/entry-query.ts'
import {
  type ParsedSearch,
  parseSearch,
  periodOf,
  searchKeys,
  writeSearch,
} from '../../../../src/operations/search/search-language.ts'
import { tsquery } from '../../../../src/store/search/postgres-search.ts'
import { parseSearchQuery, spaced } from '../../../../src/store/search/search-query.ts'
import { matchExpression, sqliteSearchTables } from '../../../../src/store/search/sqlite-search.ts'
import { growBy } from '../grow-feed.ts'
import { hostileWords } from '../hostile-words.ts'
import type { Subject } from '../subject.ts'

const rules: Readonly<Record<string, readonly string[]>> = {
  ...hostileWords,
  query: ['{part}', '{part} {query}', '{part} {query}', '{question}', '{part}{query}'],
  part: [
    '{word}',
    '"{word} {word}"',
    '-{word}',
    '-"{word}"',
    '“{word}”',
    '{key}:{word}',
    '{key}:"{word} {word}"',
    '{key}:{day}',
    '{sign}',
    'AND',
    'NEAR({word} {word}, 3)',
    '{word}*',
    '{word} OR {word}',
    '^{word}',
    'title:{word}',
    "'; drop table entry; --",
    '\\',
  ],
  key: ['said', 'from', 'in', 'after', 'before', 'lang', 'section', 'SAID', 'site'],
  day: ['2026-03-10', '2026-13-45', '2026', '0000', '9999', '2026-02', '9999-12-31', '0000-01-01', '-1', '2026-3-1'],
  sign: ['"', '(', ')', ':', '*', '-', '+', '&', '|', '!', '<->', '{', '}', '%', '_', '?', "'", '--', '/*', ';'],
  question: [
    'who said {word}?',
    'when did {word} {word}',
    'how many {word} in {day}?',
    'qu’a dit {word} ?',
    'ماذا قال {word}؟',
    'what did {word} say about {word} after {day}',
    'and when?',
  ],
}

/** Words that a reader looks for: there is no syntax error, and what a database is asked for it understands. */
export const subject: Subject = {
  seeds: [
    'ferry "harbor master" -rain',
    'ceasefire said:Reyd from:"Northern Wire" in:2026-08 lang:ar',
    'who said “the bridge is open” in 2024?',
    '漢字 の 見出し',
    // Asked for a time with a sign, and for a year of another century.
    'in:9999',
    'in:0026-02',
  ],
  tokens: [
    '"',
    '“',
    '-',
    ':',
    '(',
    ')',
    '*',
    ' AND ',
    ' OR ',
    ' NOT ',
    'said:',
    'in:',
    'from:"',
    '\u3000',
    '|',
    "'",
    '\\',
    '漢',
  ],
  grow: (random) => growBy(rules, random, 'query'),
  attempt(bytes) {
    const text = new TextDecoder().decode(bytes).slice(0, 4_000)
    const asked = parseSearch(text)
    const query = parseSearchQuery(asked.text)
    const isRead = query !== undefined
    if (!isDeepStrictEqual([asked, query], [parseSearch(text), parseSearchQuery(asked.text)]))
      return { isRead, wrong: 'is read otherwise the second time' }
    if (!isWrittenAsRead(asked)) return { isRead, wrong: `is written as ${writeSearch(asked).slice(0, 200)}` }
    const { from, until } = periodOf(asked)
    for (const at of [from, until])
      if (at !== undefined && !/^\d{4}-\d\d-\d\dT(?:00:00:00\.000|23:59:59\.999)Z$/.test(at))
        return { isRead, wrong: `asks for the time ${at}` }
    readQuestion(text)
    readEntryQuery(
      new URLSearchParams({ search: text, limit: text, offset: text, before: text, order: text, status: text }),
      [],
    )
    if (query) {
      for (const { words } of query)
        for (const word of words) if (!/^[\p{L}\p{N}\p{M}]+$/u.test(word)) return { isRead, wrong: `looks for ${word}` }
      if (!/^[\p{L}\p{N}\p{M}'()&|!<>\- ]+$/u.test(tsquery(query)))
        return { isRead, wrong: `asks PostgreSQL for ${tsquery(query)}` }
      find.all(matchExpression(query))
    }
    return { isRead }
  },
}

/** Quote marks within a value are not written; a key that only stands free once others are taken out is read the next time. */
function isWrittenAsRead({ unread: _, ...asked }: ParsedSearch): boolean {
  if (/(?:said|from|in|after|before|lang|section):/i.test(asked.text)) return true
  const plain = Object.fromEntries(
    searchKeys.flatMap((key) => {
      const value = asked[key]?.replace(/["“”]/g, '').trim()
      return value ? [[key, value]] : []
    }),
  )
  return isDeepStrictEqual(parseSearch(writeSearch(asked)), { text: asked.text, ...plain, unread: [] })
}

/** The database itself is asked: only it knows its syntax. */
const database = new DatabaseSync(':memory:')
for (const table of sqliteSearchTables) database.exec(table)
const put = database.prepare('insert into entry_search(rowid, title, body) values (?, ?, ?)')
for (const [index, words] of ['The ferry runs again', 'harbor master said', '漢字の見出し', 'l’été a b c'].entries())
  put.run(index + 1, spaced(words), spaced(words))
const find = database.prepare('select rowid from entry_search where entry_search match ?')
