import { entityId } from '../../analyze/names/people.ts'
import type { Entity, EntityKind } from '../../core/annotation.ts'
import type { Annotations } from '../../core/layers.ts'

/** A name as a person types it: one line, without space around it. */
export function typedName(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
    .toWellFormed()
    .trim()
}

/** Whom a typed name means: the one of that name in the article, of that kind when it is given; else somebody new, a person. */
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
