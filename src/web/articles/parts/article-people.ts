import type { Entity } from '../../../core/annotation.ts'
import { sureEnough } from '../../../core/quote.ts'
import type { ArticleView } from '../../../operations/views.ts'
import { type Html, html, joined } from '../../layout/html.ts'
import { speakerPath } from '../../layout/links.ts'
import { section } from '../../layout/section.ts'
import { entityLink } from '../../people/parts/entity-link.ts'
import { monogram } from '../../people/parts/speaker.ts'
import type { Reader } from '../../reader.ts'

const mostPeople = 6
const mostOthers = 12

/** The people an article names most, with their quotations in it, and the other names; empty when it names nobody. */
export function peopleSection({ annotations, story, withoutPage = [] }: ArticleView, reader: Reader): Html {
  const { words } = reader
  const said = (annotations.quotes?.items ?? []).filter(
    ({ kind, confidence }) => kind !== 'indirect' && confidence >= sureEnough,
  )
  const all = mostNamed([
    ...(annotations.mentions?.items ?? []).map(({ entity }) => entity),
    ...said.flatMap(({ speaker }) => speaker ?? []),
  ])
  if (all.length === 0) return html``
  const people = all.filter(({ kind }) => kind === 'person').slice(0, mostPeople)
  const others = all.filter((entity) => !people.includes(entity)).slice(0, mostOthers)
  return section(
    'people',
    people.length > 0 ? words.people.kinds.person : words.people.namedHere,
    html`${people.length > 0 && html`<ul class="ppl">${people.map(person)}</ul>`}${
      others.length > 0 &&
      html`<p class="note others">${people.length > 0 && html`${words.people.namedHere}${words.colon}`}${joined(others.map(named), ' · ')}</p>`
    }`,
  )

  function named(entity: Entity): Html {
    return entityLink(entity, !withoutPage.includes(entity.id))
  }

  function person(entity: Entity): Html {
    const count = said.filter(({ speaker }) => speaker?.id === entity.id).length
    const quotes = story
      ? html`<a href="${speakerPath(story.id, entity.id)}">${words.quotes(count)}</a>`
      : words.quotes(count)
    return html`<li>${monogram(entity)}<span>${named(entity)}${count > 0 && html`<small>${quotes}</small>`}</span></li>
`
  }
}

function mostNamed(entities: readonly Entity[]): readonly Entity[] {
  return [...Map.groupBy(entities, ({ id }) => id).values()]
    .toSorted((a, b) => b.length - a.length)
    .flatMap(([first]) => first ?? [])
}
