import { confirmHub, denyHub, findHub, takeHubPush } from './operations/hub-callback.ts'
import type { Ask } from './operations/operation.ts'
import type { WebsubOperations } from './web/websub-operations.ts'

/** Joins the callback addresses to what hubs may ask and send. */
export function websubFace(ask: Ask): WebsubOperations {
  return {
    findHub: ask(findHub),
    confirmHub: ask(confirmHub),
    denyHub: ask(denyHub),
    takeHubPush: ask(takeHubPush),
  }
}
