import type { ChosenWord, WordChoice, WordUse } from '../../../core/coverage.ts'
import { firstReport } from '../../../core/time/day-only.ts'
import type { ProposalView } from '../../../operations/stories/choice-views.ts'
import type { StoryView } from '../../../operations/views.ts'
import { markedText } from '../../articles/parts/marked-text.ts'
import { readAloud } from '../../articles/parts/read-aloud.ts'
import { recordingPart } from '../../articles/parts/recording.ts'
import { discussionLink } from '../../discussion/parts/discussion-links.ts'
import { feedLink } from '../../feeds/parts/feed-links.ts'
import { citationLink } from '../../layout/citation-link.ts'
import { buttonForm } from '../../layout/forms.ts'
import { foreign, type Html, html, joined, languageAttributes } from '../../layout/html.ts'
import { layout } from '../../layout/layout.ts'
import { articlePath, auditPath, storyPath } from '../../layout/links.ts'
import { pictureSection } from '../../layout/picture.ts'
import { liveStory } from '../../layout/progress.ts'
import { section, sectionName } from '../../layout/section.ts'
import { absolute, when } from '../../layout/time.ts'
import { followButton } from '../../library/parts/follow-button.ts'
import { muteButton } from '../../library/parts/mute-button.ts'
import { saveButton } from '../../library/parts/save-button.ts'
import { shareButton } from '../../library/parts/share-button.ts'
import type { Reader } from '../../reader.ts'
import { storyExamples } from '../../search/parts/ask-examples.ts'
import { askSection } from '../../search/parts/ask-form.ts'
import type { LongPart } from '../parts/long-story.ts'
import { originSection } from '../parts/origin-tree.ts'
import { coveragePlot } from '../parts/plot-coverage.ts'
import { independenceBar } from '../parts/plot-independence.ts'
import { briefSection, commitmentSection, differenceSection } from '../parts/story-accounts.ts'
import { amendmentSection, changesSection, sinceBar } from '../parts/story-changes.ts'
import { coverageSection } from '../parts/story-coverage.ts'
import { historyPart } from '../parts/story-history.ts'
import { ledgerSection } from '../parts/story-ledger.ts'
import { matrixSection } from '../parts/story-matrix.ts'
import { languageLinks, relatedSection, storylineSection } from '../parts/story-related.ts'
import { reportSection } from '../parts/story-reports.ts'
import { figureSection, timelineSection } from '../parts/story-time.ts'
import { whoSpeaks } from '../parts/who-speaks.ts'

/** Merges and splits that clustering proposes to the owner, each to accept or dismiss with one button; nothing for anybody else. */
export function proposalSection(story: StoryView, reader: Reader): Html {
  const words = reader.words.arranging
  if (story.proposals.length === 0 || !reader.isModerator) return html``
  return section(
    'proposed',
    words.proposed,
    html`<p class="note">${words.proposedNote}</p>
<ul class="proposals">${story.proposals.map((proposal) => item(proposal, story, reader))}</ul>`,
    story.proposals.length,
  )
}

function item(proposal: ProposalView, story: StoryView, reader: Reader): Html {
  const words = reader.words.arranging
  const { kind, other, articles, sharedNames, sharedWords } = proposal
  const otherLink = other && html`<a href="${storyPath(other.id)}">${foreign(other.title)}</a>`
  const count = reader.words.articles(articles.length)
  const reason = joined(
    [
      other && reader.words.articles(other.articleCount),
      sharedNames.length > 0 &&
        html`${reader.words.sharedNames}${reader.words.colon}${foreign(sharedNames.join(', '))}`,
      sharedWords.length > 0 &&
        html`${reader.words.sharedWords}${reader.words.colon}${foreign(sharedWords.join(', '))}`,
    ],
    ' · ',
  )
  const id = `proposal-${proposal.id}`
  return html`<li>
<p id="${id}">${
    kind === 'merge'
      ? html`${words.mayBeOne} ${otherLink}`
      : html`${other ? words.mayBelong(count) : words.mayBeApart(count)}${other && html`, ${words.into} ${otherLink}`}`
  }</p>
${articles.length > 0 && html`<ul class="small">${articles.map(({ articleId, sourceName, title }) => html`<li><a href="${articlePath(articleId)}">${foreign(sourceName)}: ${foreign(title)}</a></li>`)}</ul>`}
${reason.length > 0 && html`<p class="small">${reason}</p>`}
<div class="line">${answer('accept', kind === 'merge' ? words.merge : other ? words.move : words.split)} ${answer('dismiss', words.dismiss)}</div>
</li>
`

  function answer(said: 'accept' | 'dismiss', label: string): Html {
    return buttonForm(reader, {
      action: `${storyPath(story.id)}/proposals`,
      fields: { proposal: proposal.id, answer: said },
      label,
      variant: said === 'accept' ? 'ghost' : 'quiet',
      button: html` aria-describedby="${id}"`,
    })
  }
}

/** Different words of different outlets for the same thing, side by side, each in its passage. Empty when there are none. */
export function wordsSection(story: StoryView, reader: Reader): Html {
  const choices = story.dossier.wordChoices ?? []
  if (choices.length === 0) return html``
  const w = reader.words.matrix
  return section(
    'words',
    w.choices,
    html`<p class="note">${w.choicesNote}</p>
<ul class="choices">${choices.map(
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
  const language = story.documents[first.documentId]?.language ?? story.dossier.language
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

/** What a reader can do with a story: follow, save, mute, share. */
function storyMarks({ id, dossier, marks, discussion }: StoryView, reader: Reader): Html {
  const title = dossier.headline.title
  const share = html`${discussionLink({ kind: 'story', id }, discussion, reader)}${shareButton(storyPath(id), title, reader)}`
  if (!marks) return html`<div class="actions marks">${share}</div>`
  return html`<div class="actions marks">${followButton({ kind: 'story', target: id, label: title, isFollowed: marks.isFollowed }, reader)}
${saveButton({ kind: 'story', target: id, title, isSaved: marks.isSaved }, reader)}
${muteButton({ kind: 'story', target: id, label: title, isMuted: marks.isMuted }, reader)}
${share}</div>`
}

/** With fewer quotations shares say nothing. */
const enough = 5

/** Who speaks in a story, as shares of its attributed quotations; empty when there are few or only one speaker. */
export function voicesSection({ dossier }: StoryView, reader: Reader): Html {
  const voices = dossier.ledger.map(({ speaker, utterances }) => ({ speaker, quoteCount: utterances.length }))
  const total = voices.reduce((sum, { quoteCount }) => sum + quoteCount, 0)
  const plot = total < enough ? html`` : whoSpeaks(voices, reader)
  return plot.length === 0 ? html`` : section('voices', reader.words.people.whoSpeaks, plot)
}

/** What of the page is read aloud: the headline and the story in brief. */
const spoken = '.story h1, #brief .brief > li'

/**
 * One story with everything known of it, every statement cited. Empty parts are left out; of a long story each part shows only its
 * beginning, and `whole` names the one shown in full.
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
${exportLinks(story, reader)}
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
  const first = firstReport(dossier.members)
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

/** The table of contents, with counts; beside the parts when there is room. */
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

function exportLinks({ id, moreFormats = [] }: StoryView, reader: Reader): Html {
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
