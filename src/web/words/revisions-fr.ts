import { numbersIn } from '../../core/number-forms.ts'
import type { RevisionWords } from './revisions-en.ts'

const grouped = numbersIn('fr')
const of = (one: string, many: string) => (count: number) => `${grouped.format(count)} ${count < 2 ? one : many}`

export const revisionsFr: RevisionWords = {
  title: 'Ce qui a changé',
  older: 'Ancien texte',
  newer: 'Nouveau texte',
  show: 'Afficher',
  current: 'texte actuel',
  views: { inline: 'En un seul texte', sides: 'Côte à côte' },
  asView: 'Présentation',
  note: 'Les deux textes sont conservés lettre à lettre, tels qu’ils ont été reçus. Ce qui a disparu est barré, ce qui est nouveau est souligné.',
  jump: 'Modifications',
  counts: {
    added: of('phrase ajoutée', 'phrases ajoutées'),
    removed: of('phrase retirée', 'phrases retirées'),
    changed: of('phrase modifiée', 'phrases modifiées'),
    moved: of('phrase déplacée', 'phrases déplacées'),
    typographic: of('phrase où seule la typographie change', 'phrases où seule la typographie change'),
    figures: of('chiffre modifié', 'chiffres modifiés'),
    quotes: of('citation modifiée', 'citations modifiées'),
  },
  headline: 'Titre modifié',
  nothing: 'Ces deux textes disent la même chose.',
  unchanged: of('phrase inchangée', 'phrases inchangées'),
  kinds: { added: 'Ajouté', removed: 'Retiré', changed: 'Modifié', moved: 'Déplacé', typographic: 'Typographie' },
  lacks: 'Absent de ce texte',
  gone: 'retiré :',
  put: 'ajouté :',
  weighty: {
    figure: 'Chiffre',
    'quote-changed': 'Citation modifiée',
    'quote-gone': 'Citation disparue',
    'quote-new': 'Nouvelle citation',
  },
  causes: {
    held: 'On a pu lire plus ou moins de l’article qu’auparavant : ces écarts ne viennent pas forcément du média.',
    reader: 'Ce serveur lit les pages autrement qu’auparavant : ces écarts ne viennent pas forcément du média.',
  },
  changedAfter: 'Modifié après publication',
  see: 'Voir ce qui a changé',
  looks: {
    changed: 'Page relue, modifiée :',
    unchanged: 'Page relue, inchangée :',
    less: 'Page relue ; on en voyait moins, ce texte a donc été gardé :',
    'other-page': 'Page relue ; un autre texte s’y trouvait, celui-ci a donc été gardé :',
    missing: 'Page relue, mais il n’y a plus rien à son adresse ; ce texte a donc été gardé :',
    gone: 'Le média a supprimé la page, selon son serveur ; ce texte a été gardé :',
    refused: 'Page non relue, à la demande du site :',
    failed: 'Page relue, mais inaccessible :',
  },
  notices: 'Ce que le média dit de cet article',
  changedSince: 'Modifié depuis :',
  goneSince: 'modifié depuis',
  corrected: 'corrigé',
  withdrawn: 'retiré',
  absent: 'n’est plus à son adresse',
}
