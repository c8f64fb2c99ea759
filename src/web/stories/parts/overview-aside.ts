import type { Member, Report, TimelineEvent } from '../../../core/story.ts'
import { firstReport } from '../../../core/time/day-only.ts'
import type { StoryView } from '../../../operations/views.ts'
import { citationLink } from '../../layout/citation-link.ts'
import { foreign, type Html, html, joined, languageAttributes, languageName } from '../../layout/html.ts'
import { articlePath, storyPath, storyTabPath } from '../../layout/links.ts'
import { outletMark } from '../../layout/outlet-mark.ts'
import { reportBar } from '../../layout/report-bar.ts'
import { bySize, byTime } from '../../layout/report-order.ts'
import { brief, partialDate } from '../../layout/time.ts'
import type { Reader } from '../../reader.ts'
import { storyExamples } from '../../search/parts/ask-examples.ts'
import { askForm } from '../../search/parts/ask-form.ts'
import { startOf } from './plot-timeline.ts'
import { ownBar } from './report-list.ts'
import { promiseItem } from './story-accounts.ts'
import { newStatementMark } from './story-changes.ts'
import { clipped, languageOf, part } from './story-frame.ts'

const [rowsShown, copiesShown, eventsShown, promisesShown, earlierShown] = [5, 2, 4, 2, 2]
const lettersShown = 90

/** Beside a story's overview: who covers it, when, what was promised, what came before, and a field to ask. */
export function overviewAside(story: StoryView, reader: Reader): Html {
  return html`<aside aria-label="${reader.words.storyPage.beside}">
${coverageSummary(story, reader)}${timelineSummary(story, reader)}${promiseSummary(story, reader)}${earlierSummary(story, reader)}${languageLinks(story, reader)}${part(
  'ask',
  reader.words.asking.ofStory,
  askForm(reader.words.asking.ofStory, { story: story.id }, reader, storyExamples(story, reader.words.asking)[0]),
)}</aside>`
}

function coverageSummary(story: StoryView, reader: Reader): Html {
  const { words } = reader
  const { members, reports } = story.dossier
  if (members.length < 2) return html``
  const href = storyTabPath(story.id, 'coverage')
  const rows = rowsOf(story, reader)
  const shown = rows.slice(0, rowsShown)
  const left = members.length - shown.filter(({ isArticle }) => isArticle).length
  return part(
    'coverage',
    words.storyTabs.coverage,
    html`<p class="sum3"><span>${strongCount(words.reports(reports.length))}</span></p>${reportDrawing(story, reader)}<table class="cov"><caption class="sr">${words.storyTabs.coverage}</caption><thead><tr><th scope="col">${words.outlet}</th><th scope="col">${words.own}</th></tr></thead><tbody>
${shown.map(({ row }) => row)}</tbody></table>${left > 0 && html`<p class="note"><a href="${href}">${words.more(left)}</a></p>`}`,
    { href, label: words.storyPage.details },
  )
}

/** The number of a count in bold: `4 independent reports`. */
function strongCount(text: string): Html {
  const [, before = '', number = '', after = text] = /^(\D*)([\d\p{Nd}.,\u202f\u00a0]*\p{Nd})(.*)$/u.exec(text) ?? []
  return number ? html`${before}<b>${number}</b>${after}` : html`${text}`
}

/** The bar of a story's reports, and below it how many are original and how many texts are carried by several outlets. */
export function reportDrawing({ dossier: { reports } }: StoryView, { words }: Reader): Html {
  const copied = reports.filter(({ documentIds }) => documentIds.length > 1)
  const alone = reports.length - copied.length
  const carriers = copied.reduce((sum, { documentIds }) => sum + documentIds.length, 0)
  const sizes = reports.map(({ documentIds }) => documentIds.length)
  return html`${reportBar(sizes, true)}<p class="key">${alone > 0 && html`<span><i></i>${words.storyPage.original(alone)}</span>`}${
    copied.length > 0 && html`<span><i class="c"></i>${words.storyPage.sharedTexts(copied.length, carriers)}</span>`
  }</p>`
}

type Row = { readonly row: Html; readonly isArticle: boolean }

/** One row for each report, and below a text of several outlets some of them. */
function rowsOf(story: StoryView, reader: Reader): readonly Row[] {
  const { members, reports } = story.dossier
  const byDocument = new Map(members.map((member) => [member.documentId, member]))
  const first = firstReport(members)
  const inTime = (report: Report) => byTime(report.documentIds.flatMap((id) => byDocument.get(id) ?? []))
  const [alone, copied] = [true, false].map((isAlone) =>
    reports.filter(({ documentIds }) => (documentIds.length === 1) === isAlone),
  ) as [Report[], Report[]]
  const single = byTime(alone.flatMap(inTime)).map((member) => row(member, false))
  return [...single, ...bySize(copied).flatMap(copiedRows)]

  function copiedRows(report: Report): readonly Row[] {
    const inOrder = inTime(report)
    const own = inOrder.find(({ sourceName, role }) => sourceName === report.originName && role === 'original')
    const carriers = inOrder.filter((member) => member !== own)
    const head = own
      ? row(own, false)
      : {
          row: html`<tr><th scope="row"><span class="o">${outletMark({ name: report.originName }, reader)}<span>${foreign(report.originName)}</span></span></th><td></td></tr>
`,
          isArticle: false,
        }
    return [head, ...carriers.slice(0, copiesShown).map((member) => row(member, true))]
  }

  function row(member: Member, isCopy: boolean): Row {
    const { words } = reader
    const note = joined(
      [
        html`<time datetime="${member.publishedAt}">${brief(member.publishedAt, reader)}</time>`,
        member === first && html`<b class="kick">${words.storyPage.first}</b>`,
        !isCopy && member.role !== 'original' && words.roles[member.role],
      ],
      ' · ',
    )
    const made = html`<tr${isCopy && html` class="sub"`}><th scope="row"><span class="o">${outletMark({ id: member.sourceId, name: member.sourceName }, reader)}<span><a href="${articlePath(member.articleId)}">${foreign(member.sourceName)}</a><small>${note}</small></span></span></th><td>${ownBar(member.own, reader)}</td></tr>
`
    return { row: made, isArticle: true }
  }
}

