import { numbersIn } from './number-forms.ts'
import type * as en from './words-en.ts'
import type { AccessWords, FormAgainWords, LivePostWords, SectionNames } from './words-en.ts'

export const accessFr: AccessWords = {
  locked: 'Réservé aux abonnés',
  metered: 'Lecture gratuite limitée',
  meaning: 'Selon la page du média. La part du texte que nous avons est indiquée à côté.',
}

export const grouped = numbersIn('fr-FR')
export const number = (count: number) => grouped.format(count)

/** In French, zero and one are singular: `0 article`, `2 articles`. */
export const plural = (count: number, one: string, many: string) =>
  `${number(count)} ${Math.abs(count) < 2 ? one : many}`

export const counts: typeof en.counts = {
  colon: ' : ',
  articles: (count) => plural(count, 'article', 'articles'),
  reports: (count) => plural(count, 'compte rendu indépendant', 'comptes rendus indépendants'),
  copies: (count) => plural(count, 'copie', 'copies'),
  quotes: (count) => plural(count, 'citation', 'citations'),
  differences: (count) => plural(count, 'divergence', 'divergences'),
  outletsCount: (count) => plural(count, 'média', 'médias'),
  wordings: (count) => plural(count, 'formulation', 'formulations'),
  stories: (count) => plural(count, 'sujet', 'sujets'),
  sourcesCount: (count) => plural(count, 'source', 'sources'),
  feedsCount: (count) => plural(count, 'flux', 'flux'),
  independentOf: (reports, total) =>
    `${plural(reports, 'compte rendu indépendant', 'comptes rendus indépendants')} dans ${plural(total, 'article', 'articles')}`,
  more: (count) => `${number(count)} de plus`,
}

export const explanations: typeof en.explanations = [
  {
    id: 'independence',
    title: 'Comptes rendus indépendants',
    caption:
      'Huit articles sur un événement : cinq publient un même compte rendu, deux un autre, un est seul. Trois comptes rendus indépendants.',
    paragraphs: [
      'Les articles qui partagent des phrases mot pour mot forment un groupe, compté une seule fois, quel que soit le nombre de médias. Un sujet de 27 articles et 4 comptes rendus indépendants a été rapporté quatre fois et copié 23 fois. Partager une citation n’est pas copier, et les médias d’un même propriétaire ne comptent pas comme indépendants.',
      'Une mention d’agence, sinon l’heure la plus ancienne, dit qui a publié en premier ; à défaut, nous le précisons. Le « texte original » est la part des mots qui ne figurent dans aucun article antérieur du sujet. Les articles qui donnent les mêmes faits dans le même ordre avec d’autres mots sont signalés, mais comptent.',
    ],
  },
  {
    id: 'today',
    title: 'L’ordre des sujets',
    paragraphs: [
      'Les sujets qui ont au moins deux comptes rendus indépendants viennent d’abord, puis selon leur nombre, leur nouveauté et leur croissance. « Pourquoi à cette place » montre d’où vient la place d’un sujet.',
      '« Nouveau » marque les six premières heures d’un sujet, « en cours » la suite tant que des articles arrivent. « Une seule source » : aucun autre média ne l’a rapporté. « Récits divergents » : des déclarations s’y contredisent.',
    ],
  },
  {
    id: 'citations',
    title: 'Références',
    caption: 'Une affirmation de la page mène à la phrase dont elle vient, marquée dans son paragraphe.',
    paragraphs: [
      'Chaque affirmation mène à la phrase dont elle vient. Nous comparons chaque référence lettre à lettre au texte conservé, écartons ce qui ne correspond pas et disons combien. Quand un article change, l’ancienne version est gardée.',
    ],
  },
  {
    id: 'differences',
    title: 'Quand les récits divergent',
    caption: 'Deux versions côte à côte, chacune avec sa source. Pas de verdict entre elles.',
    paragraphs: [
      'Deux déclarations ne sont mises côte à côte que si la phrase d’un journaliste dit qu’elles divergent, ou si un même chiffre est donné différemment pour le même moment. Nous ne disons pas qui a raison. Un nombre qui augmente d’heure en heure est une mise à jour.',
    ],
  },
  {
    id: 'confidence',
    title: 'Qui parle',
    caption: 'Au-dessus de la ligne, nous nommons l’auteur ; en dessous, nous disons « probablement ».',
    paragraphs: [
      'Les citations sont exactement celles de l’article. L’auteur est trouvé par un motif, comme un nom après les mots ou un pronom, éprouvé sur des articles annotés. En dessous de 60 %, nous disons « probablement » ; si personne n’est nommé, la citation reste sans auteur.',
    ],
  },
  {
    id: 'dates',
    title: 'Dates',
    paragraphs: ['Une date déduite de mots comme « vendredi » figure à côté de ces mots.'],
  },
  {
    id: 'completeness',
    title: 'Texte intégral ou partiel',
    caption: 'Complet, coupé par un péage, un résumé seulement, le début manquant : chacun est signalé.',
    paragraphs: [
      '« Texte intégral » : tout l’article a été trouvé, sur sa page ou dans son flux. Sinon une mention dit ce qui manque, et la page de l’article pourquoi. Un texte incomplet n’est jamais résumé comme s’il était entier, et il n’est jamais dit que son média a omis quelque chose.',
    ],
  },
  {
    id: 'privacy',
    title: 'Vie privée',
    caption: 'Ce serveur demande aux médias leurs flux et leurs pages. Rien sur vous n’en sort.',
    paragraphs: [
      'Votre navigateur ne parle qu’à ce serveur ; les images aussi passent par lui. Ce que vous lisez reste ici.',
    ],
  },
]

