import type { ChosenWord, WordChoice, WordUse } from '../../core/word-choice.ts'
import type { StoryView } from '../../operations/views.ts'
import type { Reader } from '../reader.ts'
import { citationLink } from './citation-link.ts'
import { type Html, html, joined } from './html.ts'
import { foreign, languageAttributes } from './language.ts'
import { articlePath } from './links.ts'
import { markedText } from './marked-text.ts'
import { section } from './section.ts'

/** Words that outlets chose where others chose another, side by side, each in a passage that has it. Empty when there are none. */
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

/** A link to the sentence, or to the article whose headline it is. */
function useLink(use: WordUse, story: StoryView, reader: Reader): Html {
  if (use.citation) return citationLink(use.citation, story.documents, reader)
  const article = story.documents[use.documentId]?.articleId
  const label = html`${foreign(use.outlet)}, ${reader.words.matrix.inHeadline}`
  return article ? html`<a class="cite" href="${articlePath(article)}">${label}</a>` : label
}
