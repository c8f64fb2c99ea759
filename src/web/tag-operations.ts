import type { Highlight, Tag, TaggedKind } from '../core/marks.ts'
import type { HighlightsView, TagsChanged, TagsView } from '../operations/mine-views.ts'
import type { NotePlace } from './mine-operations.ts'

/** Tags and highlights. Undefined: what was asked for is not there, or could not be understood. */
export type TagOperations = {
  tags(): Promise<TagsView>
  highlights(input: { readonly cursor?: string }): Answer<HighlightsView>

  saveHighlight(
    input:
      | { readonly id: string; readonly color: string }
      | (NotePlace & { readonly color: string; readonly id?: string; readonly at?: string }),
  ): Answer<Highlight>
  removeHighlight(input: { readonly id: string }): Answer<Highlight>
  addTags(input: Thing & { readonly names: readonly string[]; readonly at?: string }): Answer<readonly Tag[]>
  removeTag(input: Thing & { readonly name: string }): Answer<Tag>
  renameTag(input: { readonly name: string; readonly to: string }): Answer<TagsChanged>
  dropTag(input: { readonly name: string }): Answer<TagsChanged>
  undoTags(input: { readonly undoId: string }): Answer<{ readonly count: number }>
}

type Thing = { readonly kind: TaggedKind; readonly target: string }
type Answer<View> = Promise<View | undefined>
