import type { Difference, Wordings } from '../../core/story.ts'
import type { StoryView } from '../../operations/views.ts'
import type { Reader } from '../reader.ts'
import { citationLink, citationLinks, type Documents, exactWords } from './citation-link.ts'
import { type Html, html } from './html.ts'
import { foreign, languageAttributes } from './language.ts'
import { section } from './section.ts'

/** In brief: verbatim sentences of the story, each cited, with how many outlets carry it. */
export function briefSection(story: StoryView, reader: Reader): Html {
  const { dossier, documents } = story
  if (dossier.brief.length === 0) return html``
  return section(
    'brief',
    reader.words.inBrief,
    html`<ol class="brief">${dossier.brief.map(
      (point) =>
        html`<li${languageAttributes(languageOf(point.citations[0].documentId, story))}>${point.text}${citationLinks(point.citations, documents, reader, point.outlets)}</li>`,
    )}</ol>`,
  )
}

/** Where accounts differ: both statements side by side, and the sentence in which a reporter says so. */
export function differenceSection(story: StoryView, reader: Reader): Html {
  const { dossier, documents } = story
  if (dossier.differences.length === 0) return html``
  return section(
    'differ',
    reader.words.accountsDiffer,
    html`${dossier.differences.map((difference) => clash(difference, documents, reader))}`,
  )
}

function clash({ kind, a, b, signal, why }: Difference, documents: Documents, reader: Reader): Html {
  const { words } = reader
  return html`<article class="clash"><h3 class="sr">${words.differKinds[kind]}</h3>${side(a, documents, reader)}${side(b, documents, reader)}<p class="why">${why}${signal && html` <span class="signal">${words.signaledBy} “${exactWords(signal, documents)}” ${citationLink(signal, documents, reader)}</span>`}</p></article>`
}

function side({ speaker, citation }: Wordings, documents: Documents, reader: Reader): Html {
  return html`<div><p class="who">${foreign(speaker ?? documents[citation.documentId]?.sourceName ?? '')}</p><p class="words">${exactWords(citation, documents)} ${citationLink(citation, documents, reader)}</p></div>`
}

/** Commitments: who will do what, on what condition, by when. */
export function commitmentSection(story: StoryView, reader: Reader): Html {
  const { dossier, documents } = story
  const { words } = reader
  if (dossier.commitments.length === 0) return html``
  return section(
    'commitments',
    words.commitments,
    html`<ul class="commitments">${dossier.commitments.map(
      ({ by, statement, condition, due }) =>
        html`<li><h3>${foreign(by)}</h3><div><p class="words">${foreign(statement.text, languageOf(statement.citations[0].documentId, story))}${citationLinks(statement.citations, documents, reader)}</p>${(condition || due) && html`<dl class="terms">${condition && html`<div><dt>${words.onCondition}</dt><dd>${exactWords(condition, documents)}</dd></div>`}${due && html`<div><dt>${words.dueBy}</dt><dd>${exactWords(due, documents)}</dd></div>`}</dl>`}</div></li>`,
    )}</ul>`,
  )
}

/** Language of a cited document, else that of the story. */
export function languageOf(documentId: string, story: StoryView): string {
  return story.documents[documentId]?.language ?? story.dossier.language
}
