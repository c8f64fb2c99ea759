import { entityId } from '../../analyze/names/people.ts'
import type { Entity, EntityKind } from '../../core/annotation.ts'
import type { Annotations } from '../../core/layers.ts'

/** A typed name as one line, without space around it. */
export function typedName(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
    .toWellFormed()
    .trim()
}

/** The entity a typed name refers to: one of that name in the article, of that kind if given; otherwise a new one, a person by default. */
export function entityNamed(annotations: Annotations, name: string, kind?: EntityKind): Entity {
  const known = [
    ...(annotations.mentions?.items ?? []).map(({ entity }) => entity),
    ...(annotations.quotes?.items ?? []).flatMap(({ speaker }) => speaker ?? []),
  ].filter((entity) => kind === undefined || entity.kind === kind)
  const wanted = name.toLowerCase()
  return (
    known.find((entity) => entity.name.toLowerCase() === wanted) ??
    known.find((entity) => entity.id === entityId(entity.kind, name)) ?? {
      id: entityId(kind ?? 'person', name),
      kind: kind ?? 'person',
      name,
    }
  )
}
