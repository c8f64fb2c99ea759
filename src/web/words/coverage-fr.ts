import { plural } from './counts-fr.ts'
import type * as en from './coverage-en.ts'

export const matrix: typeof en.matrix = {
  title: 'Qui rapporte quel point',
  note: 'Les points principaux du sujet, mot pour mot. Un média n’est dit omettre un point que si son texte entier, publié une heure au moins après que le point a été connu, n’a rien de semblable.',
  point: 'Point',
  table: 'Points et médias, à partir du point',
  kinds: { sentence: '', figure: 'chiffre', quotation: 'citation', commitment: 'promesse' },
  carries: 'le rapporte, paragraphe',
  leftOut: 'omis',
  earlier: 'publié avant qu’il soit connu',
  notKnown: 'inconnu',
  why: {
    incomplete: 'son texte n’est pas entier ici',
    short: 'son texte est court',
    'other-kind': 'ce n’est pas un article d’actualité',
    'other-language': 'il est dans une autre langue',
    similar: 'il le dit peut-être autrement',
    unverified: 'son passage ne tient plus',
  },
  onlyHere: 'ici seulement',
  onlyHereNote: 'un seul compte rendu indépendant l’a ; les autres textes entiers ne l’ont pas',
  leftOutBy: 'omis par',
  carriedBy: 'rapporté par',
  earlierBy: 'publiés avant :',
  notKnownOf: 'inconnu pour',
  legendCarries: 'le rapporte : ouvre la phrase',
  choices: 'En d’autres mots',
  choicesNote:
    'Des passages semblables à un mot près : qui dit lequel, côte à côte. Rien n’est dit de celui qui conviendrait mieux.',
  inHeadline: 'titre',
  articlesNote: 'Quelle part du texte de chaque article lui est propre, et pourquoi il est ici.',
  first: 'd’abord :',
}

export const counting: typeof en.counting = {
  title: 'Comment les comptes rendus sont comptés',
  note: 'Les articles qui portent un même texte comptent une fois. Ouvrez un compte rendu pour voir ses articles et les phrases communes.',
  because: {
    credit: 'Une mention, une signature ou le flux la nomme ; son texte compte une fois, quel que soit le journal.',
    time: 'Le premier article que nous ayons vu avec ce texte ; les autres le portent aussi.',
    alone: 'Aucun autre média ici ne porte ce texte.',
    undecided: 'Un même texte est dans plusieurs articles ; ni mention ni heure ne dit qui l’a eu le premier.',
  },
  sameOwner: 'Un seul propriétaire, compté une fois bien que chacun ait écrit le sien :',
  partlyOwn: 'Reprend des passages, mais au moins la moitié des mots sont les siens : un compte rendu à part.',
  takenOver: 'Reprend des passages et compte avec le compte rendu dont ils viennent.',
  claimed: 'Un seul média la crédite et son article même n’est pas ici : rien d’autre ne dit de qui est ce texte.',
  agencyNotHeld: 'Crédite l’agence ; ce texte n’est pas parmi les articles de l’agence dans ce sujet.',
  agencysText: 'crédité à',
  sameQuotation: 'la même citation, ce qui n’est pas copier',
  noneFound: 'Le texte d’origine n’est pas parmi les articles de ce sujet.',
  wordForWord: 'Mot pour mot, ou presque, aussi dans',
  passages: 'Passages communs',
  retold: 'Les mêmes faits dans le même ordre, en d’autres mots, que',
  retoldNote:
    'Compté comme un compte rendu à part : les deux peuvent le tenir d’un tiers, et nous ignorons qui l’a dit le premier.',
  figures: 'Chiffres communs',
}

export const relations: typeof en.relations = {
  related: 'Sujets liés',
  storyline: 'Le fil de l’affaire',
  thisStory: 'ce sujet',
  through: 'par',
  inCommon: 'en commun',
  inOtherLanguages: 'En d’autres langues',
  sameEventIn: (language) => `Le même événement en ${language}`,
  storylineText: (count, from, until, place) =>
    `${count} sujets d’une même affaire, de ${from} à ${until} ; celui-ci est le numéro ${place}.`,
  reasons: {
    'leads to': 'mène à ce sujet',
    follows: 'fait suite à ce sujet',
    'same matter': 'la même affaire, au même moment',
    'part of': 'ce sujet en fait partie',
    contains: 'une partie de ce sujet',
    'same people': 'les mêmes personnes',
    'same place': 'le même lieu',
  },
}

export const plots: typeof en.plots = {
  worth: {
    own: (count) => plural(count, 'travail propre', 'travaux propres'),
    retold: (count) => plural(count, 'reformulation', 'reformulations'),
    partly: (count) => plural(count, 'en partie propre', 'en partie propres'),
    agency: (count) => plural(count, 'reprise d’agence', 'reprises d’agence'),
    copy: (count) => plural(count, 'copie', 'copies'),
    unknown: (count) => plural(count, 'indéterminé', 'indéterminés'),
  },
  worthLong: {
    own: 'travail propre',
    retold: 'les mêmes faits en d’autres mots',
    partly: 'un extrait et des mots propres',
    agency: 'reprise du texte d’une agence',
    copy: 'copie du texte d’un autre média',
    unknown: 'on ne sait pas qui l’a eu en premier',
  },
  busiest: (articles, period) => `Au plus fort : ${articles}, ${period}.`,
  flags: 'Noms : le premier article de chaque compte rendu indépendant.',
  day: 'Jour',
  state: 'État',
  happened: 'rapporté comme passé',
  planned: (count) => `${plural(count, 'est prévu', 'sont prévus')} (en tirets).`,
  farther: (count) => `${plural(count, 'autre', 'autres')} avant ou après, dans la bande du haut.`,
  zoom: {
    title: 'Agrandir ou réduire',
    earlier: 'Plus tôt',
    closer: 'De plus près',
    farther: 'De plus loin',
    later: 'Plus tard',
    whole: 'Toute la durée',
    hint: 'Aussi : pincer, Ctrl et molette, flèches, + et −',
  },
  differs: 'les chiffres divergent',
  began: 'Début',
  story: 'Sujet',
}
