import type { Member, Report } from '../../../core/story.ts'
import type { StoryView } from '../../../operations/views.ts'
import { bar } from '../../layout/badges.ts'
import { foreign, type Html, html } from '../../layout/html.ts'
import { articlePath } from '../../layout/links.ts'
import { bySize, whyOne } from '../../layout/report-order.ts'
import { section } from '../../layout/section.ts'
import { timeApart } from '../../layout/time.ts'
import type { Reader } from '../../reader.ts'
import { wholePath } from './long-story.ts'
import { reportAnchor } from './story-reports.ts'

const reportsShown = 8
const copiesShown = 6
const mostShown = 30
const reportsOfLong = 3
const copiesOfLong = 3

/**
 * Original reporting: a tree for each independent report, from its first publisher to those who copied it, with the delay and the share of
 * each text that is its own. The list itself is the drawing: its lines are borders, so it mirrors with the page.
 */
export function originSection(story: StoryView, reader: Reader): Html {
  const { reports, members } = story.dossier
  if (reports.length === 0) return html``
  const { words } = reader
  const byDocument = new Map(members.map((member) => [member.documentId, member]))
  // Of a long story the smaller reports are named in the section that counts them.
  const sorted = members.length > mostShown ? bySize(reports).slice(0, reportsOfLong) : bySize(reports)
  const trees = sorted.map((report) => reportTree(report, byDocument, story.id, reader))
  const rest = trees.slice(reportsShown)
  return section(
    'origins',
    words.origins,
    html`<ul class="origins">${trees.slice(0, reportsShown)}
</ul>${
      rest.length > 0 &&
      html`<details class="rest">
<summary>${words.more(rest.length)}</summary>
<ul class="origins">${rest}
</ul>
</details>`
    }
<p class="note">${sorted.length < reports.length && html`<a href="${wholePath(story.id, 'reports')}">${words.more(reports.length - sorted.length)}</a> · `}<a href="/about#independence">${words.howCounted}</a></p>`,
  )
}

function reportTree(report: Report, byDocument: ReadonlyMap<string, Member>, storyId: string, reader: Reader): Html {
  const { words } = reader
  const members = report.documentIds.flatMap((id) => byDocument.get(id) ?? [])
  const origin =
    members.find(({ role, sourceName }) => role === 'original' && sourceName === report.originName) ??
    (members.length === 1 ? members[0] : undefined)
  const copies = members.filter((member) => member !== origin)
  const name = html`<b>${foreign(report.originName)}</b>`
  const claimed = report.claimedBy !== undefined && copies.length === 0 && html` · ${whyOne(report, reader)}`
  const label = copies.length > 0 ? words.originOf(words.articles(members.length)) : labelOf(origin)
  const below = children(origin?.documentId)
  const most = byDocument.size > mostShown ? copiesOfLong : copiesShown
  return html`<li>
<p>${origin ? html`<a href="${articlePath(origin.articleId)}">${name}</a>` : name} · ${label}${claimed}</p>${origin && bar(origin.own)}${
    copies.length > 0 &&
    html`
<p class="by"><a class="how" href="#${reportAnchor(report)}">${whyOne(report, reader)}</a></p>
<ul class="lineage">${below.slice(0, most).map((member) => branch(member, 1))}${
      below.length > most &&
      html`
<li><a href="${wholePath(storyId, 'coverage')}">${words.more(below.length - most)}</a></li>`
    }
</ul>`
  }</li>
`

  /** The articles that copied a document; those whose source isn't here are roots. */
  function children(documentId: string | undefined): readonly Member[] {
    const isRoot = documentId === origin?.documentId
    return copies.filter(({ copiedFrom }) => {
      const isKnown = copiedFrom !== undefined && members.some((member) => member.documentId === copiedFrom)
      return isKnown ? copiedFrom === documentId : isRoot
    })
  }

  function branch(member: Member, depth: number): Html {
    const taken = depth < 4 ? children(member.documentId) : []
    const later = origin && timeApart(Date.parse(member.publishedAt) - Date.parse(origin.publishedAt), reader)
    return html`
<li><span class="leaf"><a href="${articlePath(member.articleId)}">${foreign(member.sourceName)}</a> <small>${later && html`+${later} · `}${words.ownShare(words.percent(member.own))}</small>${bar(member.own)}</span>${
      taken.length > 0 &&
      html`
<ul class="lineage">${taken.slice(0, copiesShown).map((next) => branch(next, depth + 1))}
</ul>`
    }</li>`
  }

  function labelOf(member: Member | undefined): Html {
    const own = member?.own ?? 1
    if (own >= 0.95) return html`${words.original}`
    return html`<a class="how" href="#${reportAnchor(report)}">${words.ownShare(words.percent(own))}</a>`
  }
}
