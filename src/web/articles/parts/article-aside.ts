import type { Entity } from '../../../core/annotation.ts'
import { defined } from '../../../core/defined.ts'
import { textOf } from '../../../core/document.ts'
import type { PluginFinding } from '../../../core/layers.ts'
import { mediaTopics } from '../../../core/names/media-topics.ts'
import type { ArticleView } from '../../../operations/views.ts'
import { bar } from '../../layout/badges.ts'
import { mayMark } from '../../layout/forms.ts'
import { foreign, type Html, html, joined, languageAttributes, languageName } from '../../layout/html.ts'
import { labelAnchor } from '../../layout/label-form.ts'
import { articlePath, citationPath, queryOf, storyPath } from '../../layout/links.ts'
import { pictureSection, picturesOf } from '../../layout/picture.ts'
import { section } from '../../layout/section.ts'
import { shortWhen, when } from '../../layout/time.ts'
import { entityLink } from '../../people/parts/entity-link.ts'
import type { Reader } from '../../reader.ts'
import { statementsSection } from './article-statements.ts'
import { isCopied } from './article-text.ts'
import { problemReportForm, textReportPath } from './problem-report-form.ts'

/** Where else the text appears: whose words the article copies, who copies its words, and who reports the same in other words. */
export function sharedTextSection(view: ArticleView, reader: Reader): Html {
  const { syndications, retelling, story } = view
  const { words } = reader
  if (syndications.length === 0 && !retelling) return html``
  return section(
    'wire',
    words.alsoStandsIn,
    html`${syndications.some((one) => isCopied(one, view)) && html`<p class="note">${words.wireNote}</p>`}
${syndications.length > 0 && html`<ol class="wires">${syndications.map((one, index) => otherPart(one, index, view, reader))}</ol>`}
${retelling && retellingPart(retelling, reader)}
${story && html`<p class="note"><a href="${storyPath(story.id)}#reports">${reader.words.counting.title}</a></p>`}`,
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

const shown = 6
/** Longer passages are cut on the page; their link opens all of it. */
const longest = 220

/** What plugins found in an article, each with its place; empty when they found nothing. */
export function pluginFindings({ annotations, article, document, isCurrent }: ArticleView, reader: Reader): Html {
  const found = Object.entries(annotations).flatMap(([layer, made]) => {
    const name = /^plugin:(.+)$/.exec(layer)?.[1]
    return name !== undefined && made && made.items.length > 0
      ? [{ name, items: made.items as readonly PluginFinding[] }]
      : []
  })
  if (found.length === 0) return html``
  const { plugins: words } = reader.words
  return section(
    'plugins',
    words.title,
    html`<p class="note">${words.note}</p>${found.map(
      ({ name, items }) => html`<h3><bdi>${name}</bdi></h3>
<ul class="stated">${items.slice(0, shown).map(line)}</ul>${
        items.length > shown &&
        html`<details class="rest"><summary>${reader.words.more(items.length - shown)}</summary>
<ul class="stated">${items.slice(shown).map(line)}</ul></details>`
      }`,
    )}`,
  )

  function line({ span: { start, end }, label }: PluginFinding): Html {
    const path = articlePath(article.id, { ...defined({ revision: isCurrent ? undefined : document.id }), start, end })
    const cut = Math.min(end, start + longest)
    const words = html`${document.text.slice(start, cut).toWellFormed()}${cut < end && '…'}`
    return html`<li><a href="${path}">${foreign(words, document.language)}</a> <small><bdi>${label}</bdi></small></li>
`
  }
}

const mostNames = 12
const kinds = ['person', 'organization', 'place'] as const

/** The people and things an article names most, each linked to its page; empty when it names nobody. */
export function nameSection({ annotations }: ArticleView, reader: Reader): Html {
  const { words } = reader
  const named = mostNamed((annotations.mentions?.items ?? []).map(({ entity }) => entity))
  if (named.length === 0) return html``
  return section(
    'names',
    words.people.namedHere,
    html`<dl class="names">${kinds.map((kind) => {
      const own = named.filter((entity) => entity.kind === kind)
      return (
        own.length > 0 &&
        html`<div><dt>${words.people.kinds[kind]}</dt><dd>${joined(own.map(entityLink), ' · ')}</dd></div>\n`
      )
    })}</dl>`,
  )
}

function mostNamed(entities: readonly Entity[]): readonly Entity[] {
  return [...Map.groupBy(entities, ({ id }) => id).values()]
    .toSorted((a, b) => b.length - a.length)
    .flatMap(([first]) => first ?? [])
    .slice(0, mostNames)
}

/** The sidebar of an article: its story, shared text, revisions, pictures, removed parts. */
export function articleAside(view: ArticleView, reader: Reader): Html {
  return html`${storyBox(view, reader)}
${statementsSection(view, reader)}${pluginFindings(view, reader)}
${nameSection(view, reader)}
${topicSection(view, reader)}
${sharedTextSection(view, reader)}
${revisionSection(view, reader)}
${pictureSection(picturesOf(view, reader).others, view.pictureSizes, reader)}
${correctionSection(view, reader)}
${removalSection(view, reader)}
${notReadNote(view, reader)}`
}

/** Says what isn't detected in this language, so that its absence isn't taken for an answer. */
function notReadNote({ document, notRead }: ArticleView, { words }: Reader): Html {
  if (notRead.length === 0) return html``
  const language = languageName(document.language, words.locale)
  return html`<p class="note">${words.notRead(
    language,
    notRead.map((reading) => words.readings[reading]),
  )}</p>`
}

function storyBox({ story }: ArticleView, reader: Reader): Html {
  const { words } = reader
  if (!story) return html``
  return section(
    'story',
    words.partOfStory,
    html`<p class="storybox"><a href="${storyPath(story.id)}" dir="auto">${story.title}</a></p>
<p class="small">${words.independentOf(story.reportCount, story.articleCount)}</p>${bar(story.reportCount / Math.max(1, story.articleCount))}`,
  )
}

/** Each topic links to the first word that shows it; one known only from the outlet's section says so. */
function topicSection({ topics, document, article, isCurrent }: ArticleView, reader: Reader): Html {
  const { words } = reader
  if (topics.length === 0) return html``
  return section(
    'topics',
    words.topics,
    html`<ul class="topics">${topics.map(item)}
</ul>`,
  )

  function item({ code, broader, by, words: spans }: ArticleView['topics'][number]): Html {
    const translated = reader.words.topicNames[code]
    const name = translated ?? foreign(mediaTopics.get(code)?.name ?? code, 'en')
    const [first] = spans
    const said = [...new Set(spans.map((span) => textOf(document, span).toLowerCase()))].join(', ')
    const label = first
      ? html`<a href="${articlePath(article.id, { ...defined({ revision: isCurrent ? undefined : document.id }), ...first })}">${name}</a>`
      : name
    return html`<li${broader && html` class="finer"`}>${label} <small>${by === 'section' ? words.topicBySection : foreign(said)}</small></li>
`
  }
}

function revisionSection({ article, document, revisions, changes }: ArticleView, reader: Reader): Html {
  const { words } = reader
  if (revisions.length < 2 && !changes) return html``
  const newest = revisions.reduce<(typeof revisions)[number] | undefined>(
    (latest, revision) => (!latest || revision.at > latest.at ? revision : latest),
    undefined,
  )
  const hasNewTitle = changes?.previousTitle !== undefined && changes.previousTitle !== document.title
  return section(
    'revisions',
    words.revisions,
    html`<ol class="revisions">${revisions.map(({ documentId, title, at }) => {
      const isShown = documentId === document.id
      const label = html`${when(at, reader)}${documentId === newest?.documentId && html` · ${words.current}`}`
      const path = articlePath(article.id, { revision: documentId })
      return html`<li>${isShown ? html`<b aria-current="true">${label}</b>` : html`<a href="${path}">${label}</a>`}
${title !== document.title && html`<small dir="auto">${title}</small>`}</li>
`
    })}
</ol>${
      changes &&
      html`<h3>${words.changes}</h3>${hasNewTitle && html`<p class="small">${words.titleWas} <del dir="auto">${changes?.previousTitle}</del></p>`}${
        changes.removed.length > 0 &&
        html`<p class="small">${words.takenOut}</p>
<ul class="removed">${changes.removed.map((text) => html`<li><del dir="auto">${text}</del></li>`)}
</ul>`
      }${changes.added.length > 0 && html`<p class="small">${words.newInText}</p>`}`
    }`,
  )
}

/** For the owner: each quotation with a link to correct its speaker. */
function correctionSection({ article, document, annotations, isCurrent }: ArticleView, reader: Reader): Html {
  const words = reader.words.labels
  const quotes = annotations.quotes?.items ?? []
  if (!reader.isModerator || !isCurrent || quotes.length === 0) return html``
  return html`<section class="corrections">
<details>
<summary>${words.correctQuotes} (${quotes.length})</summary>
<ul class="removed">${quotes.map(({ span, speaker }) => {
    const start = document.text.slice(span.start, Math.min(span.end, span.start + 60)).toWellFormed()
    const path = `/labels${queryOf({ article: article.id })}#${labelAnchor(span, document.id)}`
    return html`<li><span${languageAttributes(document.language)}>${start}${span.end - span.start > 60 && '…'}</span>
<span class="small"><b>${speaker ? foreign(speaker.name) : words.nobody}</b> · <a href="${path}" aria-label="${words.correctThis}${reader.words.colon}${start}">${words.correctThis}</a></span></li>
`
  })}</ul></details></section>
`
}

function removalSection({ article, document, isCurrent }: ArticleView, reader: Reader): Html {
  const { removals } = article
  const path = textReportPath(article.id, isCurrent ? undefined : document.id)
  const why = html`<p class="small"><a href="${path}">${reader.words.textReport.link}</a></p>${mayMark(reader) && html`<details><summary>${reader.words.textReport.tell.title}</summary>${problemReportForm(article.id, undefined, reader)}</details>`}`
  if (removals.length === 0) return html`<section class="removals">${why}</section>`
  return html`<section class="removals">${why}
<details>
<summary>${reader.words.leftOut} (${removals.length})</summary>
<ul class="removed">${removals.map(
    ({ step, text }) =>
      html`<li><span class="step">${reader.words.textReport.steps[step] ?? step}</span> <span dir="auto">${text}</span></li>`,
  )}</ul></details></section>
`
}
