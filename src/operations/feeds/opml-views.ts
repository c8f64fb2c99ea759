import type { AddResult } from '../views.ts'

/** The result of importing a subscription list; `skipped` names what was left out, with reasons. */
export type OpmlImported =
  | (Extract<AddResult, { kind: 'added' }> & { readonly skipped: readonly string[] })
  /** A long list: a job imports it, and `importId` identifies its progress. */
  | {
      readonly kind: 'queued'
      readonly importId: string
      readonly feedCount: number
      readonly skipped: readonly string[]
    }
  | Extract<AddResult, { kind: 'refused' }>

/** An import of a subscription list, running or finished. */
export type OpmlImportView = {
  readonly id: string
  /** The file or URL it came from. */
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

/** The contents of a subscription list before anything is imported. */
export type OpmlPreview =
  | {
      readonly kind: 'preview'
      readonly folders: readonly {
        readonly name: string
        readonly feeds: readonly { readonly title: string; readonly url: string; readonly isHere: boolean }[]
      }[]
      /** Lines that couldn't be used, with reasons. */
      readonly skipped: readonly string[]
    }
  | Extract<AddResult, { kind: 'refused' }>
