import type { DeskAct, DeskState } from '../../core/desk.ts'

/** Somebody at the desk. */
export type DeskPersonView = { readonly name: string; readonly isMe: boolean }

/** A story of the shared desk. `due` is a day, `YYYY-MM-DD`. */
export type DeskStoryView = {
  readonly storyId: string
  readonly title: string
  readonly language: string
  readonly state: DeskState
  readonly assignee?: DeskPersonView
  readonly due?: string
  /** Who put it there; absent when they left. */
  readonly putBy?: DeskPersonView
  readonly putAt: string
  /** The last change at the desk, and the last one of the story itself. */
  readonly changedAt: string
  readonly storyChangedAt: string
  readonly noteCount: number
}

export type DeskNoteView = {
  readonly id: string
  readonly author: DeskPersonView
  readonly body: string
  readonly at: string
}

/** One line of the log. */
export type DeskEventView = {
  readonly id: string
  readonly storyId: string
  readonly title: string
  readonly language: string
  readonly act: DeskAct
  readonly actor: DeskPersonView
  /** To whom it was given; absent for nobody. */
  readonly assignee?: DeskPersonView
  /** The new state, or the new due day. */
  readonly value?: string
  readonly at: string
}

export type DeskView = { readonly stories: readonly DeskStoryView[] }
export type DeskLogView = { readonly log: readonly DeskEventView[]; readonly next?: string }

/** One story with its notes, the earliest first, its log, the latest first, and the names of those it can be given to. */
export type DeskStoryPageView = {
  readonly story: DeskStoryView
  readonly notes: readonly DeskNoteView[]
  readonly log: readonly DeskEventView[]
  readonly people: readonly string[]
}
