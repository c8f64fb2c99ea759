import type { EntityId } from './ids.ts'
import type { Span } from './span.ts'

/** A stand-off finding: it points into a document's text and copies none of it. */
export type Annotation = { readonly span: Span }

/** A sentence; never crosses a block. `block` and `index` count from 0 within the document. */
export type Sentence = Annotation & { readonly block: number; readonly index: number }

export type EntityKind = 'person' | 'organization' | 'place'

/** A person, organization or place in the news. Ids are stable, so the same person is one row in every story. */
export type Entity = {
  readonly id: EntityId
  readonly kind: EntityKind
  /** The fullest name seen, such as `Keir Starmer`. */
  readonly name: string
  readonly wikidataId?: string
}

/** A place in the text that names an entity: by name, by role (`the Prime Minister`) or by pronoun. */
export type Mention = Annotation & {
  readonly kind: EntityKind
  readonly form: 'name' | 'role' | 'pronoun'
  readonly entity: Entity
  /** The role as written beside the name, such as `the span of "US Special Envoy"`. */
  readonly role?: Span
}

/** A time phrase and its meaning (TIMEX3). Show the original words beside the resolved date. */
export type TimeExpression = Annotation & {
  readonly kind: 'date' | 'time' | 'duration' | 'set'
  /** TIMEX3 value: `2025-08-15`, `2025-08`, `2025`, `2025-08-18T14:00`, `P3Y`. */
  readonly value: string
  /** For a range such as `since 2014`: the other end, `..` when open. */
  readonly until?: string
}

/** A person or body a statement is about or comes from: the words that name them, and the entity if known. */
export type Party = { readonly span: Span; readonly entity?: Entity }

/** An article's subject: an IPTC Media Topic. `span` is the first word in the text that indicates it. */
export type Topic = Annotation & {
  /** Eight digits, such as `15000000` for sport. */
  readonly code: string
  /** The upper-level topic of a second-level one. */
  readonly broader?: string
  /** Its share of all topic words in the text, 0 to 1. */
  readonly share: number
  /** The words that indicate it, at most six, in text order. */
  readonly words: readonly Span[]
}
