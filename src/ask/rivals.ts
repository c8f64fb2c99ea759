import type { EntityKind } from '../core/annotation.ts'
import { foldWord } from './ask-words.ts'
import type { Passage, PreparedArticle } from './passages.ts'
import type { Question } from './question.ts'

/** For each term that is a name, the kind of entity it is in the article. */
export function kindsOfNames({ terms }: Question, { article }: PreparedArticle): readonly (EntityKind | undefined)[] {
  const kinds = new Map<string, EntityKind>()
  for (const { entity } of article.annotations.mentions?.items ?? [])
    for (const word of entity.name.split(/[\s-]+/)) {
      const folded = foldWord(word)
      if (!kinds.has(folded)) kinds.set(folded, entity.kind)
    }
  return terms.map(({ kind, text }) => (kind === 'name' ? kinds.get(text) : undefined))
}

/** 1 where a sentence lacks a name of the question and mentions another of the same kind, so it is about that one. */
export function rivalOf(
  { terms, asked: { sort } }: Question,
  { mentions }: Passage,
  own: readonly number[],
  kinds: readonly (EntityKind | undefined)[],
): number {
  const lacking = new Set(kinds.filter((kind, at) => kind !== undefined && own[at] === 0))
  // `who` asks for a person the question doesn't name, and `where` for such a place.
  if (sort === 'who' || sort === 'who-said' || sort === 'said') lacking.delete('person')
  if (sort === 'who') lacking.delete('organization')
  if (sort === 'where') lacking.delete('place')
  if (lacking.size === 0) return 0
  const asked = new Set(terms.map(({ text }) => text))
  return mentions.some(
    ({ entity, form }) =>
      form === 'name' &&
      lacking.has(entity.kind) &&
      !entity.name.split(/[\s-]+/).some((word) => asked.has(foldWord(word))),
  )
    ? 1
    : 0
}
