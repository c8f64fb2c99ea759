import type { ImportingWords } from './importing-en.ts'

export const importingFr: ImportingWords = {
  title: 'Importer',
  lead: 'Ce que vous gardez ailleurs vous suit. Un fichier peut être apporté de nouveau : rien n’est doublé, et rien de ce qui est ici n’est perdu.',
  fileTitle: 'Un fichier d’un autre programme',
  file: 'Fichier',
  takes:
    'Ses liens sont enregistrés avec leurs étiquettes, la date où vous les avez gardés, et s’ils étaient lus. Leurs pages sont ensuite lues en arrière-plan ; un lien dont la page a disparu reste.',
  programs:
    'Pocket et Omnivore (l’archive telle quelle, ou CSV et JSON), Instapaper et Readwise Reader (CSV), wallabag (JSON), Raindrop, Pinboard, les signets d’un navigateur (HTML), des abonnements (OPML), marques d’un Twosource (marks.json).',
  articles:
    'En tant que propriétaire, vous pouvez aussi apporter des articles avec leurs textes : WARC, HTML, texte brut, JSON par lignes.',
  largest: 'Jusqu’à 16 Mo ici ; au-delà, par la ligne de commande.',
  bring: 'Apporter',
  done: 'Le fichier a été apporté',
  counts: {
    total: 'liens repris',
    added: 'nouveaux ici',
    waiting: 'pages encore à lire',
    read: 'marqués comme lus',
    tagged: 'avec des étiquettes',
    articles: 'articles repris',
    failed: 'illisibles',
    feeds: 'flux ajoutés',
    feedsHere: 'flux déjà ici',
  },
  pagesNote: 'Les pages sont lues en arrière-plan ; vous pouvez fermer celle-ci.',
  seeSaved: 'Voir ce qui est enregistré',
  seeFeeds: 'Voir les flux',
  notTaken: 'Non repris, et pourquoi',
  refused: 'Rien n’a été apporté',
  ownerOnly:
    'Seul le propriétaire peut apporter des articles avec leurs textes. Les liens et les abonnements sont pris de chacun.',
  pageTitle: 'Une page du web',
  pageLead: 'Elle est chargée une fois, lue comme un article d’un flux, et enregistrée.',
  address: 'Adresse',
  saveIt: 'Enregistrer cette page',
  bookmarkTitle: 'Depuis n’importe quel site',
  bookmarkLead:
    'Faites glisser ce lien vers les signets de votre navigateur. Sur une page, il l’ouvre ici pour l’enregistrer.',
  bookmark: 'Enregistrer dans Twosource',
  bookmarkNote: 'Il envoie l’adresse et le titre de la page, rien d’autre, et n’y charge rien.',
  shareNote: 'Sur un téléphone, installez Twosource comme application : il figure alors là où l’on partage des pages.',
  confirmTitle: 'Enregistrer une page',
  confirmNote: 'Rien n’a encore été chargé.',
  isHere: 'Cet article a déjà été lu ici.',
  kept: 'Le lien est enregistré',
  keptNote: 'Sa page n’a pas pu être lue maintenant. Un nouvel essai a lieu en arrière-plan.',
  openKept: 'Ouvrir ce qui est gardé',
  noAddress: 'Aucune adresse web n’a été donnée.',
  settingsNote: 'Pocket, Instapaper, wallabag, signets et autres ; un bouton pour enregistrer toute page.',
}
