import { firstTold } from '../../core/first-told.ts'
import type { StoryView } from '../../operations/views.ts'
import { storyExamples } from '../parts/ask-examples.ts'
import { askSection } from '../parts/ask-form.ts'
import { auditPath } from '../parts/audit-links.ts'
import { feedLink } from '../parts/feed-links.ts'
import { type Html, html, joined } from '../parts/html.ts'
import { foreign, languageAttributes } from '../parts/language.ts'
import { layout } from '../parts/layout.ts'
import { storyPath } from '../parts/links.ts'
import { liveStory } from '../parts/live-news.ts'
import type { LongPart } from '../parts/long-story.ts'
import { originSection } from '../parts/origin-tree.ts'
import { pictureSection } from '../parts/picture.ts'
import { coveragePlot } from '../parts/plot-coverage.ts'
import { independenceBar } from '../parts/plot-independence.ts'
import { readAloud } from '../parts/read-aloud.ts'
import { recordingPart } from '../parts/recording.ts'
import { sectionName } from '../parts/section-name.ts'
import { briefSection, commitmentSection, differenceSection } from '../parts/story-accounts.ts'
import { amendmentSection, changesSection, sinceBar } from '../parts/story-changes.ts'
import { coverageSection } from '../parts/story-coverage.ts'
import { historyPart } from '../parts/story-history.ts'
import { ledgerSection } from '../parts/story-ledger.ts'
import { storyMarks } from '../parts/story-marks.ts'
import { matrixSection } from '../parts/story-matrix.ts'
import { proposalSection } from '../parts/story-proposals.ts'
import { languageLinks, relatedSection, storylineSection } from '../parts/story-related.ts'
import { reportSection } from '../parts/story-reports.ts'
import { figureSection, timelineSection } from '../parts/story-time.ts'
import { voicesSection } from '../parts/story-voices.ts'
import { wordsSection } from '../parts/story-words.ts'
import { absolute, when } from '../parts/time.ts'
import type { Reader } from '../reader.ts'

/** What of the page is read aloud: the headline and the story in brief. */
const spoken = '.story h1, #brief .brief > li'

/**
 * One story with everything known of it, every statement cited. Parts with nothing in them are left out; of a long story
 * each part tells the first of it, and `whole` names the one that is shown whole.
 */
export function storyPage(story: StoryView, reader: Reader, whole?: LongPart): string {
  const { dossier } = story
  const body = html`<article class="cols story">
<header>
${kicker(story, reader)}
<h1${languageAttributes(dossier.language)}>${dossier.headline.title}</h1>
${facts(story, reader)}
${storyMarks(story, reader)}
${independenceBar(dossier, reader)}
${coveragePlot(dossier, reader)}
${sinceBar(story, reader)}
</header>
${contents(story, reader)}
<div class="body">
${dossier.brief.length > 0 && html`${readAloud(spoken, reader)}${recordingPart(story.listening, { path: `${storyPath(story.id)}/audio`, of: spoken }, reader)}`}
${changesSection(story, reader)}
${briefSection(story, reader)}
${differenceSection(story, reader, whole === 'differ')}
${ledgerSection(story, reader, whole)}
${commitmentSection(story, reader, whole === 'commitments')}
${figureSection(story, reader, whole === 'figures')}
${timelineSection(story, reader, whole === 'timeline')}
${storylineSection(story, reader)}
${originSection(story, reader)}
${reportSection(story, reader, whole === 'reports')}
${matrixSection(story, reader, whole === 'points')}
${wordsSection(story, reader)}
${coverageSection(story, reader, whole === 'coverage')}
${amendmentSection(story, reader)}
${proposalSection(story, reader)}
${historyPart(story, reader)}
${footnote(story, reader)}
</div>
<aside aria-label="${reader.words.storyPage.beside}">
${picturesPart(story, reader)}
${askSection(reader.words.asking.ofStory, { story: story.id }, reader, storyExamples(story, reader.words.asking)[0])}
${languageLinks(story, reader)}
${voicesSection(story, reader)}
${relatedSection(story, reader)}
${takeAway(story, reader)}
</aside></article>
`
  const text = reader.words.independentOf(dossier.reports.length, dossier.members.length)
  const card = { title: dossier.headline.title, text, path: storyPath(story.id) }
  return layout(reader, { title: dossier.headline.title, feed: { kind: 'story', target: story.id }, body, card })
}

function picturesPart({ pictures, pictureSizes }: StoryView, reader: Reader): Html {
  const shown = pictures.map((picture, index) => ({
    ...picture,
    of: { articleId: picture.articleId },
    number: index + 1,
  }))
  return pictureSection(shown, pictureSizes, reader)
}