export const formAgainFr: FormAgainWords = {
  title: 'Il manque quelque chose',
  wrongTitle: 'Quelque chose ne va pas',
  lead: 'Rien n’a été modifié. Ce que vous avez écrit est toujours là.',
  unclear: 'L’un de ces champs ne peut pas être utilisé tel quel.',
  empty: 'Ce champ est obligatoire.',
  unchosen: 'Choisissez-en un sur la page précédente.',
  notTicked: 'Cochez cette case pour continuer.',
  noFile: 'Choisissez un fichier.',
  fileAgain: 'Choisissez de nouveau le fichier.',
  unusable: 'Ceci ne peut pas être utilisé tel quel.',
  tooLong: (most) => `${number(most)} caractères au plus.`,
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
    perHour: 'Par heure',
    from: 'De',
    until: 'À',
    items: 'Sélecteur d’un article',
  },
}

export const everyPage: typeof en.everyPage = {
  skip: 'Aller au contenu',
  mainNavigation: 'Navigation principale',
  sources: 'Sources',
  add: 'Ajouter',
  about: 'Comment fonctionne Twosource',
  search: 'Chercher',
  searchLabel: 'Actualités, citations, personnes',
  theme: 'Apparence',
  themes: { auto: 'Système', light: 'Clair', dark: 'Sombre' },
  language: 'Langue',
  save: 'Enregistrer',
  timesIn: (zone) => `Heures : ${zone}.`,
  noTracking: 'Aucun pistage. Rien n’est chargé depuis d’autres sites.',
  justNow: 'à l’instant',
  timeUnknown: 'Date inconnue',
  opensElsewhere: 'original',
}

export const frame: typeof en.frame = {
  places: {
    today: 'À la une',
    feeds: 'Flux',
    following: 'Suivis',
    library: 'Bibliothèque',
    brief: 'Bulletin du jour',
    ask: 'Questions',
    check: 'Vérifier un texte',
    people: 'Personnes',
    sources: 'Sources',
    desk: 'Rédaction',
    discussion: 'Discussion',
    add: 'Ajouter des flux',
    settings: 'Réglages',
    account: 'Compte',
    server: 'Serveur',
  },
  saved: 'Enregistrés',
  notes: 'Notes',
  history: 'Historique',
  more: 'Plus',
  keyGroups: { move: 'Se déplacer', item: 'Avec un élément', page: 'Sur la page', go: 'Aller à' },
  keys: {
    j: 'élément suivant',
    k: 'élément précédent',
    n: 'partie suivante',
    p: 'partie précédente',
    o: 'l’ouvrir',
    v: 'ouvrir l’original',
    m: 'marquer lu ou non lu',
    s: 'mettre en favori, garder',
    A: 'marquer ceux d’au-dessus comme lus',
    B: 'marquer ceux d’en dessous comme lus',
    f: 'suivre',
    u: 'annuler ce qui vient d’être fait',
    l: 'écouter, ou faire une pause',
    ',': 'à l’écoute : phrase précédente',
    '.': 'à l’écoute : phrase suivante',
    '/': 'chercher',
    z: 'mode lecture',
    '?': 'cette liste',
  },
  keysNote:
    'Dans une référence ouverte à côté du texte, j et k mènent à la référence suivante ou précédente de la page.',
  newStories: (count) => plural(count, 'nouveau sujet', 'nouveaux sujets'),
  storyChanged: 'Ce sujet a changé',
  show: 'afficher',
  previousCitation: 'Référence précédente',
  nextCitation: 'Référence suivante',
  paragraphBefore: 'Paragraphe précédent',
  paragraphAfter: 'Paragraphe suivant',
  listen: 'Écouter',
  pause: 'Mettre en pause',
  goOn: 'Reprendre',
  stop: 'Arrêter',
  speed: 'Vitesse',
  compare: 'Comparer les formulations',
}

