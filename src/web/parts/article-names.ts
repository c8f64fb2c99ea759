import type { Entity } from '../../core/annotation.ts'
import type { ArticleView } from '../../operations/views.ts'
import type { Reader } from '../reader.ts'
import { entityLink } from './entity-link.ts'
import { type Html, html, joined } from './html.ts'
import { section } from './section.ts'

const mostNames = 12
const kinds = ['person', 'organization', 'place'] as const

/** Whom and what an article names most, each leading to all that is known of it; empty when nobody is named. */
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
