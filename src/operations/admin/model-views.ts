import type { CheckedText } from '../../core/claim.ts'
import type { ModelFailure } from '../../core/model.ts'
import type { ModelChoice } from '../../core/reading/model-choice.ts'
import type { ModelList } from '../../providers/list-models.ts'
import type { ModelDay } from '../../store/admin/model-use.ts'

export type { ModelList }

/** The instance's model as the owner sees it. The key is never included. */
export type ModelSettingsView = {
  readonly choice: ModelChoice
  readonly hasKey: boolean
  /** Where text is sent: nowhere, to a program on this machine, or to another machine. */
  readonly reach: 'none' | 'here' | 'elsewhere'
  /** False: anyone between can read the traffic, including the key. */
  readonly isEncrypted: boolean
  readonly spentToday: { readonly calls: number; readonly tokens: number }
  /** The last seven days, newest first. */
  readonly days: readonly ModelDay[]
}

/** Why a choice was rejected. */
export type ModelRefusal = 'address' | 'name' | 'number' | 'key'

export type ModelChosen =
  | { readonly kind: 'saved'; readonly isKeyForgotten: boolean }
  | { readonly kind: 'refused'; readonly why: ModelRefusal }

/** The result of asking the model a small question about two built-in sentences and checking its answer. */
export type ModelTested = {
  readonly milliseconds: number
  readonly tokens?: { readonly in: number; readonly out: number }
  readonly outcome:
    | { readonly kind: 'written'; readonly model: string; readonly text: CheckedText }
    | { readonly kind: 'unreadable'; readonly reason: string }
    | ModelFailure
  /** Present if an embedding model is chosen. */
  readonly vectors?: { readonly kind: 'embedded'; readonly width: number; readonly model: string } | ModelFailure
}
