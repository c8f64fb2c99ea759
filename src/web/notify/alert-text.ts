import { defined } from '../../core/defined.ts'
import type { AlertText } from '../../operations/notify/alert-jobs.ts'
import type { AlertRow } from '../../operations/notify/alert-views.ts'
import { isolated, plainLine } from '../layout/plain-line.ts'
import { chooseLanguage, wordsIn } from '../reader.ts'
import type { AlertWords } from './words-en.ts'

/** The text of a message of alerts, in the reader's language, else in English; without alerts, a test. */
export function alertText(alerts: readonly AlertRow[], chosen: string): AlertText {
  const language = chooseLanguage(chosen, undefined)
  const { alerts: words, direction } = wordsIn(language)
  const lines = alerts.map((alert) => ({
    text: [whatHappened(alert, words), alertReason(alert, words)].filter((part) => part !== '').join(' · '),
    title: plainLine(alert.title),
    ...defined({ words: alert.words }),
    path: alert.path,
  }))
  const common = { lines, language, direction, footer: words.footer }
  const [first] = lines
  if (!first) return { ...common, title: words.testTitle, body: words.testBody }
  if (lines.length === 1) return { ...common, title: first.title, body: first.text }
  return { ...common, title: words.several(lines.length), body: lines.map(({ title }) => title).join('\n') }
}

/** What happened, in a few words. */
export function whatHappened({ kind, isNewStory, sourceName, cause }: AlertRow, words: AlertWords): string {
  switch (kind) {
    case 'report':
      // A watch tells of the first report and of the second.
      return words[isNewStory ? 'newStory' : cause.kind === 'watch' ? 'second' : 'report'](isolated(sourceName))
    case 'difference':
      return words.difference
    case 'correction':
      return words.correction(isolated(sourceName))
    case 'commitment':
      return words.commitment(isolated(sourceName))
    case 'origin':
    case 'figure':
    case 'headline':
      return words[kind](isolated(sourceName))
    case 'feeds':
      return words.feeds(Number(cause.label))
  }
}

/** Why this reader gets the alert; nothing for their own feeds. */
function alertReason({ cause: { kind, label } }: AlertRow, words: AlertWords): string {
  if (kind === 'feeds') return ''
  return reasonIn(kind, words)(isolated(label))
}

/** The sentence that gives a reason of a kind. */
export function reasonIn(kind: AlertRow['cause']['kind'], words: AlertWords): (label: string) => string {
  switch (kind) {
    case 'search':
      return words.becauseSearch
    case 'rule':
      return words.becauseRule
    case 'watch':
      return words.becauseWatch
    default:
      return words.because
  }
}
