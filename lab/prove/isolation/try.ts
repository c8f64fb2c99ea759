import type { Common } from './seed.ts'

/** How an operation is tried: inputs that it takes, of which every text is then replaced by each id of reader A in turn. */
export type Tries = {
  readonly inputs: (common: Common) => readonly unknown[]
  /** Where it is the purpose of an operation to answer or change what is another's: to whom, and why. */
  readonly mayRead?: { readonly roles: readonly string[]; readonly why: string }
  /** Of one that takes long or leads to no id: with how many ids it is tried. */
  readonly mostIds?: number
  /** Where the answer depends on what the instance keeps for all, so that two askers get two answers: why. */
  readonly isOfInstance?: string
  readonly mayWrite?: { readonly roles: readonly string[]; readonly why: string }
}

export const nothing: Tries = { inputs: () => [{}] }
export const one = (inputs: Tries['inputs']): Tries => ({ inputs })
export const nowhere = 'http://127.0.0.1:1/feed'
/** Who runs the instance sees and changes who may come in. */
export const owners = { roles: ['owner'], why: 'who runs the house says who may come in' }
