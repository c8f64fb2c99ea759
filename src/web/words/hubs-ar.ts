import type { HubWords } from './hubs-en.ts'

export const hubsAr: HubWords = { toldBy: 'يُبلّغ عنه الموزِّع', until: 'حتى', lastTold: 'آخر إبلاغ' }
