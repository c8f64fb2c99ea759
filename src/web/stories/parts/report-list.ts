import type { Citation } from '../../../core/citation.ts'
import type { Dossier, Member, Report } from '../../../core/story.ts'
import { firstReport } from '../../../core/time/day-only.ts'
import type { StoryView } from '../../../operations/views.ts'
import { citationLink, exactWords, lookAlikeSite } from '../../layout/citation-link.ts'
import { foreign, type Html, html, joined, languageAttributes, type Piece } from '../../layout/html.ts'
import { articlePath, storyTabPath } from '../../layout/links.ts'
import { outletMark } from '../../layout/outlet-mark.ts'
import { plainLine } from '../../layout/plain-line.ts'
import { byTime } from '../../layout/report-order.ts'
import { brief, timeApart } from '../../layout/time.ts'
import type { Reader } from '../../reader.ts'

const [reportsShown, membersShown] = [6, 3]
/** Passages shown of each article in a story of more articles than fit. */
const [passagesShown, membersOfShort] = [2, 20]

/** Id of a report on the page of a story's coverage. */
const reportAnchor = (report: Pick<Report, 'group'>): string => `report-${report.group + 1}`

/** The share of a text that is its own, as a number and a bar. */
export function ownBar(own: number, { words }: Reader): Html {
  return html`${words.percent(own)}${shareBar(100 * Math.min(1, Math.max(0, own)))}`
}

/** A share of 100 as a bar; the number beside it says the same. */
export function shareBar(percent: number): Html {
  return html`<svg class="own" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true" focusable="false"><rect width="${Math.round(percent)}" height="8"/></svg>`
}

/**
 * Every independent report with its articles: who published it when, how its origin is known, each text's own share, and the sentences
 * that make articles one report, each with both its places. Of a long story the first ones, unless all are asked for.
 */
export function reportList(story: StoryView, reader: Reader, isWhole: boolean): Html {
  const { members, reports } = story.dossier
  const byDocument = new Map(members.map((member) => [member.documentId, member]))
  const firstOf = ({ documentIds }: Report) =>
    Math.min(...documentIds.map((id) => Date.parse(byDocument.get(id)?.publishedAt ?? '') || Number.POSITIVE_INFINITY))
  const sorted = reports.toSorted(
    (a, b) =>
      Number(a.documentIds.length > 1) - Number(b.documentIds.length > 1) ||
      b.documentIds.length - a.documentIds.length ||
      firstOf(a) - firstOf(b),
  )
  // Of a long story the texts that most outlets carry are not cut off.
  const largest = sorted.filter(({ documentIds }) => documentIds.length > 1).slice(0, reportsShown / 2)
  const short = [
    ...sorted.filter((report) => !largest.includes(report)).slice(0, reportsShown - largest.length),
    ...largest,
  ]
  const shown = isWhole || sorted.length <= reportsShown ? sorted : short
  return html`<ol class="org">${shown.map((report) => reportItem(report, story, reader, isWhole))}
</ol>${uncountedList(story, reader)}${
    shown.length < sorted.length &&
    html`<p><a class="btn more" href="${storyTabPath(story.id, 'coverage', { all: '1' })}">${reader.words.storyPage.all(sorted.length)}</a></p>`
  }`
}

/** Articles of the story that are no report: opinion by what their pages say, and what may be opinion by its words. */
function uncountedList(story: StoryView, reader: Reader): Html | false {
  const { opinions, mayBeOpinions } = reader.words.counting
  const counted = new Set(story.dossier.reports.flatMap(({ documentIds }) => documentIds))
  const others = story.dossier.members.filter(({ documentId }) => !counted.has(documentId))
  const [labeled = [], unlabeled = []] = [true, false].map((is) =>
    others.filter(({ kind }) => (kind === 'opinion') === is),
  )
  return others.length > 0 && html`<ul class="org">${listOf(opinions, labeled)}${listOf(mayBeOpinions, unlabeled)}</ul>`

  function listOf(label: string, members: readonly Member[]): Html | false {
    return (
      members.length > 0 &&
      html`<li><p>${label}</p><ul>${byTime(members).map((member) => carrierItem(member, undefined, story, reader, false))}</ul></li>`
    )
  }
}

