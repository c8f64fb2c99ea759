import { number, plural } from './counts-fr.ts'
import type * as en from './sources-en.ts'

export const source: typeof en.source = {
  ownText: 'Texte propre',
  ownTextNote: 'Part moyenne des mots de ses articles qui ne figurent dans aucun article antérieur.',
  hadFirst: 'En premier',
  hadFirstOf: (first, stories) => `${number(first)} sur ${plural(stories, 'sujet', 'sujets')}`,
  editedLater: 'Modifiés après publication',
  family: (name) =>
    `Appartient à ${name} ; les médias d’un même propriétaire ne sont pas comptés comme indépendants les uns des autres.`,
  latest: 'Derniers',
  health: 'État',
  noSources: 'Encore aucune source',
}

export const outlets: typeof en.outlets = {
  behind: 'Retard sur le premier',
  medianOf: (stories) => `médiane de ${stories}`,
  firstOf: (first, total) => `${number(first)} sur ${number(total)}`,
  underAMinute: 'moins d’une minute',
  owner: 'Propriétaire',
  everyOwner: 'Tous les propriétaires',
  everyHealth: 'Peu importe',
  healths: { fine: 'lisible', failing: 'illisible' },
  failing: (count) => plural(count, 'source ne peut pas être lue', 'sources ne peuvent pas être lues'),
  listNote:
    'Premier et retard : dans les sujets des 30 derniers jours avec au moins deux comptes rendus indépendants ; le retard est la médiane de ceux qu’un autre a eus d’abord.',
  noneMatch: 'Aucune source ne correspond',
  tooFew: (what) => `Trop peu pour le dire : ${what}.`,
  speed: 'Rapidité',
  speedNote: (days) => `Sujets des ${days} derniers jours avec au moins deux comptes rendus indépendants.`,
  speedText: (stories, first, median) =>
    `${stories} : premier pour ${first} ; pour la moitié des autres, en ${median} au plus.`,
  allFirst: (stories) => `${stories} : premier pour tous.`,
  behindFirst: 'Après le premier compte rendu',
  wasFirst: 'premier',
  within: (time) => `jusqu’à ${time}`,
  later: 'plus tard',
  ownOverTime: 'Texte propre au fil du temps',
  ownText: (least, most) => `Du texte, de ${least} à ${most} est le sien.`,
  noEdits: 'Aucune modification d’article n’a été vue.',
  versions: (count) => plural(count, 'version', 'versions'),
  copiesFrom: 'Copie',
  copiedBy: 'Copié par',
  copiesNote: (days) =>
    `Sujets des ${days} derniers jours dans lesquels son article est la copie d’un autre, d’après un crédit ou l’heure.`,
  noCopies: 'Aucune copie n’est connue.',
  agency: 'd’après le crédit',
  quotes: 'Qui elle cite',
  languages: 'Langues',
  sections: 'Rubriques',
  polls: 'Derniers relevés',
  pollsText: (polls, withNew, failed) =>
    `${plural(polls, 'relevé', 'relevés')} : ${number(withNew)} avec du nouveau, ${plural(failed, 'échec', 'échecs')}.`,
  poll: 'Relevé, le plus récent d’abord',
  outcome: 'Résultat',
  newEntries: (count) => plural(count, 'nouvelle entrée', 'nouvelles entrées'),
  nothingNew: 'rien de nouveau',
  failed: 'échec',
}
