import { numbersIn } from '../../core/number-forms.ts'
import type { FormAgainWords } from './form-again-en.ts'

const grouped = numbersIn('fr-FR')

export const formAgainFr: FormAgainWords = {
  title: 'Il manque quelque chose',
  wrongTitle: 'Quelque chose ne va pas',
  lead: 'Rien n’a été modifié. Ce que vous aviez écrit se trouve ici.',
  unclear: 'L’un de ces champs ne peut pas être utilisé tel quel.',
  empty: 'Rien n’est écrit ici.',
  unchosen: 'Il faut en choisir un. Revenez en arrière pour cela.',
  notTicked: 'Cette case doit être cochée.',
  noFile: 'Choisissez un fichier.',
  fileAgain: 'Le fichier est à choisir de nouveau.',
  unusable: 'Ceci ne peut pas être utilisé tel quel.',
  tooLong: (most) => `${grouped.format(most)} caractères au plus.`,
  again: 'Envoyer de nouveau',
  back: 'Retour',
  fields: {
    address: 'Adresse',
    title: 'Titre',
    name: 'Nom',
    newName: 'Nouveau nom',
    folder: 'Dossier (facultatif)',
    tags: 'Étiquettes, séparées par des virgules',
    search: 'Recherche',
    words: 'Mots',
    note: 'Votre note',
    text: 'Texte',
    reason: 'Raison',
    choice: 'Choix',
    file: 'Fichier',
    sure: 'J’en suis sûr',
    perHour: 'Par heure, au plus',
    from: 'De',
    until: 'À',
    items: 'Ce qui est une entrée sur la page',
  },
}