function reportItem(report: Report, story: StoryView, reader: Reader, isWhole: boolean): Html {
  const { words } = reader
  const own = words.counting
  const documentIds = new Set<string>(report.documentIds)
  const ofReport = story.dossier.members.filter(({ documentId }) => documentIds.has(documentId))
  const inOrder = byTime(ofReport)
  const dated = inOrder.length === documentIds.size ? inOrder : ofReport
  const origin =
    dated.length === 1
      ? dated[0]
      : dated.find(({ role, sourceName }) => role === 'original' && sourceName === report.originName)
  const carriers = dated.filter((member) => member !== origin)
  const shown = isWhole ? carriers : carriers.slice(0, membersShown)
  const rest = carriers.length - shown.length
  const because = report.claimedBy === undefined ? own.because[report.how] : own.claimed
  const owner = report.owner !== undefined && html`<p>${own.sameOwner} ${foreign(report.owner)}</p>`
  const head = origin
    ? html`<div class="oh">${outletMark({ id: origin.sourceId, name: origin.sourceName }, reader)}<div>${articleName(origin, story)}<small>${noteOf(origin, story, reader)}</small></div><span class="nw">${ownBar(origin.own, reader)}</span></div>`
    : html`<div class="oh">${outletMark({ name: report.originName }, reader)}<div><b>${foreign(report.originName)}</b><small>${because}</small></div></div>`
  const isPlain = carriers.length === 0 && report.how === 'alone'
  return html`<li id="${reportAnchor(report)}">${head}${
    origin &&
    (carriers.length === 0 ? reasonOf(origin, report, story, reader, isPlain && because) : html`<p>${because}</p>`)
  }${owner}${origin && evidenceOf(origin, report, story, reader, isWhole)}${
    shown.length > 0 &&
    html`<ul>${shown.map((member) => carrierItem(member, report, story, reader, isWhole))}${
      rest > 0 &&
      html`<li><a href="${storyTabPath(story.id, 'coverage', { all: '1' })}#${reportAnchor(report)}">${words.more(rest)}</a></li>`
    }</ul>`
  }</li>
`
}

function carrierItem(
  member: Member,
  report: Report | undefined,
  story: StoryView,
  reader: Reader,
  isWhole: boolean,
): Html {
  return html`<li>${outletMark({ id: member.sourceId, name: member.sourceName }, reader)}<div>${articleName(member, story)} <small>${noteOf(member, story, reader)}</small>${
    report && html`${reasonOf(member, report, story, reader)}${evidenceOf(member, report, story, reader, isWhole)}`
  }</div><span>${ownBar(member.own, reader)}</span></li>
`
}

function articleName(member: Member, { documents }: StoryView): Html {
  return html`<a href="${articlePath(member.articleId)}" title="${plainLine(member.title)}"><b>${foreign(member.sourceName)}</b></a>${lookAlikeSite(documents[member.documentId], documents)}`
}

/** When an article was published, how long after the first, and what kind of text it is. */
function noteOf(member: Member, story: StoryView, reader: Reader): readonly Piece[] {
  const { words } = reader
  const { members, shared = [] } = story.dossier
  const first = firstReport(members)
  // The passages below name the other article too.
  const isNamed = shared.some(({ documentId }) => documentId === member.documentId)
  const source = isNamed ? undefined : members.find(({ documentId }) => documentId === member.copiedFrom)?.sourceName
  const later = first && timeApart(Date.parse(member.publishedAt) - Date.parse(first.publishedAt), reader)
  return joined(
    [
      html`<time datetime="${member.publishedAt}">${brief(member.publishedAt, reader)}</time>`,
      member === first
        ? html`<b class="kick">${words.storyPage.first}</b>`
        : later !== undefined && words.arranging.afterFirst(later),
      source !== undefined && html`${words.roles.copy}${words.colon}${foreign(source)}`,
      member.role === 'undecided' && words.undecided,
      member.kind !== 'article' && words.kinds[member.kind],
      member.completeness.kind !== 'complete' && words.completeness[member.completeness.kind],
      correctedMark(member.documentId, story.dossier, reader),
    ],
    ' · ',
  )
}