function kicker(story: StoryView, reader: Reader): Html {
  const { words } = reader
  const parts = joined(
    [story.section && foreign(sectionName(story.section, words)), ...story.badges.map((badge) => words.badges[badge])],
    ' · ',
  )
  return parts.length > 0 ? html`<p class="kicker">${parts}</p>` : html``
}

function facts(story: StoryView, reader: Reader): Html {
  const { words } = reader
  const { dossier, firstAt, lastAt } = story
  const copies = dossier.members.filter((member) => member.role === 'copy').length
  const first = firstTold(dossier.members)
  return html`<ul class="facts">
<li>${strongCount(words.articles(dossier.members.length))}</li>
<li><a href="${dossier.members.length > 1 ? '#reports' : '/about#independence'}" title="${words.howCounted}">${strongCount(words.reports(dossier.reports.length))}</a></li>
${copies > 0 && html`<li>${strongCount(words.copies(copies))}</li>`}
<li>${words.firstReport}${reader.words.colon}${joined([first && foreign(first.sourceName), html`<time datetime="${firstAt}">${absolute(firstAt, reader)}</time>`], ' · ')}</li>
<li>${words.newestArticle}${reader.words.colon}${when(lastAt, reader)} ${liveStory(story, reader)}</li>
</ul>`
}

/** The number of a count in bold: `27 articles`. */
function strongCount(text: string): Html {
  const [, before = '', number = '', after = text] = /^(\D*)([\d\p{Nd}.,\u202f\u00a0]*\p{Nd})(.*)$/u.exec(text) ?? []
  return number ? html`${before}<b>${number}</b>${after}` : html`${text}`
}

/** The parts there are, with how much is in them; it stays in sight beside them where there is room. */
function contents({ dossier, storyline, related, pictures }: StoryView, reader: Reader): Html {
  const { words } = reader
  const quoteCount = dossier.ledger.reduce((sum, { utterances }) => sum + utterances.length, 0)
  const parts: readonly (readonly [string, string, number])[] = [
    ['brief', words.inBrief, dossier.brief.length],
    ['differ', words.accountsDiffer, dossier.differences.length],
    ['said', words.whoSaidWhat, quoteCount],
    ['commitments', words.commitments, dossier.commitments.length],
    ['figures', words.figuresOverTime, dossier.figures.length],
    ['timeline', words.timeline, dossier.timeline.length],
    ['storyline', words.relations.storyline, storyline.length],
    ['origins', words.origins, dossier.reports.length],
    ['points', words.matrix.title, dossier.coverage?.points.length ?? 0],
    ['words', words.matrix.choices, dossier.wordChoices?.length ?? 0],
    ['coverage', words.coverage, dossier.members.length > 1 ? dossier.members.length : 0],
    ['pictures', words.pictures, pictures.length],
    ['related', words.relations.related, related.length],
  ]
  const present = parts.filter(([, , count]) => count > 0)
  if (present.length < 3) return html``
  return html`<nav class="toc" aria-label="${words.onThisPage}">
<ul>${present.map(([id, label, count]) => html`<li><a href="#${id}">${label} <span class="n">${words.number(count)}</span></a></li>`)}
</ul>
</nav>
`
}

function footnote({ id, dossier }: StoryView, reader: Reader): Html {
  const { words } = reader
  return html`<p class="footnote">${words.verified}${dossier.droppedCount > 0 && ` ${words.dropped(dossier.droppedCount)}`} <a href="${auditPath(id)}">${words.audit.title}</a> · <a href="/about#citations">${words.about}</a></p>`
}

function takeAway({ id, moreFormats = [] }: StoryView, reader: Reader): Html {
  const formats = [
    ['md', 'Markdown'],
    ['jsonld', 'JSON-LD'],
    ['csv', 'CSV'],
    ['ninjs.json', 'ninjs'],
    ['bib', 'BibTeX'],
    ['csl.json', 'CSL'],
    ['warc', 'WARC'],
  ] as const
  return html`<p class="small take">${reader.words.takeAway}${reader.words.colon}${joined(
    [
      ...formats.map(([format, name]) => html`<a href="${storyPath(id)}/export/${format}">${name}</a>`),
      ...moreFormats.map(({ extension, name }) => html`<a href="${storyPath(id)}/export/${extension}">${name}</a>`),
      html`<a href="${storyPath(id)}/card.svg">SVG</a>`,
      feedLink({ kind: 'story', target: id }, reader),
      reader.identity?.role !== 'guest' &&
        html`<a href="/settings/links/new?story=${encodeURIComponent(id)}">${reader.words.sharing.link}</a>`,
    ],
    ' · ',
  )}</p>`
}
