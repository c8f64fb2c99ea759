import {
  addAlertChannel,
  removeAlertChannel,
  switchAlertChannel,
  testAlertChannel,
} from './operations/alert-channels.ts'
import { findAlertMail, getAlertFeed, stopAlertMail } from './operations/alert-doors.ts'
import { chooseAlert, getAlertSettings, listAlerts, setAlertSettings } from './operations/alerts.ts'
import type { Ask, Need } from './operations/operation.ts'
import type { AlertOperations } from './web/alert-operations.ts'

/** Joins the pages of alerts to what they ask for. */
export function alertFace(ask: Ask, need: Need): AlertOperations {
  return {
    alerts: ask(listAlerts),
    alertSettings: need(getAlertSettings),
    setAlertSettings: ask(setAlertSettings),
    chooseAlert: ask(chooseAlert),
    addAlertChannel: ask(addAlertChannel),
    removeAlertChannel: ask(removeAlertChannel),
    switchAlertChannel: ask(switchAlertChannel),
    testAlertChannel: ask(testAlertChannel),
    alertFeed: ask(getAlertFeed),
    alertMail: ask(findAlertMail),
    stopAlertMail: ask(stopAlertMail),
  }
}