/** Names the correction or retraction of an article by its outlet; links to the words. */
function correctedMark(documentId: string, { amendments = [] }: Dossier, { words }: Reader): Html | false {
  const kinds = amendments.flatMap(({ kind, citation }) => (citation.documentId === documentId ? kind : []))
  const told = (['retraction', 'correction'] as const).find((kind) => kinds.includes(kind))
  return told !== undefined && html`<a href="#amendments">${words.since.amendmentKinds[told]}</a>`
}

/** Why an article counts as it does, when its passages below do not say so. `alone`: what is said of one that shares nothing. */
function reasonOf(
  member: Member,
  report: Report,
  story: StoryView,
  reader: Reader,
  alone: string | false = false,
): Html {
  const own = reader.words.counting
  const { role, copiedFrom, retells } = member
  const { documents } = story
  const { members, shared = [] } = story.dossier
  if (retells)
    return html`<p>${own.retells}</p><p class="sh"${languageAttributes(documents[retells.documentId]?.language)}>${exactWords(retells, documents)} ${citationLink(retells, documents, reader)}</p>`
  const hasPassages = shared.some(({ documentId }) => documentId === member.documentId)
  const isSourceHere = members.some(({ documentId }) => documentId === copiedFrom)
  const text =
    role === 'copy' && !hasPassages && !isSourceHere
      ? own.noneFound
      : role === 'partly-own'
        ? copiedFrom && report.documentIds.includes(copiedFrom)
          ? own.takenOver
          : member.own >= 0.5
            ? own.partlyOwn
            : own.noneFound
        : alone
  return text ? html`<p>${text}</p>` : html``
}

/** The sentences an article has in common with another, and those that tell the same facts in other words, each with both its places. */
function evidenceOf(member: Member, report: Report, story: StoryView, reader: Reader, isWhole: boolean): Html {
  const { documents, dossier } = story
  const most = isWhole || dossier.members.length <= membersOfShort ? Number.POSITIVE_INFINITY : passagesShown
  const { words } = reader
  const own = words.counting
  const shared = dossier.shared?.find(({ documentId }) => documentId === member.documentId)
  const retelling = dossier.retellings?.find(({ documentId }) => documentId === member.documentId)
  return html`${shared && fold(html`${own.wordForWord(shared.count)} ${nameOf(shared.otherId)}`, shared.passages)}${
    retelling &&
    fold(html`${own.retold} ${nameOf(retelling.otherId)}`, retelling.pairs, member.retells ? undefined : own.retoldNote)
  }`

  function nameOf(documentId: string): Html {
    const other = dossier.members.find((one) => one.documentId === documentId)
    return foreign(other?.sourceName ?? documents[documentId]?.sourceName ?? words.citation)
  }

  function fold(
    label: Html,
    pairs: readonly { readonly here: Citation; readonly there: Citation }[],
    note?: string,
  ): Html {
    return html`<details class="cop"><summary><span>${label}</span></summary>${pairs
      .slice(0, most)
      .map(({ here, there }) =>
        here.exact === there.exact
          ? sentence(here, html`${citationLink(here, documents, reader)} ${citationLink(there, documents, reader)}`)
          : html`${sentence(here, citationLink(here, documents, reader))}${sentence(there, citationLink(there, documents, reader))}`,
      )}${
      pairs.length > most &&
      html`<p><a class="go" href="${storyTabPath(story.id, 'coverage', { all: '1' })}#${reportAnchor(report)}">${words.more(pairs.length - most)}</a></p>`
    }${note !== undefined && html`<p class="note">${note}</p>`}</details>`
  }

  function sentence(citation: Citation, links: Html): Html {
    return html`
<p class="sh"${languageAttributes(documents[citation.documentId]?.language)}>${exactWords(citation, documents)} ${links}</p>`
  }
}
