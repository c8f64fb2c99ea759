import type { SourcePageView } from '../../../operations/feeds/source-views.ts'
import { dayBins } from '../../day/parts/day-bins.ts'
import { foreign, type Html, html, languageName } from '../../layout/html.ts'
import { articlePath, sourcePath } from '../../layout/links.ts'
import { section, sectionName } from '../../layout/section.ts'
import { shortWhen, timeRange } from '../../layout/time.ts'
import { entityLink } from '../../people/parts/entity-link.ts'
import type { Reader } from '../../reader.ts'
import { columnsPlot } from '../../stories/parts/plot-columns.ts'
import { timeTicks } from '../../stories/parts/plot-dates.ts'
import { scaleOf } from '../../stories/parts/plot-scale.ts'
import { minutesApart } from './source-table.ts'

/** Below this many stories, articles or quotations a distribution says nothing. */
const enough = 5
const bounds = [15, 60, 180, 720, 1440] as const

/** How often it is first, and how late otherwise. */
export function speedSection({ report }: SourcePageView, reader: Reader): Html {
  const { words } = reader
  const { storyCount, firstCount, behindMinutes } = report.speed
  const stories = words.stories(storyCount)
  const body = storyCount < enough ? html`<p class="note">${words.outlets.tooFew(stories)}</p>` : speedPlot()
  return section('speed', words.outlets.speed, body)

  function speedPlot(): Html {
    const median = behindMinutes[Math.floor((behindMinutes.length - 1) / 2)]
    const bins = [
      { label: words.firstReport, short: words.firstReport, count: firstCount },
      ...bounds.map((bound, index) => ({
        label: words.outlets.within(minutesApart(bound, reader)),
        short: `≤${shortTime(bound, reader)}`,
        count: behindMinutes.filter((each) => each <= bound && each > (bounds[index - 1] ?? -1)).length,
      })),
      {
        label: words.outlets.later,
        short: `>${shortTime(bounds.at(-1)!, reader)}`,
        count: behindMinutes.filter((each) => each > bounds.at(-1)!).length,
      },
    ]
    return columnsPlot(
      {
        id: 'speed-plot',
        title: words.outlets.speed,
        caption:
          median === undefined
            ? words.outlets.allFirst(stories)
            : words.outlets.speedText(stories, words.number(firstCount), minutesApart(median, reader)),
        peak: words.number(Math.max(...bins.map(({ count }) => count))),
        heads: [words.outlets.behindFirst, words.find.tabs.stories],
        columns: bins.map(({ label, short, count }) => ({
          value: count,
          title: `${label}: ${words.stories(count)}`,
          label: short,
          row: [label, words.number(count)],
        })),
      },
      reader,
    )
  }
}

/** `15m`, `3h`, `1d`: for the small space under a column; its title and the table have it in full. */
function shortTime(minutes: number, { words }: Reader): string {
  const [unit, size] =
    minutes < 60 ? (['minute', 1] as const) : minutes < 1440 ? (['hour', 60] as const) : (['day', 1440] as const)
  return new Intl.NumberFormat(words.locale, { style: 'unit', unit, unitDisplay: 'narrow' }).format(minutes / size)
}

