import type { PaceWords } from './pace-en.ts'

export const paceFr: PaceWords = {
  usual: () => '',
  asked: (every) => `il demande qu’on le laisse tranquille ${every}`,
  rhythm: (every, gap) => `environ ${gap} entre deux entrées, donc laissé tranquille ${every}`,
  quiet: (every) => `rien de nouveau ces derniers temps, donc laissé tranquille ${every}`,
  'same-bytes': (every) => `il renvoie tout à chaque fois, donc laissé tranquille ${every}`,
  skipped: () => 'il demande à ne pas être lu avant cette heure',
  pushed: () => 'son relais nous signale les nouveautés',
  'host-paused': () => 'en pause : son serveur demande qu’on le laisse tranquille jusque-là',
  failing: () => 'après un échec, les essais s’espacent',
  missing: () => 'rien à cette adresse depuis des jours : un essai par semaine',
  gone: () => 'il se dit supprimé, ce qui est vérifié',
  'by-hand': () => 'quelqu’un l’a demandé',
  turn: () => 'd’autres flux de son serveur passent avant',
  'asked-now': () => 'lecture en cours',
}