function timelineSummary(story: StoryView, reader: Reader): Html {
  const { words } = reader
  const { timeline } = story.dossier
  if (timeline.length === 0) return html``
  const shown = nearest(timeline, story.lastAt)
  return part(
    'timeline',
    words.storyTabs.timeline,
    html`<ol class="tl">${shown.map(
      (event) =>
        html`<li${event.isPlanned && html` class="plan"`}><b><time datetime="${event.date}">${partialDate(event.date, reader)}</time>${event.isPlanned && html` · ${words.planned}`}</b><p${languageAttributes(languageOf(event.citations[0].documentId, story))}>${newStatementMark(event.citations, story, reader)}${clipped(event.text, lettersShown)} ${citationLink(event.citations[0], story.documents, reader)}</p></li>
`,
    )}</ol>`,
    { href: storyTabPath(story.id, 'timeline'), label: words.storyPage.all(timeline.length) },
  )
}

/** The events nearest to the reporting, one of them planned if any is, each sentence once. */
function nearest(timeline: readonly TimelineEvent[], reportedAt: string): readonly TimelineEvent[] {
  const distance = ({ date }: TimelineEvent) =>
    Math.abs((startOf(date) ?? Number.POSITIVE_INFINITY) - Date.parse(reportedAt))
  const once = timeline.filter(({ text }, index) => timeline.findIndex((other) => other.text === text) === index)
  const ranked = once.toSorted((a, b) => distance(a) - distance(b))
  const plan = ranked.find(({ isPlanned }) => isPlanned)
  const rest = ranked.filter((event) => event !== plan)
  const chosen = new Set([...rest.slice(0, plan ? eventsShown - 1 : eventsShown), ...(plan ? [plan] : [])])
  return once.filter((event) => chosen.has(event))
}

function promiseSummary(story: StoryView, reader: Reader): Html {
  const { commitments } = story.dossier
  if (commitments.length === 0) return html``
  const { words } = reader
  const more =
    commitments.length > promisesShown
      ? {
          href: `${storyTabPath(story.id, 'timeline')}#promises`,
          label: words.storyPage.all(commitments.length),
        }
      : undefined
  return part(
    'promises',
    words.commitments,
    html`<ul class="prom">${commitments.slice(0, promisesShown).map((each) => promiseItem(each, story, reader, lettersShown))}</ul>`,
    more,
  )
}

/** The stories before this one on the same matter; without such a line, those related to it. */
function earlierSummary({ id, storyline, related, dossier }: StoryView, reader: Reader): Html {
  const { words } = reader
  const place = storyline.findIndex(({ isPresent }) => isPresent)
  const before = storyline.slice(0, Math.max(0, place)).toReversed()
  const others = before.length > 0 ? before : related.map((each) => ({ ...each, firstAt: each.lastAt }))
  const total = storyline.length + related.length
  if (others.length === 0) return html``
  const href = `${storyTabPath(id, 'timeline')}#earlier`
  return html`<div class="after">${part(
    'earlier',
    before.length > 0 ? words.relations.storyline : words.relations.related,
    others
      .slice(0, earlierShown)
      .map(
        ({ id: other, title, firstAt, articleCount }) =>
          html`<a href="${storyPath(other)}"${languageAttributes(dossier.language)}>${title}<small><time datetime="${firstAt}">${brief(firstAt, reader)}</time> · ${words.articles(articleCount)}</small></a>`,
      ),
    total > earlierShown ? { href, label: words.mine.everything } : undefined,
  )}</div>`
}

function languageLinks({ id, inOtherLanguages }: StoryView, reader: Reader): Html {
  if (inOtherLanguages.length === 0) return html``
  const { words } = reader
  return html`<div class="after">${part(
    'languages',
    words.relations.inOtherLanguages,
    inOtherLanguages.map(
      ({ id: other, title, language, articleCount }) =>
        html`<a href="${storyPath(other)}"${languageAttributes(language)}>${title}<small>${languageName(language, words.locale)} · ${words.articles(articleCount)}</small></a>`,
    ),
    { href: `${storyTabPath(id, 'timeline')}#languages`, label: words.storyPage.details },
  )}</div>`
}
