import type { AddResult } from '../views.ts'

/** What became of a list of subscriptions; `skipped` names what of it was left out, each with why. */
export type OpmlTaken =
  | (Extract<AddResult, { kind: 'added' }> & { readonly skipped: readonly string[] })
  /** It is long: a job takes it in, and `importId` tells how far it is. */
  | {
      readonly kind: 'queued'
      readonly importId: string
      readonly feedCount: number
      readonly skipped: readonly string[]
    }
  | Extract<AddResult, { kind: 'refused' }>

/** A list of subscriptions on its way in, or that came in. */
export type OpmlImportView = {
  readonly id: string
  /** The file or address it came from. */
  readonly name: string
  readonly state: 'running' | 'done' | 'cancelled'
  readonly feedCount: number
  readonly doneCount: number
  readonly added: number
  readonly existing: number
  readonly skipped: readonly string[]
  readonly at: string
  readonly endedAt?: string
}

export type OpmlPreview =
  | {
      readonly kind: 'preview'
      readonly folders: readonly {
        readonly name: string
        readonly feeds: readonly { readonly title: string; readonly url: string; readonly isHere: boolean }[]
      }[]
      /** Lines that could not be used, each with why. */
      readonly skipped: readonly string[]
    }
  | Extract<AddResult, { kind: 'refused' }>
