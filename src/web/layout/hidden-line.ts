import type { HiddenView } from '../../operations/library/library-views.ts'
import type { Reader } from '../reader.ts'
import { type Html, html, joined } from './html.ts'
import { foreign } from './language.ts'

/** What mutes hid on a page, and which mutes, with a link that shows it this time; nothing when nothing was hidden. */
export function hiddenLine(hidden: HiddenView | undefined, reader: Reader): Html {
  if (!hidden) return html``
  const { mine, number } = reader.words
  const said = hidden.isShown ? mine.shownOnce(hidden.total) : mine.hidden(hidden.total)
  const counts = hidden.counts.map(({ label, kind, count }) => {
    const name = kind === 'word' ? html`<q>${foreign(label)}</q>` : foreign(label)
    return html`${name} (${number(count)})`
  })
  const link = hidden.isShown ? mine.hideAgain : mine.showHidden
  return html`<p class="note hidden-line">${said}: ${joined(counts, ', ')}. <a href="${withMuted(reader.path, !hidden.isShown)}">${link}</a> · <a href="/following#mutes">${mine.manageMutes}</a></p>
`
}

/** The same page, with or without what is muted. */
function withMuted(path: string, isShown: boolean): string {
  const url = new URL(path, 'http://self.invalid')
  url.searchParams.delete('muted')
  if (isShown) url.searchParams.set('muted', 'show')
  return url.pathname + url.search
}
