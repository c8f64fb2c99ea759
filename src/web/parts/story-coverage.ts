import type { BriefPoint, Member, Report } from '../../core/story.ts'
import type { StoryView } from '../../operations/views.ts'
import type { Reader } from '../reader.ts'
import { bar } from './bar.ts'
import { type Html, html, joined } from './html.ts'
import { foreign } from './language.ts'
import { articlePath } from './links.ts'
import { bySize, whyOne } from './report-order.ts'
import { section } from './section.ts'
import { reportAnchor } from './story-reports.ts'
import { brief } from './time.ts'
import { whyHere } from './why-here.ts'

const reportsShown = 8
const copiesShown = 6
const membersShown = 60

/** Where it comes from: each independent report with those who copied it, and how much of their text is their own. */
export function originSection(story: StoryView, reader: Reader): Html {
  const { reports, members } = story.dossier
  if (reports.length === 0) return html``
  const byDocument = new Map(members.map((member) => [member.documentId, member]))
  const sorted = bySize(reports)
  const one = (report: Report) => originPart(report, byDocument, members.length, reader)
  const rest = sorted.slice(reportsShown)
  return section(
    'origins',
    reader.words.origins,
    html`<ul class="origins">${sorted.slice(0, reportsShown).map(one)}
</ul>${
      rest.length > 0 &&
      html`<details class="rest">
<summary>${reader.words.more(rest.length)}</summary>
<ul class="origins">${rest.map(one)}
</ul>
</details>`
    }
<p class="note"><a href="/about#independence">${reader.words.howCounted}</a></p>`,
  )
}

function originPart(report: Report, byDocument: ReadonlyMap<string, Member>, total: number, reader: Reader): Html {
  const { words } = reader
  const members = report.documentIds.map((id) => byDocument.get(id)).filter((member) => member !== undefined)
  const isAlone = report.documentIds.length === 1
  const own = members[0]?.own ?? 1
  const share = isAlone ? own : report.documentIds.length / Math.max(1, total)
  const label = isAlone
    ? own < 0.95
      ? html`<a class="how" href="#${reportAnchor(report)}">${words.ownShare(words.percent(own))}</a>`
      : words.original
    : words.originOf(words.articles(report.documentIds.length))
  const originName = html`<b>${foreign(report.originName)}</b>`
  const copies = members.filter((member) => !(member.role === 'original' && member.sourceName === report.originName))
  return html`<li>
<p>${isAlone && members[0] ? html`<a href="${articlePath(members[0].articleId)}">${originName}</a>` : originName} · ${label}</p>${bar(share)}
${
  !isAlone &&
  html`<p class="kids"><a class="how" href="#${reportAnchor(report)}">${whyOne(report, reader)}</a>${joined(copies.slice(0, copiesShown).map(copyName), ' · ')}
${copies.length > copiesShown && html` · <a href="#coverage">${words.more(copies.length - copiesShown)}</a>`}</p>`
}</li>`

  function copyName(member: Member): Html {
    const share = member.own >= 0.05 && html`<span class="share">${words.ownShare(words.percent(member.own))}</span>`
    return html`<a href="${articlePath(member.articleId)}">${foreign(member.sourceName)}</a> ${share}`
  }
}

/** Coverage: every article, what of it is its own, which points it carries, and why it is here. Copies are folded. */
export function coverageSection(story: StoryView, reader: Reader): Html {
  const { words } = reader
  const { members } = story.dossier
  if (members.length < 2) return html``
  const copies = members.filter(({ role }) => role === 'copy')
  const others = members.filter(({ role }) => role !== 'copy')
  return section(
    'coverage',
    words.coverage,
    html`<p class="note">${story.dossier.coverage ? reader.words.matrix.articlesNote : words.coverageNote}</p>
${others.length > 0 && coverageTable(others, words.ownReporting, story, reader)}
${
  copies.length > 0 &&
  html`<details class="copies"${others.length === 0 && html` open`}>
<summary>${words.copies(copies.length)}</summary>
${coverageTable(copies, words.copies(copies.length), story, reader)}
</details>`
}`,
  )
}

/** One row for each article; it scrolls sideways by itself, so that the page never has to. */
function coverageTable(members: readonly Member[], label: string, story: StoryView, reader: Reader): Html {
  const { words } = reader
  const shown = members.slice(0, membersShown)
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
<tbody>${shown.map((member) => memberRow(member, story, reader))}</tbody>
</table>
</div>${members.length > shown.length && html`<p class="note">${words.more(members.length - shown.length)}</p>`}`
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
