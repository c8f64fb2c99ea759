import type { RobotsWords } from './robots-en.ts'

export const robotsFr: RobotsWords = {
  refusesModels:
    'La page demande que son texte ne soit donné à aucun modèle (noai). Elle est lue et citée ici comme une autre, et laissée hors de ce qu’un modèle de ce serveur écrit ou traduit.',
  notTranslated:
    'La page demande que son texte ne soit donné à aucun modèle (noai) : elle n’est donc pas traduite ici.',
}
