import type { ChosenWord, WordChoice, WordUse } from '../../../core/coverage.ts'
import type { StoryView } from '../../../operations/views.ts'
import { markedText } from '../../articles/parts/marked-text.ts'
import { feedLink } from '../../feeds/parts/feed-links.ts'
import { citationLink } from '../../layout/citation-link.ts'
import { foreign, type Html, html, joined, languageAttributes, listed } from '../../layout/html.ts'
import { articlePath, auditPath, comparePath, packPath, storyPath } from '../../layout/links.ts'
import { pictureSection } from '../../layout/picture.ts'
import { byTime } from '../../layout/report-order.ts'
import type { Reader } from '../../reader.ts'
import { dayStrip } from '../parts/day-strip.ts'
import { reportDrawing } from '../parts/overview-aside.ts'
import { reportList } from '../parts/report-list.ts'
import { amendmentSection } from '../parts/story-changes.ts'
import { languageOf, part, storyLayout } from '../parts/story-frame.ts'
import { groupingSection, proposalSection } from '../parts/story-grouping.ts'
import { matrixSection } from '../parts/story-matrix.ts'

/** Who reported a story, how independently, and which outlet has which point. `isWhole`: everything of a long story. */
export function coveragePage(story: StoryView, reader: Reader, isWhole = false): string {
  const body = html`<div class="cols"><div>
${reportSection(story, reader, isWhole)}${matrixSection(story, reader, isWhole)}${wordsSection(story, reader)}${amendmentSection(story, reader)}${proposalSection(story, reader)}${groupingSection(story, reader, isWhole)}${picturesPart(story, reader)}</div>
<aside aria-label="${reader.words.storyPage.beside}">${stripPart(story, reader)}${comparePart(story, reader)}${exportPart(story, reader)}</aside></div>`
  return storyLayout(story, 'coverage', body, reader)
}

function reportSection(story: StoryView, reader: Reader, isWhole: boolean): Html {
  const { words } = reader
  const { reports, members } = story.dossier
  const title = html`${words.reports(reports.length)} · ${words.articles(members.length)}`
  return html`<div class="opening">${part(
    'reports',
    title,
    html`${members.length > 1 && reportDrawing(story, reader)}${reportList(story, reader, isWhole)}<p class="note">${words.counting.note} <a href="/about#independence">${words.howCounted}</a></p>`,
  )}</div>`
}

/** Different words of different outlets for the same thing, side by side, each in its passage. Empty when there are none. */
function wordsSection(story: StoryView, reader: Reader): Html {
  const choices = story.dossier.wordChoices ?? []
  if (choices.length === 0) return html``
  return part(
    'words',
    reader.words.matrix.choices,
    html`<ul class="choices">${choices.map(
      (choice) => html`<li>${choicePart(choice, story, reader)}</li>
`,
    )}</ul>`,
  )
}

function choicePart({ words }: WordChoice, story: StoryView, reader: Reader): Html {
  return html`<dl>${words.map((word) => chosen(word, story, reader))}</dl>`
}

function chosen({ word, uses }: ChosenWord, story: StoryView, reader: Reader): Html {
  const [first, ...rest] = uses
  const language = languageOf(first.documentId, story)
  const passage = first.title ?? first.citation?.exact ?? ''
  const marked = markedText(passage, { start: 0, end: passage.length }, [
    { ...first.span, rank: 0, wrap: (content) => html`<mark class="other">${content}</mark>` },
  ])
  return html`<div><dt><b${languageAttributes(language)}>${word}</b> <span class="small">${reader.words.outletsCount(uses.length)}</span></dt>
<dd><p class="words"${languageAttributes(language)}>${marked}</p>
<p class="small">${joined([useLink(first, story, reader), ...rest.map((use) => useLink(use, story, reader))], ' · ')}</p></dd></div>`
}

/** A link to the sentence, or to the article of a headline. */
function useLink(use: WordUse, story: StoryView, reader: Reader): Html {
  if (use.citation) return citationLink(use.citation, story.documents, reader)
  const article = story.documents[use.documentId]?.articleId
  const label = html`${foreign(use.outlet)}, ${reader.words.matrix.inHeadline}`
  return article ? html`<a class="cite" href="${articlePath(article)}">${label}</a>` : label
}

function picturesPart({ pictures, pictureSizes }: StoryView, reader: Reader): Html {
  const shown = pictures.map((picture, index) => ({
    ...picture,
    of: { articleId: picture.articleId },
    number: index + 1,
  }))
  return pictureSection(shown, pictureSizes, reader)
}

function stripPart({ dossier }: StoryView, reader: Reader): Html {
  const strip = dayStrip(dossier, reader)
  return strip.length === 0 ? html`` : part('day', reader.words.coverageOverTime, strip)
}

/** Two articles side by side: the first two reports, or any two. */
function comparePart({ id, dossier }: StoryView, reader: Reader): Html {
  const { reports, members } = dossier
  if (members.length < 2) return html``
  const { compare } = reader.words.storyPage
  const inTime = byTime(members)
  const [a, b] = reports
    .flatMap(({ group }) => inTime.find((member) => member.group === group) ?? [])
    .toSorted((one, other) => inTime.indexOf(one) - inTime.indexOf(other))
  return html`<div class="after">${part(
    'compare',
    reader.words.revised.show,
    html`${
      a &&
      b &&
      html`<a href="${comparePath(id, { a: a.articleId, b: b.articleId })}">${listed([foreign(a.sourceName), foreign(b.sourceName)], reader)}</a>`
    }<a href="${comparePath(id)}">${compare.title}…</a>`,
  )}</div>`
}

/** All forms in which a story can be taken away, and the record of every check of its sentences. */
function exportPart({ id, moreFormats = [], dossier }: StoryView, reader: Reader): Html {
  const { words } = reader
  const formats = [
    ['md', 'Markdown'],
    ['jsonld', 'JSON-LD'],
    ['csv', 'CSV'],
    ['ninjs.json', 'ninjs'],
    ['bib', 'BibTeX'],
    ['csl.json', 'CSL'],
    ['warc', 'WARC'],
  ] as const
  const links = [
    ...formats.map(([format, name]) => html`<a href="${storyPath(id)}/export/${format}">${name}</a>`),
    ...moreFormats.map(({ extension, name }) => html`<a href="${storyPath(id)}/export/${extension}">${name}</a>`),
    html`<a href="${storyPath(id)}/card.svg">SVG</a>`,
    feedLink({ kind: 'story', target: id }, reader),
  ]
  return part(
    'export',
    words.takeAway,
    html`<p class="small">${joined(links, ' · ')}</p><p class="note"><a href="${packPath(id)}">${words.storyPage.pack.title}</a> · <a href="${auditPath(id)}">${words.audit.title}</a>${dossier.droppedCount > 0 && html` · ${words.dropped(dossier.droppedCount)}`}</p>`,
  )
}