/** Its share of original text, by day or by week. */
export function ownTextSection({ report }: SourcePageView, reader: Reader): Html {
  const { words } = reader
  const total = report.ownByDay.reduce((sum, { articleCount }) => sum + articleCount, 0)
  const bins = dayBins(report.ownByDay).map(({ from, until, items }) => {
    const count = items.reduce((sum, { articleCount }) => sum + articleCount, 0)
    const own = items.reduce((sum, { articleCount, ownShare }) => sum + articleCount * ownShare, 0)
    return { from, until, count, share: count === 0 ? 0 : own / count }
  })
  const filled = bins.filter(({ count }) => count > 0)
  const [first, last] = [bins[0], bins.at(-1)]
  if (total < enough || filled.length < 2 || !first || !last)
    return section(
      'own',
      words.outlets.ownOverTime,
      html`<p class="note">${words.outlets.tooFew(words.articles(total))}</p>`,
    )
  const shares = filled.map(({ share }) => share)
  const range = ({ from, until }: { from: number; until: number }) =>
    timeRange(from, until, { ...reader, timeZone: 'UTC' })
  return section(
    'own',
    words.outlets.ownOverTime,
    html`${columnsPlot(
      {
        id: 'own-plot',
        title: words.outlets.ownOverTime,
        caption: words.outlets.ownText(words.percent(Math.min(...shares)), words.percent(Math.max(...shares))),
        peak: words.percent(Math.max(...shares)),
        full: 1,
        heads: [words.period, words.own, words.articlesHeading],
        columns: bins.map((bin) => ({
          value: bin.share,
          title: `${range(bin)}: ${words.percent(bin.share)}, ${words.articles(bin.count)}`,
          row: [range(bin), bin.count === 0 ? '–' : words.percent(bin.share), words.number(bin.count)],
        })),
        axis: { ticks: timeTicks(first.from, last.until, reader, 'UTC'), shareOf: scaleOf(first.from, last.until) },
      },
      reader,
    )}`,
  )
}

/** Articles whose text changed after publication; nothing without any. */
export function editSection({ report, editedCount }: SourcePageView, reader: Reader): Html {
  const { words } = reader
  if (report.edited.length === 0) return html``
  return section(
    'edits',
    words.quietlyEdited,
    html`<ul class="rel">${report.edited.map(
      ({
        articleId,
        title,
        at,
        revisionCount,
      }) => html`<li><a href="${articlePath(articleId)}#revisions" dir="auto">${title}</a>
<small>${words.outlets.versions(revisionCount)} · ${shortWhen(at, reader)}</small></li>
`,
    )}</ul>`,
    editedCount,
  )
}

/** Whose texts it copies, and who copies its texts; nothing when neither is known. */
export function copySection({ report }: SourcePageView, reader: Reader): Html {
  const { words } = reader
  const { copiesFrom, copiedBy } = report
  return html`${list('copies-from', words.outlets.copiesFrom, copiesFrom)}${list('copied-by', words.outlets.copiedBy, copiedBy)}`

  function list(id: string, title: string, rows: typeof copiesFrom): Html | false {
    return (
      rows.length > 0 &&
      section(
        id,
        title,
        html`<ul class="with">${rows.map(
          ({
            name,
            sourceId,
            storyCount,
          }) => html`<li>${sourceId ? html`<a href="${sourcePath(sourceId)}">${foreign(name)}</a>` : foreign(name)} <small>${words.stories(storyCount)}</small></li>
`,
        )}</ul>`,
      )
    )
  }
}

const speakersShown = 8

/** Whom its articles quote most; nothing when too few are quoted. */
export function quotedSection({ report }: SourcePageView, reader: Reader): Html {
  const { words } = reader
  if (report.quoteCount < enough) return html``
  return section(
    'quotes',
    words.outlets.quotes,
    html`<ul class="with">${report.speakers.slice(0, speakersShown).map(({ entity, quoteCount }) => html`<li>${entityLink(entity)} <small>${words.quotes(quoteCount)}</small></li>\n`)}</ul>`,
  )
}

/** The languages and sections of its stories. */
export function subjectSection({ report }: SourcePageView, reader: Reader): Html {
  const { words } = reader
  const list = (title: string, rows: typeof report.languages, nameOf: (name: string) => Html) =>
    rows.length > 0 &&
    html`<h3>${title}</h3><ul class="with">${rows.map(({ name, storyCount }) => html`<li>${nameOf(name)} <small>${words.stories(storyCount)}</small></li>\n`)}</ul>`
  if (report.languages.length === 0) return html``
  return html`<section id="subjects" aria-label="${words.outlets.sections}">${list(words.outlets.languages, report.languages, (name) => html`<span>${languageName(name, words.locale)}</span>`)}${list(words.outlets.sections, report.sections, (name) => foreign(sectionName(name, words)))}
</section>
`
}
