import type { MeaningWords } from './meaning-en.ts'

export const meaningFr: MeaningWords = {
  closeBy: 'de sens proche selon le modèle',
  alsoClose: 'De sens proche aussi',
  note: 'Ils n’ont pas forcément un mot de la recherche. Ainsi en juge le modèle',
}