export const keyboard: typeof en.keyboard = {
  keys: 'Raccourcis clavier',
  keysOn: 'Utiliser les raccourcis d’une touche',
}

export const app: typeof en.app = {
  showPicture: 'Afficher l’image',
  pictureLoading: 'Chargement de l’image…',
  pictureFailed: 'L’image n’a pas pu être chargée.',
  pictureNote: 'Les images viennent du média en passant par ce serveur, jamais directement vers votre appareil.',
  alwaysShow: 'Toujours afficher les images',
  share: 'Partager',
  copyLink: 'Copier le lien',
  linkCopied: 'Lien copié.',
  linkNotCopied: 'Le lien n’a pas pu être copié. Prenez-le dans la barre d’adresse.',
  printed: 'Imprimé le',
  addresses: 'Adresses',
  offlineSince: 'Le serveur est injoignable. Cette copie date du',
  tryAgain: 'Réessayer',
  offline: 'Lecture hors connexion',
  offlineLead:
    'Les pages ouvertes ou enregistrées et le haut d’Aujourd’hui : 200 pages au plus, les plus anciennes partant d’abord.',
  notKept: 'Vous êtes hors connexion et cette page n’est pas stockée sur cet appareil.',
  notSent:
    'Vous êtes hors connexion et ceci ne peut pas être envoyé plus tard. Rien n’a été modifié : revenez en arrière et renvoyez-le une fois en ligne.',
  copiesKept: 'Pages conservées',
  copiesSize: 'Espace occupé',
  changesWaiting: 'Changements à envoyer',
  changesRefused: 'Changements refusés par le serveur',
  sendNow: 'Envoyer maintenant',
  forgetRefused: 'Les oublier',
  keepNow: 'Conserver maintenant le haut de la page du jour',
  clearCopies: 'Tout supprimer',
  copiesCleared: 'Toutes les copies ont été supprimées.',
  keptPages: 'Conservées sur cet appareil',
  noCopies: 'Rien n’est encore conservé sur cet appareil.',
  needsHttps: 'Les copies hors connexion exigent https ou localhost.',
  needsScript: 'Les copies hors connexion exigent JavaScript.',
  install: 'Installer l’application',
  installHint: 'Cherchez « Installer » ou « Ajouter à l’écran d’accueil » dans le menu du navigateur.',
  description: 'Chaque sujet une seule fois, avec toutes ses sources.',
  shared: 'Page partagée',
  sharedNothing: 'Aucune adresse web n’a été partagée.',
  sharedUnknown: 'Aucun article à cette adresse n’a encore été lu ici.',
  readPage: 'Lire cette page',
  readPageNote: 'Elle est chargée une fois, lue comme l’article d’un flux, et conservée.',
  addItsFeed: 'Ajouter son flux',
  readFailed: 'La page n’a pas pu être lue',
}

export const problems: typeof en.problems = {
  notFound: 'Page introuvable',
  notFoundNote: 'Elle a peut-être été supprimée, ou l’adresse est incomplète.',
  refused: 'Demande refusée',
  refusedNote: 'Cette demande venait d’un autre site. Rien n’a été modifié.',
  otherReaderNote: 'Quelqu’un d’autre est maintenant connecté. Rien n’a été modifié.',
  badRequest: 'Il manque quelque chose',
  badRequestNote: 'Une partie de la demande manque ou n’est pas valide. Revenez en arrière et réessayez.',
  tooLarge: 'Trop volumineux',
  tooLargeNote: 'Cette page n’accepte pas un envoi de cette taille.',
  broken: 'Une erreur est survenue',
  brokenNote: 'L’erreur vient de nous. Rien n’est perdu.',
  busyNow: 'Momentanément indisponible',
  busyNowNote: 'La base de données n’a pas répondu à temps. Rien n’a été modifié ; réessayez dans un instant.',
  unconfirmed: 'Enregistrement non confirmé',
  unconfirmedNote:
    'La connexion a été coupée pendant l’enregistrement. Vérifiez si la modification y est avant de recommencer.',
  inLog: 'Référence :',
  backToToday: 'Aller à Aujourd’hui',
}

export const livePostsFr: LivePostWords = {
  title: 'Messages du direct',
  order: 'Dans l’ordre de la page du média. Une heure sans fuseau est donnée telle qu’elle y est écrite.',
  link: 'Lien vers ce message',
}

export const sectionNamesFr: SectionNames = {
  World: 'Monde',
  Politics: 'Politique',
  Business: 'Économie',
  Science: 'Sciences',
  Health: 'Santé',
  Sport: 'Sport',
  Culture: 'Culture',
  Technology: 'Technologie',
  Local: 'Région',
  Climate: 'Climat',
}
