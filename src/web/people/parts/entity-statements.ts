import type { Citation } from '../../../core/citation.ts'
import { stateOf } from '../../../core/reading/commitment-state.ts'
import type { EntityView } from '../../../operations/people/entity-views.ts'
import { citationLink, citationLinks, exactWords, quotedWords } from '../../layout/citation-link.ts'
import { foreign, type Html, html, languageAttributes } from '../../layout/html.ts'
import { storyPath } from '../../layout/links.ts'
import { section } from '../../layout/section.ts'
import { shortWhen } from '../../layout/time.ts'
import type { Reader } from '../../reader.ts'

type StoryTitle = EntityView['promised'][number]['story']

/** What somebody promised, each with its status; empty without any. */
export function promisedSection({ promised, documents }: EntityView, reader: Reader): Html {
  const { words } = reader
  if (promised.length === 0) return html``
  return section(
    'promised',
    words.commitments,
    html`<ul class="prom">${promised.map(
      ({ story, commitment }) => html`<li>
<span${languageOf(commitment.statement.citations[0])}>${foreign(commitment.statement.text)}</span><span class="by">${state(commitment)}${term(words.onCondition, commitment.condition)}${term(words.dueBy, commitment.due)}${citationLinks(commitment.statement.citations, documents, reader)} ${storyLink(story)}</span>
${commitment.changes?.map(
  ({ kind, at, citation }) =>
    html`<p class="small"><b>${words.since.states[kind]}</b> ${shortWhen(at, reader)} ${exactWords(citation, documents)} ${citationLink(citation, documents, reader)}</p>`,
)}</li>
`,
    )}</ul>`,
    promised.length,
  )

  function state(commitment: EntityView['promised'][number]['commitment']): Html {
    const now = stateOf(commitment, reader.now)
    return html`<span class="chip${now === 'open' && html` dev`}">${words.since.states[now]}</span>`
  }

  function term(name: string, citation: Citation | undefined): Html | undefined {
    return citation && html`<span>${name}: ${exactWords(citation, documents)}</span>`
  }

  function languageOf(citation: Citation): Html {
    return languageAttributes(documents[citation.documentId]?.language)
  }
}

/** Statements of one speaker that a reporter's sentence says conflict, side by side; empty without any. */
export function changedSection({ changed, documents }: EntityView, reader: Reader): Html {
  const { words } = reader
  if (changed.length === 0) return html``
  return section(
    'changed',
    words.people.changed,
    html`${changed.map(
      ({ story, difference: { a, b, signal } }) => html`<article class="clash">
<h3 class="sr">${words.differKinds.reversal}</h3>
${signal && html`<p class="sig">${exactWords(signal, documents)} ${citationLink(signal, documents, reader)}</p>`}<div class="two">${side(a.citation)}${side(b.citation)}</div><p class="small">${storyLink(story)}</p>
</article>
`,
    )}`,
    changed.length,
  )

  function side(citation: Citation): Html {
    const document = documents[citation.documentId]
    return html`<div><p class="words"${languageAttributes(document?.language)}>${quotedWords(citation, documents)}</p><p class="by">${citationLink(citation, documents, reader)}${document && shortWhen(document.publishedAt, reader)}</p></div>
`
  }
}

/** Tracked numbers in somebody's own words; empty without any. */
export function givenFigures({ figures, documents }: EntityView, reader: Reader): Html {
  const { words } = reader
  if (figures.length === 0) return html``
  return section(
    'figures',
    words.people.figures,
    html`<ul class="given">${figures.map(
      ({
        story,
        unit,
        value,
        at,
        citation,
      }) => html`<li><b>${words.number(value)}</b> ${foreign(unit)} <span class="small">· ${shortWhen(at, reader)}</span> ${citationLink(citation, documents, reader)} <span class="small">${storyLink(story)}</span></li>
`,
    )}</ul>`,
    figures.length,
  )
}

function storyLink({ id, title, language }: StoryTitle): Html {
  return html`<a class="u" href="${storyPath(id)}">${foreign(title, language)}</a>`
}
