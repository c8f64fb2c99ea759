import type { Follow, FollowKind, Mute, MuteKind, Note, Saved, SavedKind, VisitKind } from '../core/marks.ts'
import type {
  FollowingView,
  HistoryView,
  MarksFile,
  MarksImported,
  NoteFormView,
  NotesView,
  SavedItem,
  SavedView,
} from '../operations/mine-views.ts'

/** The forms what is saved can be taken away in; each is the last part of `/saved/export/:format`. */
export type SavedFormat = 'md' | 'json' | 'csv' | 'bib' | 'csl.json' | 'warc'

/** What belongs to the reader. Undefined: what was asked for is not there, or could not be understood. */
export type MineOperations = {
  // ── reading ──
  following(input: { readonly muted?: 'show'; readonly looks?: boolean }): Answer<FollowingView>
  saved(input: {
    readonly kind?: SavedItem['kind']
    readonly query?: string
    readonly tag?: string
    readonly page?: number
  }): Answer<SavedView>
  notes(input: { readonly cursor?: string }): Answer<NotesView>
  noteForm(input: { readonly id: string } | NotePlace): Answer<NoteFormView>
  history(input: { readonly cursor?: string }): Answer<HistoryView>
  exportSaved(input: { readonly format: SavedFormat }): Answer<MarksFile>
  exportNotes(input: { readonly format: 'md' | 'jsonld' }): Answer<MarksFile>
  exportMarks(): Promise<MarksFile>

  // ── changing ──
  follow(input: Pick<Follow, 'kind' | 'target'> & { readonly label?: string }): Answer<Follow>
  unfollow(input: { readonly kind: FollowKind; readonly target: string }): Answer<Follow>
  mute(
    input: Pick<Mute, 'kind' | 'target'> & {
      readonly label?: string
      readonly period?: string
      readonly until?: string
    },
  ): Answer<Mute>
  unmute(input: { readonly id: string } | { readonly kind: MuteKind; readonly target: string }): Answer<Mute>
  save(input: { readonly kind: SavedKind; readonly target: string; readonly at?: string }): Answer<Saved>
  unsave(input: { readonly kind: SavedKind; readonly target: string }): Answer<Saved>
  saveNote(
    input:
      | { readonly id: string; readonly body: string; readonly was?: string }
      | (NotePlace & { readonly body: string; readonly id?: string; readonly at?: string }),
  ): Answer<Note>
  removeNote(input: { readonly id: string }): Answer<Note>
  clearHistory(input: {
    readonly kind?: 'story' | 'article'
    readonly target?: string
  }): Answer<{ readonly count: number }>
  importMarks(input: { readonly text: string }): Answer<MarksImported>
  recordVisit(input: { readonly kind: VisitKind; readonly target: string }): Answer<{ readonly before?: string }>
}

/** Words of an article, by their offsets in one of its revisions; without one, in the newest. */
export type NotePlace = {
  readonly articleId: string
  readonly documentId?: string
  readonly start: number
  readonly end: number
}

type Answer<View> = Promise<View | undefined>
