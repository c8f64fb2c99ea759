import type { StoryCard } from '../../../operations/day/today-views.ts'
import { badges, newMark } from '../../layout/badges.ts'
import { bar } from '../../layout/bar.ts'
import { citationLink } from '../../layout/citation-link.ts'
import { type Html, html, joined } from '../../layout/html.ts'
import { foreign, languageAttributes } from '../../layout/language.ts'
import { storyPath } from '../../layout/links.ts'
import { brief, relative, shortWhen } from '../../layout/time.ts'
import { sharesOf } from '../../library/parts/shares.ts'
import type { Reader } from '../../reader.ts'

const outletsShown = 6

/** One story of a list: independent reports of all articles, headline, one cited line, outlets. */
export function storyRow(card: StoryCard, reader: Reader, isLead = false): Html {
  const { words } = reader
  const path = storyPath(card.id)
  const more = joined(
    [
      ...card.outlets
        .slice(0, outletsShown)
        .map((outlet, index) => (index === 0 ? html`<b>${foreign(outlet)}</b>` : foreign(outlet))),
      card.outlets.length > outletsShown && words.more(card.outlets.length - outletsShown),
      card.copyCount > 0 && html`<a href="${path}#origins">${words.copies(card.copyCount)}</a>`,
      card.differenceCount > 0 && html`<a href="${path}#differ">${words.differences(card.differenceCount)}</a>`,
      card.quoteCount > 0 && html`<a href="${path}#said">${words.quotes(card.quoteCount)}</a>`,
    ],
    ' · ',
  )
  const independent = words.independentOf(card.reportCount, card.articleCount)
  return html`<article class="row${isLead && ' lead'}" data-item>
<p class="n" title="${independent}"><span aria-hidden="true">${words.number(card.reportCount)}
<small>${words.ofTotal(card.articleCount)}</small>
${bar(card.reportCount / Math.max(1, card.articleCount))}</span><span class="sr">${independent}</span></p>
<div class="body">
<h2${languageAttributes(card.language)}>${newMark(card, reader)}<a href="${path}" data-open>${card.title}</a></h2>
${card.line && citedLine(card.line, card.language, reader)}
<p class="more">${more}</p>${card.place && placeOf(card, card.place, reader)}
</div>
<p class="side">${badges(card.badges, reader)}${shortWhen(card.lastAt, reader)}</p>
</article>
`
}

/** Why the story has its rank: everything that depends on. */
function placeOf({ title }: StoryCard, place: NonNullable<StoryCard['place']>, reader: Reader): Html {
  const words = reader.words.since
  const newest = relative(place.newestAt, reader) ?? brief(place.newestAt, reader)
  const recent = place.recent > 0 ? words.newInHours(place.recent, place.hours) : undefined
  const text = words.place(reader.words.reports(place.reports), newest, recent)
  return html`<details class="place"><summary>${words.whyHere}<span class="sr">: ${title}</span></summary>
<p>${text}${place.isFollowed && ` · ${words.followed}`}. ${words.order}${place.parts && html` ${sharesOf(place.parts, reader)}`}${reader.identity?.role !== 'guest' && html` <a href="/settings/ranking">${reader.words.ownBrief.ranking.link}</a>`}</p></details>`
}

function citedLine({ citation, document }: NonNullable<StoryCard['line']>, language: string, reader: Reader): Html {
  return html`<p class="line"${languageAttributes(document.language ?? language)}>${citation.exact}
${citationLink(citation, { [document.documentId]: document }, reader)}</p>`
}
