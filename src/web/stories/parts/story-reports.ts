import type { Citation } from '../../../core/citation.ts'
import type { Member, Report } from '../../../core/story.ts'
import type { Retelling, SharedText } from '../../../core/text/text-reuse.ts'
import type { StoryView } from '../../../operations/views.ts'
import { correctedMark } from '../../articles/parts/corrected-mark.ts'
import { citationLink, exactWords, lookAlikeSite } from '../../layout/citation-link.ts'
import { foreign, type Html, html, joined, languageAttributes } from '../../layout/html.ts'
import { articlePath } from '../../layout/links.ts'
import { bySize, howKnown } from '../../layout/report-order.ts'
import { section } from '../../layout/section.ts'
import { brief } from '../../layout/time.ts'
import type { Reader } from '../../reader.ts'
import { wholeLink, wholePath } from './long-story.ts'

const reportsShown = 12
const membersShown = 12
/** With more articles the page names the reports only, and shows all under `?all=reports`. */
const mostShown = 30
const linesShown = 2

type Part = {
  readonly story: StoryView
  readonly reader: Reader
  readonly byDocument: ReadonlyMap<string, Member>
  readonly shared: ReadonlyMap<string, SharedText>
  readonly retellings: ReadonlyMap<string, Retelling>
}

/** Id of a report on the story's page. */
export const reportAnchor = (report: Pick<Report, 'group'>): string => `report-${report.group + 1}`

/**
 * How the reports are counted: every report with its articles, how its origin is known, each text's own share, and the sentences that make
 * them one, each linked to its place on both sides. A story of one article needs no count.
 */
export function reportSection(story: StoryView, reader: Reader, isWhole = false): Html {
  const { members, reports, shared = [], retellings = [] } = story.dossier
  if (members.length < 2) return html``
  const part: Part = {
    story,
    reader,
    byDocument: new Map(members.map((member) => [member.documentId, member])),
    shared: new Map(shared.map((one) => [one.documentId, one])),
    retellings: new Map(retellings.map((one) => [one.documentId, one])),
  }
  const { words } = reader
  const own = reader.words.counting
  const sorted = bySize(reports)
  const isLong = members.length > mostShown
  const rest = isLong ? [] : sorted.slice(reportsShown)
  const all = words.storyPage.allReports(reports.length)
  if (isLong && !isWhole)
    return section(
      'reports',
      own.title,
      html`<p class="note">${own.note} <a href="/about#independence">${words.howCounted}</a></p>
<ol class="reports">${sorted.slice(0, linesShown).map((report) => reportLine(report, part))}
</ol>${wholeLink(story.id, 'reports', all, false, reader)}`,
    )
  return section(
    'reports',
    own.title,
    html`<p class="note">${own.note} <a href="/about#independence">${words.howCounted}</a></p>
<ol class="reports">${sorted.slice(0, isLong ? sorted.length : reportsShown).map((report) => reportPart(report, part))}
</ol>${isLong && wholeLink(story.id, 'reports', all, true, reader)}${
      rest.length > 0 &&
      html`<details class="rest">
<summary>${words.more(rest.length)}</summary>
<ol class="reports" start="${reportsShown + 1}">${rest.map((report) => reportPart(report, part))}
</ol>
</details>`
    }`,
  )
}

/** A report of a long story: its name, its number of articles, and how its origin is known; the rest is on another page. */
function reportLine(report: Report, { story, reader }: Part): Html {
  const { words } = reader
  const known = joined([words.articles(report.documentIds.length), howKnown(report, reader)], ' · ')
  const anchor = reportAnchor(report)
  return html`<li id="${anchor}"><a href="${wholePath(story.id, 'reports', anchor)}"><b>${foreign(report.originName)}</b></a> <span class="n">${known}</span></li>
`
}

