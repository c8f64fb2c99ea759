import type { AccessWords } from './access-en.ts'

export const accessFr: AccessWords = {
  locked: 'Réservé aux abonnés',
  metered: 'Lecture gratuite limitée',
  meaning: 'Selon la page du média. La part du texte que nous avons est indiquée à côté.',
}
