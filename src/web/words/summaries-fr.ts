import { plural } from './counts-fr.ts'
import type { SummaryWords } from './summaries-en.ts'

export const summariesFr: SummaryWords = {
  titles: { short: 'En deux mots', medium: 'En bref', long: 'En détail' },
  lengths: { short: 'court', medium: 'bref', long: 'détaillé' },
  length: 'Longueur',
  parts: { happened: 'Ce qui s’est passé', said: 'Qui dit quoi', figures: 'Les chiffres', next: 'La suite' },
  chosen: 'Choisi, non rédigé : chaque phrase se trouve mot pour mot dans un article.',
  writtenBy: (model) => `Rédigé par ${model}. Chaque phrase a été comparée à celles qu’elle cite.`,
  whose: 'De qui sont les mots :',
  choices: { chosen: 'ceux des articles', written: 'ceux d’un modèle' },
  checked: (kept, dropped) =>
    dropped === 0
      ? `Vérifié sans rien retirer : ${plural(kept, 'phrase', 'phrases')}.`
      : `Vérifié : ${plural(kept, 'phrase gardée', 'phrases gardées')}, ${plural(dropped, 'retirée', 'retirées')}.`,
  tooLittle: (kept, dropped) =>
    `Un modèle a aussi rédigé ce texte, mais trop peu a passé les contrôles (${kept} sur ${plural(kept + dropped, 'phrase', 'phrases')}) : les phrases choisies restent.`,
  background: 'Contexte',
  backgroundNote:
    'Les sujets antérieurs de la même affaire, du plus ancien au plus récent, chacun avec une de ses phrases.',
  noBackground: 'Aucun sujet antérieur sur cette affaire n’est connu ici.',
  nothing: 'Aucun article de ce sujet n’est conservé en entier : rien n’est résumé.',
  words: (count) => plural(count, 'mot', 'mots'),
  minutes: (count) => `${count} min de lecture`,
  aSentence: (count) => `${plural(count, 'mot', 'mots')} par phrase`,
  grade: {
    'flesch-kincaid': (value) => `niveau Flesch–Kincaid ${value}`,
    lix: (value) => `indice LIX ${value}`,
  },
  gradeNote: {
    'flesch-kincaid':
      'Années d’école qu’il faut pour le lire, d’après la longueur des phrases et des mots ; compté par règle.',
    lix: 'Mots par phrase et part de mots longs : moins de 30, facile ; plus de 50, difficile.',
  },
  reading: 'Lisibilité :',
}
