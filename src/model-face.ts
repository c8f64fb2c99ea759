import { getModelSettings, setModel } from './operations/model-settings.ts'
import type { Ask, Need } from './operations/operation.ts'
import { testModel } from './operations/test-model.ts'
import type { ModelOperations } from './web/model-operations.ts'

/** Joins the page of the language model to what it asks for. */
export function modelFace(ask: Ask, need: Need): ModelOperations {
  return {
    modelSettings: need(getModelSettings),
    setModel: ask(setModel),
    testModel: need(testModel),
  }
}
