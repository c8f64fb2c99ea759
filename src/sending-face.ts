import {
  addDestination,
  getDestinations,
  removeDestination,
  renewWebhookSecret,
  setDestination,
  switchDestination,
  testDestination,
} from './operations/destinations.ts'
import type { Ask, Need } from './operations/operation.ts'
import { getSendForm, listSendings, replaySending, sendArticle } from './operations/sendings.ts'
import type { SendingOperations } from './web/sending-operations.ts'

/** Joins the pages of sending to what they ask for. */
export function sendingFace(ask: Ask, need: Need): SendingOperations {
  return {
    destinations: () => need(getDestinations)({}),
    addDestination: ask(addDestination),
    setDestination: ask(setDestination),
    switchDestination: ask(switchDestination),
    removeDestination: ask(removeDestination),
    renewWebhookSecret: ask(renewWebhookSecret),
    testDestination: ask(testDestination),
    sendings: ask(listSendings),
    replaySending: ask(replaySending),
    sendForm: ask(getSendForm),
    sendArticle: ask(sendArticle),
  }
}
