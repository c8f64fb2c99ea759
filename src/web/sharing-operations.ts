import type { SharedView, ShareMade, SharesView } from '../operations/share-views.ts'

/** Public links. Undefined: what was asked for is not there. */
export type SharingOperations = {
  share(input: {
    readonly kind: 'story' | 'brief'
    readonly target: string
    readonly lasts?: string
    readonly isEmbeddable: boolean
  }): Promise<ShareMade | undefined>
  shares(): Promise<SharesView>
  revokeShare(input: { readonly id: string }): Promise<{ readonly id: string } | undefined>
  shared(input: { readonly token: string }): Promise<SharedView | undefined>
}
