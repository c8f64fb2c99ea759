declare const brand: unique symbol

/** A string that only the type checker marks with the name of what it identifies. */
type Branded<Name extends string> = string & { readonly [brand]: Name }

export type SourceId = Branded<'SourceId'>
export type FeedId = Branded<'FeedId'>
export type EntryId = Branded<'EntryId'>
export type ArticleId = Branded<'ArticleId'>
/** A content hash: equal texts of one article are the same document. */
export type DocumentId = Branded<'DocumentId'>
export type StoryId = Branded<'StoryId'>
/** Stable within the store: a normalized kind and name, such as `person:keir-starmer`. */
export type EntityId = Branded<'EntityId'>
export type CorrectionId = Branded<'CorrectionId'>
export type ChoiceId = Branded<'ChoiceId'>
export type MuteId = Branded<'MuteId'>
export type RuleId = Branded<'RuleId'>
export type NoteId = Branded<'NoteId'>
export type HighlightId = Branded<'HighlightId'>
export type ShareId = Branded<'ShareId'>

type AnyId =
  | SourceId
  | FeedId
  | EntryId
  | ArticleId
  | DocumentId
  | StoryId
  | EntityId
  | CorrectionId
  | ChoiceId
  | MuteId
  | RuleId
  | NoteId
  | HighlightId
  | ShareId

/** Turns a string that is known to be an id, such as a database column, into that id type. */
export function asId<Id extends AnyId>(value: string): Id {
  return value as Id
}
