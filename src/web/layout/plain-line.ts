import type { HiddenView } from '../../operations/library/library-views.ts'
import type { Reader } from '../reader.ts'
import { foreign, type Html, html, joined } from './html.ts'

/** Characters that change direction until ended, that are invisible, or that end a line. */
const turning =
  /[\u202a-\u202e\u2066-\u2069\u200b\u2060\ufeff\u0000-\u0009\u000b-\u001f\u007f-\u009f]|[\u{e0000}-\u{e007f}]/gu
const fromRightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u

/**
 * Foreign words for plain text, such as a window title, a tooltip or the subject of a mail: without the characters that would reorder the
 * text around them, since no element ends them there. The stored text is unchanged.
 */
export function plainLine(text: string): string {
  return text.replace(turning, '').replace(/[\n\u2028\u2029]+/g, ' ')
}

/** The same within a sentence of ours: a right-to-left name reorders nothing but itself (FIRST STRONG ISOLATE, UAX 9). */
export function isolated(text: string): string {
  const plain = plainLine(text)
  return fromRightToLeft.test(plain) ? `\u2068${plain}\u2069` : plain
}

/** What mutes hid on a page, and which mutes, with a link that shows it this time; nothing when nothing was hidden. */
export function hiddenLine(hidden: HiddenView | undefined, reader: Reader): Html {
  if (!hidden) return html``
  const { mine, number } = reader.words
  const said = hidden.isShown ? mine.shownOnce(hidden.total) : mine.hidden(hidden.total)
  const counts = hidden.counts.map(({ label, kind, count }) => {
    const name = kind === 'word' ? html`<q>${foreign(label)}</q>` : foreign(label)
    return html`${name} (${number(count)})`
  })
  const link = hidden.isShown ? mine.hideAgain : reader.words.show
  return html`<p class="note hidden-line">${said}${reader.words.colon}${joined(counts, ', ')}. <a href="${withMuted(reader.path, !hidden.isShown)}">${link}</a> · <a href="/settings/rules">${mine.manageMutes}</a></p>
`
}

/** The same page, with or without what is muted. */
function withMuted(path: string, isShown: boolean): string {
  const url = new URL(path, 'http://self.invalid')
  url.searchParams.delete('muted')
  if (isShown) url.searchParams.set('muted', 'show')
  return url.pathname + url.search
}
