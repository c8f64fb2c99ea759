import type { ModelChoice } from '../core/model-choice.ts'
import type { ModelChosen, ModelSettingsView, ModelTested } from '../operations/model-views.ts'

/** The language model of the house, for its owner. Undefined: what was given cannot be used. */
export type ModelOperations = {
  modelSettings(): Promise<ModelSettingsView>
  setModel(
    input: ModelChoice & { readonly key: string; readonly forgetsKey: boolean },
  ): Promise<ModelChosen | undefined>
  testModel(): Promise<ModelTested>
}
