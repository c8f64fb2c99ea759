import type { ArticleView } from '../../../operations/views.ts'
import { bar } from '../../layout/badges.ts'
import { foreign, type Html, html } from '../../layout/html.ts'
import { articlePath, citationPath, storyTabPath } from '../../layout/links.ts'
import { section } from '../../layout/section.ts'
import { shortWhen } from '../../layout/time.ts'
import type { Reader } from '../../reader.ts'

/** Where else the text appears: whose words the article copies, who copies its words, and who reports the same in other words. */
export function sharedTextSection(view: ArticleView, reader: Reader): Html {
  const { syndications, retelling, story } = view
  const { words } = reader
  if (syndications.length === 0 && !retelling) return html``
  return section(
    'wire',
    words.alsoStandsIn,
    html`${syndications.length > 0 && html`<ol class="wires">${syndications.map((one, index) => otherPart(one, index, view, reader))}</ol>`}
${retelling && retellingPart(retelling, reader)}
${story && html`<p class="note"><a href="${storyTabPath(story.id, 'coverage')}">${reader.words.counting.title}</a></p>`}`,
  )
}

function otherPart(
  syndication: ArticleView['syndications'][number],
  index: number,
  view: ArticleView,
  reader: Reader,
): Html {
  const { words } = reader
  const { other, share } = syndication
  return html`<li id="origin-${index + 1}">
<p><a href="${articlePath(other.articleId)}"><b>${foreign(other.sourceName)}</b> ${foreign(other.title, other.language)}</a></p>${bar(share)}
<p class="small">${words.shareOfThis(words.percent(share))} · ${directionPart(syndication, view, reader)} · ${shortWhen(other.publishedAt, reader)}</p></li>`
}

/** Who published first and how we know; an agency's text in two outlets belongs to neither. */
function directionPart(
  { kind, direction, isCopyOfOther, other }: ArticleView['syndications'][number],
  { source }: ArticleView,
  { words }: Reader,
): Html {
  const own = words.counting
  if (kind === 'shared-quotation') return html`${own.sameQuotation}`
  if (direction.kind === 'undecided') return html`${words.undecided}`
  const first = isCopyOfOther ? words.isOriginal : words.isCopy
  if (direction.kind === 'time') return html`${first}, ${words.byTime}`
  const isAgencyHere = direction.agency === other.sourceName || direction.agency === source.name
  return isAgencyHere
    ? html`${first}, ${words.byCredit} (${foreign(direction.agency)})`
    : html`${own.agencysText} ${foreign(direction.agency)}`
}

function retellingPart({ other, figures, pairs }: NonNullable<ArticleView['retelling']>, reader: Reader): Html {
  const own = reader.words.counting
  const [first] = pairs
  const path = first ? citationPath(first.there) : articlePath(other.articleId)
  return html`<p class="small">${own.retold} <a href="${path}"><b>${foreign(other.sourceName)}</b></a> · ${own.figures}${reader.words.colon}${reader.words.number(figures)}</p>
<p class="note">${own.retoldNote}</p>`
}
