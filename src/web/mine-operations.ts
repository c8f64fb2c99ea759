import type { Follow, FollowKind, Mute, MuteKind, Saved, SavedKind, VisitKind } from '../core/marks.ts'

/** What belongs to the reader. Undefined: what was asked for is not there, or could not be understood. */
export type MineOperations = {
  follow(input: Pick<Follow, 'kind' | 'target'> & { readonly label?: string }): Promise<Follow | undefined>
  unfollow(input: { readonly kind: FollowKind; readonly target: string }): Promise<Follow | undefined>
  mute(
    input: Pick<Mute, 'kind' | 'target'> & { readonly label?: string; readonly period?: string },
  ): Promise<Mute | undefined>
  unmute(
    input: { readonly id: string } | { readonly kind: MuteKind; readonly target: string },
  ): Promise<Mute | undefined>
  save(input: { readonly kind: SavedKind; readonly target: string }): Promise<Saved | undefined>
  unsave(input: { readonly kind: SavedKind; readonly target: string }): Promise<Saved | undefined>
  recordVisit(input: {
    readonly kind: VisitKind
    readonly target: string
  }): Promise<{ readonly before?: string } | undefined>
}
