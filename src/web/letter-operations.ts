import type { LetterboxesView, LetterboxMade } from '../operations/letterbox-views.ts'

/** Addresses that newsletters come to. Undefined: what was asked for is not there. */
export type LetterOperations = {
  letterboxes(): Promise<LetterboxesView>
  makeLetterbox(input: { readonly name: string; readonly folder?: string }): Promise<LetterboxMade | undefined>
  endLetterbox(input: { readonly id: string }): Promise<true | undefined>
}
