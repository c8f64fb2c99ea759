import type { Answer, AskedQuestion, SearchedFor } from '../../core/answer.ts'
import { plainLine } from '../../core/plain-line.ts'
import type { Reader } from '../reader.ts'
import { type Html, html, joined, listed } from './html.ts'
import { foreign } from './language.ts'
import { dayIn, longDay } from './time.ts'

/** How a question was understood: `Looked for: a time · with the words “bridge” · said by Mara Ellind · between … and …`. */
export function understoodLine(asked: AskedQuestion, reader: Reader): Html {
  const { asking } = reader.words
  const terms = [...new Set([...asked.names, ...asked.terms])].filter((term) => term !== asked.speaker)
  return html`<p class="note">${asking.understood}${reader.words.colon}${joined(
    [
      asking.sorts[asked.sort],
      terms.length > 0 &&
        asking.withWordsOf(
          terms.map((term) => `“\u2068${term}\u2069”`).join(reader.words.direction === 'rtl' ? '، ' : ', '),
        ),
      asked.speaker && asking.saidByOf(`\u2068${plainLine(asked.speaker)}\u2069`),
      periodOf(asked, reader),
      asked.follows && asking.afterQuestionOf(`\u2068${asked.follows}\u2069`),
    ],
    ' · ',
  )}</p>`
}

function periodOf({ from, until }: AskedQuestion, reader: Reader): string | undefined {
  const { asking } = reader.words
  const day = (iso: string) => longDay(iso.slice(0, 10), reader)
  if (from && until) {
    const last = lastDayBefore(until)
    return last <= from.slice(0, 10) ? day(from) : asking.betweenDays(day(from), day(last))
  }
  return from ? asking.sinceDayOf(day(from)) : until ? asking.beforeDayOf(day(until)) : undefined
}

/** The last day of a time that ends before a moment: a day named alone is counted in. */
function lastDayBefore(until: string): string {
  if (until.length <= 10) return until
  return new Date(Date.parse(until) - 1).toISOString().slice(0, 10)
}

/** What was looked through, so that an answer, and a refusal even more, can be judged. */
export function searchedLine({ searched }: Answer, reader: Reader): Html {
  const { words } = reader
  const { asking } = words
  return html`<p class="note">${asking.searched}${reader.words.colon}${listed(
    [
      words.articles(searched.articleCount),
      asking.sentences(searched.sentenceCount),
      words.quotes(searched.quoteCount),
      publishedIn(searched, reader),
    ],
    reader,
  )}.${
    searched.missing.length > 0 &&
    html` ${asking.missing}${reader.words.colon}${listed(
      searched.missing.map((word) => html`“${foreign(word)}”`),
      reader,
    )}.`
  }${searched.isCut && html` ${asking.isCut}`}</p>`
}

function publishedIn({ from, until }: SearchedFor, reader: Reader): string | false {
  if (!from || !until) return false
  const [first, last] = [dayIn(from, reader), dayIn(until, reader)]
  const days = first === last ? longDay(first, reader) : `${longDay(first, reader)} – ${longDay(last, reader)}`
  return reader.words.asking.publishedIn(days)
}
