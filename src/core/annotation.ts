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

/**
 * `correction` and `clarification` fix or explain the article, `note` and `update` are remarks of the editors, `retraction`
 * withdraws it.
 */
export type AmendmentKind = 'correction' | 'clarification' | 'editor-note' | 'update' | 'retraction'

/** An outlet's note on its own article, such as `Correction: an earlier version said …`. `span` is the whole note. */
export type Amendment = Annotation & {
  readonly kind: AmendmentKind
  /** Index of the sentence it begins with. */
  readonly sentence: number
  /** The day the note gives for itself, `2026-03-04`. If it names no year, that of the article. */
  readonly day?: string
}

/**
 * A reporter's own words that accounts differ. `conflict`: somebody contradicts themselves or others; `rejection`: somebody
 * rejects an earlier statement (`rejected this notion`); `denial`: somebody says that something named in the sentence isn't so.
 * `span` is the cue: `conflicting views`, `rejected this notion`, `denied`.
 */
export type Signal = Annotation & {
  readonly kind: 'conflict' | 'rejection' | 'denial'
  readonly denier?: Party
  /** What is denied: a clause of the sentence, or an earlier sentence that states it; and who states it, if the text says so. */
  readonly denied?: { readonly span: Span; readonly by?: Party }
  readonly sentence: number
}
