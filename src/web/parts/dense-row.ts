import type { StoryCard } from '../../operations/today-views.ts'
import type { Reader } from '../reader.ts'
import { badges } from './badges.ts'
import { type Html, html, listed } from './html.ts'
import { foreign, languageAttributes } from './language.ts'
import { storyPath } from './links.ts'
import { newMark } from './new-mark.ts'
import { shortWhen } from './time.ts'

const outletsShown = 5

/** One story in two lines: its reports, headline, and the outlets running on. For the many below the few in full. */
export function denseRow(card: StoryCard, reader: Reader, level: 'h2' | 'h3' = 'h2'): Html {
  const { words } = reader
  const path = storyPath(card.id)
  const independent = words.independentOf(card.reportCount, card.articleCount)
  const outlets = [
    ...card.outlets.slice(0, outletsShown).map((outlet) => foreign(outlet)),
    card.outlets.length > outletsShown && words.more(card.outlets.length - outletsShown),
  ]
  const attributes = languageAttributes(card.language)
  const title = html`${newMark(card, reader)}<a href="${path}" data-open>${card.title}</a>`
  const marks = card.badges.filter((badge) => badge === 'changed' || badge === 'differs')
  return html`<article class="row dense" data-item>
<p class="n" title="${independent}"><span aria-hidden="true">${words.number(card.reportCount)} <small>${words.ofTotal(card.articleCount)}</small></span><span class="sr">${independent}</span></p>
<div>${level === 'h2' ? html`<h2${attributes}>${title}</h2>` : html`<h3${attributes}>${title}</h3>`}
<p class="more">${listed(outlets, reader)} ${badges(marks, reader)}</p></div>
<p class="side">${shortWhen(card.lastAt, reader)}</p>
</article>
`
}
