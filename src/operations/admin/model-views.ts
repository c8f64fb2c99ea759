import type { CheckedText } from '../../core/claim.ts'
import type { ModelFailure } from '../../core/model.ts'
import type { ModelChoice } from '../../core/reading/model-choice.ts'
import type { ModelDay } from '../../store/admin/model-use.ts'

/** What the environment sets, which wins over the page. */
export type ModelFixed = { readonly address: boolean; readonly name: boolean; readonly key: boolean }

/** The model of the house as its owner sees it. The key is never told. */
export type ModelSettingsView = {
  /** In force, with what the environment sets. */
  readonly choice: ModelChoice
  readonly hasKey: boolean
  readonly fixed: ModelFixed
  /** Where text goes: nowhere, to a program on this machine, or to another one. */
  readonly reach: 'none' | 'here' | 'elsewhere'
  /** False: whoever is on the way can read it, the key too. */
  readonly isEncrypted: boolean
  readonly spentToday: { readonly calls: number; readonly tokens: number }
  /** The last seven days, the newest first. */
  readonly days: readonly ModelDay[]
}

/** Why a choice was not taken. */
export type ModelRefusal = 'address' | 'name' | 'number' | 'key'

export type ModelChosen =
  | { readonly kind: 'saved'; readonly isKeyForgotten: boolean }
  | { readonly kind: 'refused'; readonly why: ModelRefusal }

/** What came of asking the model a tiny question about two sentences of ours, and of checking its answer. */
export type ModelTested = {
  readonly milliseconds: number
  readonly tokens?: { readonly in: number; readonly out: number }
  readonly outcome:
    | { readonly kind: 'written'; readonly model: string; readonly text: CheckedText }
    | { readonly kind: 'unreadable'; readonly reason: string }
    | ModelFailure
  /** Where a model for vectors is chosen. */
  readonly vectors?: { readonly kind: 'embedded'; readonly width: number; readonly model: string } | ModelFailure
}