function reportPart(report: Report, part: Part): Html {
  const { words } = part.reader
  const own = words.counting
  const members = report.documentIds.flatMap((id) => part.byDocument.get(id) ?? [])
  const shown = members.slice(0, membersShown)
  const rest = members.slice(membersShown)
  const isOne = members.length === 1
  const isPartly = isOne && members[0]?.role === 'partly-own'
  const known = isPartly ? words.roles['partly-own'] : howKnown(report, part.reader)
  // The anchor is inside, so that a link to it opens what is folded (HTML: ancestor revealing).
  return html`<li><details>
<summary><b>${foreign(report.originName)}</b> <span class="n">${joined([words.articles(members.length), known], ' · ')}</span></summary>
${(!isOne || report.how !== 'alone') && html`<p class="note">${report.claimedBy === undefined ? own.because[report.how] : own.claimed}</p>`}
${report.owner !== undefined && html`<p class="note">${own.sameOwner} ${foreign(report.owner)}</p>`}
<ul class="texts" id="${reportAnchor(report)}">${shown.map((member) => memberPart(member, report, part))}
</ul>${
    rest.length > 0 &&
    html`<p class="small">${joined(
      rest.map(({ articleId, sourceName }) => html`<a href="${articlePath(articleId)}">${foreign(sourceName)}</a>`),
      ' · ',
    )}</p>`
  }
</details></li>
`
}

function memberPart(member: Member, report: Report, part: Part): Html {
  const { reader, byDocument } = part
  const { words } = reader
  const own = reader.words.counting
  const shared = part.shared.get(member.documentId)
  const retelling = part.retellings.get(member.documentId)
  const labels = joined(
    [
      member.role !== 'original' && words.roles[member.role],
      member.kind !== 'article' && words.kinds[member.kind],
      words.ownShare(words.percent(member.own)),
      correctedMark(member.documentId, part.story.dossier, reader),
    ],
    ' · ',
  )
  return html`<li>
<p><a href="${articlePath(member.articleId)}"><b>${foreign(member.sourceName)}</b></a>${lookAlikeSite(part.story.documents[member.documentId], part.story.documents)}
<time datetime="${member.publishedAt}">${brief(member.publishedAt, reader)}</time> <span class="labels">${labels}</span></p>
${reasonOf(member, report)}${shared && evidence(own.wordForWord, shared.otherId, shared.passages, html`${own.passages}${reader.words.colon}${words.number(shared.count)}`)}${
  retelling &&
  html`${evidence(own.retold, retelling.otherId, retelling.pairs, html`${own.figures}${reader.words.colon}${words.number(retelling.figures)}`)}
<p class="note">${own.retoldNote}</p>`
}</li>
`

  function reasonOf({ role, copiedFrom }: Member, { documentIds, how }: Report): Html {
    // An old dossier has no passages; its copy still names the article it was taken from.
    if (role === 'copy' && !shared && !(copiedFrom && byDocument.has(copiedFrom)))
      return html`<p class="note">${how === 'credit' ? own.agencyNotHeld : own.noneFound}</p>`
    if (role !== 'partly-own') return html``
    if (copiedFrom && documentIds.includes(copiedFrom)) return html`<p class="note">${own.takenOver}</p>`
    return html`<p class="note">${member.own >= 0.5 ? own.partlyOwn : own.noneFound}</p>`
  }

  /** The sentences themselves, each with both its places, so that the count can be verified. */
  function evidence(label: string, otherId: string, pairs: SharedText['passages'], count: Html): Html {
    const { documents } = part.story
    const other = byDocument.get(otherId)?.sourceName ?? documents[otherId]?.sourceName ?? words.citation
    return html`<details class="how">
<summary>${label} ${foreign(other)} · ${count}</summary>
<ul>${pairs.map(
      ({ here, there }) => html`<li>${
        here.exact === there.exact
          ? sentence(here, html`${citationLink(here, documents, reader)} ${citationLink(there, documents, reader)}`)
          : html`${sentence(here, citationLink(here, documents, reader))}${sentence(there, citationLink(there, documents, reader))}`
      }</li>
`,
    )}</ul></details>`

    function sentence(citation: Citation, links: Html): Html {
      return html`
<p${languageAttributes(documents[citation.documentId]?.language)}>${exactWords(citation, documents)} ${links}</p>`
    }
  }
}
