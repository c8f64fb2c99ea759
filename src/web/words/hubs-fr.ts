import type { HubWords } from './hubs-en.ts'

export const hubsFr: HubWords = {
  toldBy: 'Annoncé par le hub',
  until: 'jusqu’au',
  lastTold: 'dernière annonce',
}
