import type { Utterance, Wording } from '../../core/story.ts'
import type { EntityView, SaidInStory } from '../../operations/entity-views.ts'
import type { Reader } from '../reader.ts'
import { citationLink } from './citation-link.ts'
import { entityPath } from './entity-link.ts'
import { fullerNote } from './fuller-note.ts'
import { type Html, html, joined } from './html.ts'
import { foreign, languageAttributes } from './language.ts'
import { storyPath } from './links.ts'
import { section } from './section.ts'
import { speakerAnchor } from './story-ledger.ts'
import { howAttributed, howSaid, lettersOf } from './tell-wording.ts'
import { brief } from './time.ts'

const outletsNamed = 3

/** What somebody said, the newest story first, and the way to what is older. */
export function saidSection(view: EntityView, reader: Reader): Html {
  const { words } = reader
  const { entity, said, next, isOlder, quoteCount } = view
  if (said.length === 0 && entity.kind === 'place') return html``
  return section(
    'said',
    words.people.said,
    html`${said.length === 0 && html`<p class="note">${words.people.nothingSaid}</p>`}${said.map((each) => storyPart(each, view, reader))}${
      (next || isOlder) &&
      html`<p class="older">${next && html`<a class="btn ghost" rel="next" href="${entityPath(entity.id, next)}">${words.people.older}</a>`} ${isOlder && html`<a class="btn quiet" href="${entityPath(entity.id)}">${words.people.newest}</a>`}</p>`
    }`,
    quoteCount > 0 ? quoteCount : undefined,
  )
}

function storyPart({ story, utterances, moreCount }: SaidInStory, view: EntityView, reader: Reader): Html {
  const ledger = `${storyPath(story.id)}#${speakerAnchor(view.entity.id)}`
  return html`<article class="spoke">
<h3><a href="${ledger}"${languageAttributes(story.language)}>${story.title}</a></h3>
${utterances.map((utterance) => quotePart(utterance, view, reader))}${
  moreCount > 0 && html`<p class="small"><a href="${ledger}">${reader.words.people.moreInStory(moreCount)}</a></p>`
}
</article>
`
}

/** One utterance in its earliest wording: when, where and to whom, who carries it, and how we know who said it. */
function quotePart({ wordings, outlets, fuller }: Utterance, { entity, documents }: EntityView, reader: Reader): Html {
  const [first] = wordings
  const document = documents[first.citation.documentId]
  const via = joined(
    [
      ...howSaid(first, entity.name, documents, reader),
      document && html`<time datetime="${document.publishedAt}">${brief(document.publishedAt, reader)}</time>`,
      outlets.length > 1 && html`<span title="${outlets.join(', ')}">${carriers(outlets, reader)}</span>`,
    ],
    ' · ',
  )
  return html`<div class="quote">
<p${languageAttributes(document?.language)}>${lettersOf(first)}</p>
${fuller && fullerNote(fuller, documents, reader)}<div class="via">${via} ${citationLink(first.citation, documents, reader, Math.max(0, outlets.length - 1))} ${knownBy(first, reader)}</div>
</div>
`
}

/** The outlets by name when they are few, else how many. */
function carriers(outlets: readonly string[], { words }: Reader): Html {
  return outlets.length <= outletsNamed
    ? html`${joined(
        outlets.map((outlet) => foreign(outlet)),
        words.direction === 'rtl' ? '، ' : ', ',
      )}`
    : html`${words.carriedBy(words.outletsCount(outlets.length))}`
}

function knownBy(wording: Wording, reader: Reader): Html {
  return html`<details class="how"><summary>${reader.words.howWeKnow}</summary><p class="note">${howAttributed(wording, reader)}</p></details>`
}
