import type { BriefedChange, BriefStoryView } from '../../../operations/day/brief-views.ts'
import { citationLink, citationLinks, exactWords } from '../../layout/citation-link.ts'
import { foreign, type Html, html, joined, languageAttributes, listed, type Piece } from '../../layout/html.ts'
import { storyPath } from '../../layout/links.ts'
import type { Reader } from '../../reader.ts'

const outletsShown = 4

/** One story of a brief: who reports it, what is new, two or three sentences, and the strongest statement; all cited. */
export function briefStoryPart(story: BriefStoryView, reader: Reader): Html {
  const { words } = reader
  const { points, documents, language } = story
  return html`<article class="briefed" data-item>
<h2${languageAttributes(language)}><a href="${storyPath(story.id)}" data-open>${story.title}</a></h2>
<p class="small">${joined(briefFacts(story, reader), ' · ')}</p>
${story.isWithheld && html`<p class="note">${words.brief.withheld}</p>`}
${points.length > 0 && html`<ul class="told">${points.map(({ citation, outlets }) => html`<li${languageAttributes(language)}>${citation.exact}${citationLinks([citation], documents, reader, outlets)}</li>`)}</ul>`}
${strongest(story, reader)}
</article>
`
}

/** Independent reports and their outlets, and what is new since the brief before. */
function briefFacts(story: BriefStoryView, reader: Reader): readonly Piece[] {
  const { words } = reader
  const { outlets } = story
  const named = listed(
    [
      ...outlets.slice(0, outletsShown).map((outlet) => foreign(outlet)),
      outlets.length > outletsShown && words.more(outlets.length - outletsShown),
    ],
    reader,
  )
  return [
    html`<b>${words.independentOf(story.reportCount, story.articleCount)}</b>${reader.words.colon}${named}`,
    story.followedAs
      ? html`<b>${words.ownBrief.followedAs(story.followedAs.join(words.direction === 'rtl' ? '، ' : ', '))}</b>`
      : story.isFollowed && words.brief.followed,
    whatIsNew(story, reader),
  ]
}

/** What is new in a story since the brief before, in words. */
export function whatIsNew({ isNew, changes }: Pick<BriefStoryView, 'isNew' | 'changes'>, { words }: Reader): string {
  const comma = words.direction === 'rtl' ? '، ' : ', '
  if (isNew) return words.brief.isNew
  const counts = (Object.entries(changes) as [BriefedChange, number][]).map(([kind, count]) =>
    words.brief.changes[kind](count),
  )
  return counts.length === 0 ? words.brief.unchanged : `${words.brief.sinceBefore} ${counts.join(comma)}`
}

function strongest({ strongest: told, documents, language }: BriefStoryView, reader: Reader): Html {
  const { words } = reader
  if (told === undefined) return html``
  if (told.kind === 'quote')
    return html`<p class="said"><b>${foreign(told.speaker)}</b> <q${languageAttributes(documents[told.citation.documentId]?.language ?? language)}>${exactWords(told.citation, documents)}</q> ${citationLink(told.citation, documents, reader)}</p>`
  const sides = [told.a, told.b].map(({ speaker, citation, isDirect }) => {
    const letters = exactWords(citation, documents)
    return html`<div><p class="who">${foreign(speaker ?? documents[citation.documentId]?.sourceName ?? '')}</p>
<p class="words">${isDirect ? html`<q>${letters}</q>` : letters} ${citationLink(citation, documents, reader)}</p></div>`
  })
  return html`<div class="clash"><h3 class="sr">${words.brief.differ}</h3>${sides}${
    told.signal &&
    html`<p class="why">${words.signaledBy} “${exactWords(told.signal, documents)}” ${citationLink(told.signal, documents, reader)}</p>`
  }</div>`
}
