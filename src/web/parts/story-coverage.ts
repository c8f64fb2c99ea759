import type { BriefPoint, Member } from '../../core/story.ts'
import type { StoryView } from '../../operations/views.ts'
import type { Reader } from '../reader.ts'
import { correctedMark } from './corrected-mark.ts'
import { type Html, html, joined } from './html.ts'
import { foreign } from './language.ts'
import { articlePath, comparePath } from './links.ts'
import { wholeLink } from './long-story.ts'
import { section } from './section.ts'
import { brief } from './time.ts'
import { whyHere } from './why-here.ts'

/** With more articles the page of a story leads to them, all told under `?all=coverage`. */
const mostTold = 30

/** Coverage: every article, what of it is its own, which points it carries, and why it is here. Copies are folded. */
export function coverageSection(story: StoryView, reader: Reader, isWhole = false): Html {
  const { words } = reader
  const { members } = story.dossier
  if (members.length < 2) return html``
  const copies = members.filter(({ role }) => role === 'copy')
  const others = members.filter(({ role }) => role !== 'copy')
  const isLong = members.length > mostTold
  const shown = isLong && !isWhole ? [] : others
  return section(
    'coverage',
    words.coverage,
    html`${(isWhole || !isLong) && html`<p class="note">${story.dossier.coverage ? words.matrix.articlesNote : words.coverageNote}</p>`}
${shown.length > 0 && coverageTable(shown, words.ownReporting, story, reader)}
${
  (isWhole || !isLong) &&
  copies.length > 0 &&
  html`<details class="copies"${(others.length === 0 || isWhole) && html` open`}>
<summary>${words.copies(copies.length)}</summary>
${coverageTable(copies, words.copies(copies.length), story, reader)}
</details>`
}${html`<p class="whole"><a href="${comparePath(story.id)}">${words.storyPage.compare.title}</a></p>`}${isLong && wholeLink(story.id, 'coverage', words.storyPage.allArticles(members.length), isWhole, reader)}`,
  )
}

/** One row for each article; it scrolls sideways by itself, so that the page never has to. */
function coverageTable(members: readonly Member[], label: string, story: StoryView, reader: Reader): Html {
  const { words } = reader
  const points = pointsBeside(story).map(
    (_, index) => html`<th scope="col" class="dot"><abbr title="${words.point(index + 1)}">${index + 1}</abbr></th>`,
  )
  return html`<div class="scroll" role="region" aria-label="${label}" tabindex="0"><table class="coverage">
<thead><tr>
<th scope="col">${words.outlet}</th>
<th scope="col">${words.published}</th>
<th scope="col" class="num">${words.own}</th>
${points}
</tr></thead>
<tbody>${members.map((member) => memberRow(member, story, reader))}</tbody>
</table>
</div>`
}

/** The points with a column of their own: none where a matrix of its own tells who carries them. */
function pointsBeside({ dossier }: StoryView): readonly BriefPoint[] {
  return dossier.coverage ? [] : dossier.brief
}

function memberRow(member: Member, story: StoryView, reader: Reader): Html {
  const { words } = reader
  const labels = joined(
    [
      member.role === 'partly-own' && words.roles['partly-own'],
      member.role === 'undecided' && words.undecided,
      member.kind !== 'article' && words.kinds[member.kind],
      member.completeness.kind !== 'complete' && words.completeness[member.completeness.kind],
      correctedMark(member.documentId, story.dossier, reader),
    ],
    ' · ',
  )
  return html`<tr>
<th scope="row">
<a href="${articlePath(member.articleId)}"><b>${foreign(member.sourceName)}</b>
<span class="t">${foreign(member.title)}</span></a>
${labels.length > 0 && html`<span class="labels">${labels}</span>`}${whyHere(member, story, reader)}
</th>
<td><time datetime="${member.publishedAt}">${brief(member.publishedAt, reader)}</time></td>
<td class="num">${words.percent(member.own)}</td>
${pointsBeside(story).map((point) => carriedCell(carries(member, point, story.dossier.members)))}
</tr>
`

  function carriedCell(isCarried: boolean): Html {
    return isCarried
      ? html`<td class="dot"><span aria-hidden="true">●</span><span class="sr">${words.carries}</span></td>`
      : html`<td class="dot"><span class="sr">${words.doesNotCarry}</span></td>`
  }
}

/**
 * True when this very article carries the point: it is cited for it, or its outlet is named and has no other article
 * here. An outlet with several articles carries a point in some of them only; no dot is better than a wrong one.
 */
function carries(member: Member, point: BriefPoint, members: readonly Member[]): boolean {
  if (point.citations.some(({ documentId }) => documentId === member.documentId)) return true
  const isOnlyOne = members.filter(({ sourceName }) => sourceName === member.sourceName).length === 1
  return isOnlyOne && point.outlets.includes(member.sourceName)
}
