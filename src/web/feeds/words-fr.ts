import { number, plural } from '../layout/words-fr.ts'
import type * as en from './words-en.ts'
import type { FeedsOutWords, HubWords, LettersWords, ListImportWords, MailboxWords, PageFeedWords } from './words-en.ts'

export const listImportFr: ListImportWords = {
  title: 'Import OPML',
  from: 'Source',
  feeds: 'Flux importés',
  states: { running: 'Import en cours', done: 'Terminé', cancelled: 'Arrêté' },
  counts: (added, existing) => `${added} ajoutés, ${existing} déjà présents.`,
  note: 'Vous pouvez quitter cette page : l’import continue en arrière-plan.',
  reload: 'Actualiser',
  lists: 'Imports récents',
  addressTitle: 'OPML sur le web',
  addressLead: 'Le fichier est récupéré une seule fois.',
  addressLabel: 'Adresse du fichier OPML',
  pages: (page, pages) => `Page ${page} sur ${pages}`,
}

export const welcome: typeof en.welcome = {
  welcome: 'Chaque sujet une seule fois, avec toutes ses sources',
  welcomeLead:
    'Twosource regroupe les articles de vos flux par événement et montre qui a vraiment enquêté, qui a repris et ce que chacun a dit. Chaque phrase mène à sa source.',
  welcomeStart: 'Choisir des sources',
  gathering: 'Première lecture de vos sources',
  gatheringNote:
    'Les sujets paraissent ci-dessous à mesure que les articles sont lus. Laissez cette page ouverte, ou revenez.',
}

export const adding: typeof en.adding = {
  addByUrl: 'Site ou flux',
  addByUrlHint: 'Saisissez un site : nous y chercherons ses flux.',
  address: 'Adresse',
  importHint: 'Importez le fichier OPML d’un autre lecteur. Vos flux actuels sont conservés.',
  opmlFile: 'Fichier OPML',
  packsTitle: 'Sélections de départ',
  addPacks: 'Ajouter les sélections cochées',
  added: (feeds) => `${feeds} de plus.`,
  alreadyHere: (count) => `${plural(count, 'était déjà là', 'étaient déjà là')}.`,
  addedNote: 'Chargement des articles en cours.',
  chooseFeed: 'Cette page a plusieurs flux. Lequel ?',
  notAdded: 'Non ajouté',
}

export const firstRun: typeof en.firstRun = {
  feedsNote: 'Choisissez quelques flux pour commencer. Tout ce qu’ils publient s’affiche ici.',
  promises: [
    'Une dépêche reprise par vingt journaux est un seul sujet et compte une fois.',
    'Chaque citation est exactement celle de l’article. Touchez-la pour la voir dans son contexte.',
    'Sans compte ni pistage. Tout fonctionne sur cette machine.',
  ],
  drawing: 'Huit articles sur un événement deviennent un sujet avec trois comptes rendus indépendants.',
  choose: 'Choisissez une sélection',
  chooseNote: 'Chaque sélection réunit plusieurs médias connus. Vous pourrez en retirer à tout moment.',
  begin: 'Commencer à lire',
  or: 'Ou ajoutez vos sources',
  demo: 'Juste pour voir ? Essayez avec des informations inventées :',
  steps: ['Choisir', 'Récupérer', 'Lire'],
  stepsLabel: 'Étapes',
  reading: 'Récupération de vos sources',
  readingNote: 'Cela prend une minute ou deux et se poursuit même si vous quittez cette page.',
  first: 'Premiers sujets',
  noneYet: 'Les sujets s’affichent ici à mesure que les articles arrivent.',
  ready: (stories) => `C’est prêt : ${stories}`,
  readyNote: 'Les nouveaux articles arrivent désormais automatiquement.',
  open: 'Ouvrir Aujourd’hui',
  openFeeds: 'Ouvrir les flux',
  waitingNote: (articles) =>
    `Vos flux contiennent ${articles} à lire. Les sujets apparaissent avec les nouveaux articles.`,
  nothing: 'Rien n’est encore arrivé',
  nothingNote: 'Vos sources n’ont renvoyé aucun article. Vérifiez votre connexion.',
  seeFeeds: 'Voir vos flux',
  refused: {
    'no-address': ['Ce n’est pas une adresse web.', 'Essayez example.org ou https://example.org/feed.xml.'],
    'no-feed': ['Cette page n’indique aucun flux.', 'Cherchez « RSS » ou « Flux » sur le site et utilisez ce lien.'],
    gone: ['L’éditeur a supprimé ce flux.', 'Cherchez-en un autre sur son site.'],
    'not-found': ['Il n’y a rien à cette adresse.', 'Vérifiez-la, ou indiquez celle du site.'],
    forbidden: [
      'Le site refuse les lecteurs de flux.',
      'Certains flux demandent un lien personnel : connectez-vous sur le site et copiez-le.',
    ],
    busy: ['Le site nous demande d’attendre.', 'Réessayez dans quelques minutes.'],
    'server-error': ['Le site rencontre un problème.', 'Réessayez plus tard.'],
    'too-large': ['C’est trop volumineux.', 'La limite est de 16 Mo : demandez à l’éditeur un flux plus court.'],
    timeout: ['Le site n’a pas répondu à temps.', 'Réessayez.'],
    'refused-address': [
      'Cette adresse est sur un réseau privé.',
      'Pour l’autoriser, définissez TWOSOURCE_ALLOW_PRIVATE=true et redémarrez.',
    ],
    'proxy-error': [
      'Le proxy de ce serveur ne fonctionne pas.',
      'Demandez à son propriétaire de lancer twosource doctor.',
    ],
    'network-error': ['Impossible de joindre ce site.', 'Vérifiez l’adresse et votre connexion.'],
    quota: ['C’est plus de flux qu’une personne ne peut en avoir ici.', 'Retirez-en, ou demandez au propriétaire.'],
    'too-often': ['Vous avez atteint la limite horaire.', 'Réessayez dans quelques minutes.'],
    'too-deep': ['Ce fichier est illisible.', 'Voyez les détails ci-dessous.'],
    'not-a-feed': ['Ce n’est ni un flux ni une page web.', 'Indiquez l’adresse du site : nous trouverons ses flux.'],
    'not-opml': [
      'Ce fichier n’est pas une liste d’abonnements.',
      'Dans votre autre lecteur, choisissez Exporter puis OPML.',
    ],
    'empty-opml': ['Ce fichier ne contient aucun flux.', 'Exportez-le de nouveau depuis l’autre lecteur.'],
    'nothing-chosen': ['Rien n’a été choisi.', 'Choisissez au moins un élément.'],
    unknown: ['L’ajout a échoué.', 'Vérifiez dans un navigateur et réessayez.'],
  },
  inside: (feeds) => `Dans le fichier : ${feeds}`,
  insideNote: 'Rien n’a encore été ajouté. Décochez les dossiers dont vous ne voulez pas.',
  isHere: 'déjà ajoutés',
  skipped: (count) => `${plural(count, 'ligne illisible', 'lignes illisibles')}`,
  takeIn: 'Ajouter',
}

export const feedsOutFr: FeedsOutWords = {
  title: 'Flux pour d’autres applications',
  lead: 'Lisez n’importe quelle liste dans un autre lecteur, à une adresse privée. Qui a l’adresse peut lire ce flux, et rien d’autre.',
  kinds: {
    feeds: 'Tous mes flux',
    starred: 'Enregistrés dans les flux',
    story: 'Sujet',
    entity: 'Personne, organisation ou lieu',
    source: 'Source',
    search: 'Recherche',
  },
  choose: 'Flux de',
  make: 'Créer une adresse',
  madeAt: 'créée',
  notShown: 'Cette adresse fonctionne mais ne peut plus être affichée. Supprimez-la et créez-en une autre.',
  revokeSure: 'Oui, désactiver cette adresse',
  revoked: 'Adresse désactivée.',
  tooMany: (most) => `Vous avez ${most} adresses. Supprimez-en une d’abord.`,
  announced: 'mises à jour instantanées',
  announce: 'Envoyer les mises à jour instantanées',
  stopAnnouncing: 'Arrêter les mises à jour instantanées',
  announceNote:
    'Elles passent par WebSub : le hub choisi par le propriétaire du serveur connaît l’adresse et le contenu du flux.',
  plain: 'Adresse sans secret',
  plainNote: 'Fonctionne dans un navigateur connecté, et pour les invités s’ils peuvent lire.',
}

export const hubsFr: HubWords = {
  toldBy: 'Mises à jour instantanées de',
  until: 'jusqu’au',
  lastTold: 'dernière',
}

export const lettersFr: LettersWords = {
  title: 'Newsletters',
  lead: 'Créez une adresse, abonnez-vous à une newsletter avec elle et lisez-la ici comme un flux. Vous seul la voyez.',
  name: 'Nom de la newsletter',
  make: 'Créer une adresse',
  made: 'Adresse créée',
  madeNote: 'Inscrivez-vous avec elle. Le message de confirmation arrive ici aussi.',
  tooMany: (most) => `Vous avez ${most} adresses. Supprimez d’abord une newsletter.`,
  off: 'Les newsletters ne sont pas encore configurées',
  offNote: 'Demandez au propriétaire du serveur de les activer.',
  ownerNote: 'Définissez TWOSOURCE_MAIL_PORT et TWOSOURCE_MAIL_DOMAIN ; voir le guide.',
  noneNote:
    'Utilisez une adresse par newsletter : si l’une fuit, vous saurez qui l’a transmise et pourrez ne supprimer que celle-là.',
  letters: (count, shown) => (count === 1 ? '1 numéro' : `${shown} numéros`),
  lastLetter: 'le dernier',
  noLetter: 'aucun numéro',
  ended: 'fermée depuis',
  endSure: 'Oui, refuser les prochains messages',
  endedNow: 'Les messages à cette adresse sont désormais refusés. Les numéros reçus restent.',
  leaveAt: 'Se désabonner sur',
  leaveByMail: 'Se désabonner par courriel à',
  leaveNote: 'rien n’est envoyé sans vous',
  leftOut: (count) => (count === 1 ? 'Pièce jointe non conservée :' : `${count} pièces jointes non conservées :`),
  unnamedFile: 'sans nom',
  unreadable: ['Un message illisible a été refusé.', 'Son expéditeur en est averti.'],
}

export const mailboxesFr: MailboxWords = {
  title: 'Depuis votre messagerie',
  lead: 'Les newsletters que vous recevez déjà par courriel : chaque expéditeur devient un flux. Vous seul les voyez.',
  addresses: 'À une adresse réservée',
  open: 'Configurer les newsletters',
  add: 'Ajouter une boîte mail',
  server: 'Serveur de messagerie (IMAP)',
  security: 'Chiffrement',
  user: 'Adresse ou nom d’utilisateur',
  passwordNote: 'Beaucoup de fournisseurs exigent un mot de passe d’application. Créez-le dans votre compte chez eux.',
  folder: 'Dossier de messagerie',
  senders: 'Seulement de (facultatif)',
  sendersNote:
    'Adresses ou domaines. Sinon : tout le dossier ; de la boîte de réception, seulement les messages dont on peut se désabonner.',
  feedFolder: 'Ranger les flux dans le dossier (facultatif)',
  note: 'Rien n’est modifié, supprimé ni marqué comme lu dans la boîte mail.',
  added: (count, shown) =>
    count === 0
      ? 'Boîte ajoutée.'
      : count === 1
        ? 'Boîte ajoutée, avec 1 numéro.'
        : `Boîte ajoutée, avec ${shown} numéros.`,
  changed: 'Boîte modifiée.',
  removed: 'Boîte supprimée. Ses flux restent.',
  fetched: (count, shown) =>
    count === 0 ? 'Rien de nouveau.' : count === 1 ? '1 nouveau numéro.' : `${shown} nouveaux numéros.`,
  busy: 'Elle est déjà en cours de relève.',
  fetchNow: 'Relever maintenant',
  lastFetched: 'relevée',
  notYet: 'pas encore relevée',
  removeSure: 'Oui, la supprimer',
  leftOut: (count) => (count === 1 ? '1 message écarté' : `${count} messages écartés`),
  why: { 'too-large': 'trop lourd', unreadable: 'illisible', 'too-many': 'trop d’expéditeurs' },
  unwanted: 'Écartés, car vous avez supprimé leur flux',
  takeAgain: 'Reprendre',
  untitled: 'Sans objet',
  troubles: {
    login: [
      'Le serveur n’a pas accepté le nom et le mot de passe.',
      'Vérifiez les deux. Il faut peut-être un mot de passe d’application, ou activer IMAP.',
    ],
    folder: ['Ce dossier n’est pas dans la boîte.', 'Choisissez-en un autre.'],
    certificate: [
      'Le certificat du serveur n’est pas valide.',
      'Vérifiez le nom du serveur, ou demandez à votre fournisseur.',
    ],
    unencrypted: ['Le serveur ne propose aucun chiffrement.', 'Choisissez TLS, ou demandez à votre fournisseur.'],
    address: [
      'Ce serveur n’a pas le droit de s’y connecter.',
      'C’est un réseau privé ou un port inhabituel. Le propriétaire du serveur peut l’autoriser.',
    ],
    unreachable: ['Le serveur de messagerie est injoignable.', 'Vérifiez son nom et le chiffrement.'],
    garbled: ['Ce n’est pas un serveur de messagerie, ou il envoie trop.', 'Vérifiez son nom et le chiffrement.'],
    refused: ['Le serveur de messagerie a refusé.', 'Son message est dans les détails.'],
  },
  refused: {
    server: 'Ce n’est pas le nom d’un serveur.',
    senders: 'Écrivez des adresses ou des domaines, comme news@example.org ou example.org.',
    'too-many': 'Vous avez 10 boîtes. Supprimez-en une d’abord.',
    'too-often': 'Trop d’essais. Attendez quelques minutes.',
  },
}

const tooSlow = ['C’est trop long.', 'Utilisez des sélecteurs plus simples.'] as const

export const pageFeedsFr: PageFeedWords = {
  title: 'Créer un flux à partir d’une page web',
  lead: 'Pour les sites sans flux : nous surveillons la page et ajoutons ses nouveaux titres comme articles.',
  link: 'Créer un flux à partir de cette page',
  address: 'Adresse de la page des titres',
  look: 'Aperçu',
  finds: (count) => `Trouvé sur la page : ${count}`,
  shown: (count) => `Les ${count} premiers sont affichés.`,
  rule: 'Règle',
  ruleNote: 'Chaque champ prend un sélecteur CSS.',
  fields: {
    items: 'Article',
    title: 'Titre',
    link: 'Lien',
    date: 'Date',
    summary: 'Résumé',
    image: 'Image',
    author: 'Auteur',
  },
  hints: {
    items: 'Ce qui entoure un titre, par exemple article.teaser',
    title: 'Vide : l’intertitre, sinon le texte du lien',
    link: 'Vide : le lien autour du titre ou dedans',
    date: 'Vide : un élément time',
    image: 'Vide : la première image',
  },
  again: 'Nouvel aperçu',
  name: 'Nom du flux',
  others: 'Autres listes de cette page',
  other: (number) => `Liste ${number}`,
  noPreview: 'Pas encore de flux',
  picture: 'avec une image',
  madeOf: 'Créé à partir d’une page web',
  ofSitemap: 'D’après un plan de site d’actualités',
  change: 'Modifier la règle',
  kinds: {
    sitemap: 'plan de site d’actualités',
    page: 'créé à partir de la page',
    bridge: 'par la passerelle de ce serveur',
  },
  offers: 'Cette page n’a pas de flux, mais ceci peut le remplacer.',
  problems: {
    'rule-empty': [
      'La règle ne trouve plus rien.',
      'Le site a sans doute changé. Modifiez la règle ; vos articles sont conservés.',
    ],
    'no-rule': ['Cette page n’a plus de règle.', 'Créez le flux de nouveau.'],
    'bad-selector': ['La règle n’est pas valide.', 'Modifiez-la.'],
    'too-much-work': tooSlow,
    'page-too-slow': tooSlow,
    'not-a-sitemap': ['Le plan de site a disparu.', 'Ajoutez le site de nouveau pour voir ce qu’il propose.'],
  },
  refused: {
    'rule-empty': [
      'Le sélecteur d’article ne trouve rien.',
      'Vérifiez la source de la page : nous ne voyons pas ce qu’un script ajoute.',
    ],
    'rule-untitled': ['Aucun article n’a à la fois un titre et un lien.', 'Indiquez leurs sélecteurs.'],
    'no-list': ['Aucun titre trouvé sur cette page.', 'Essayez une page de rubrique, ou indiquez un sélecteur.'],
    'others-read-it': [
      'Quelqu’un d’autre utilise ici une autre règle pour cette page.',
      'Abonnez-vous à son flux, ou demandez au propriétaire de la changer.',
    ],
    'no-rsshub': [
      'C’est une adresse RSSHub, et ce serveur n’en a pas.',
      'Le propriétaire peut définir TWOSOURCE_RSSHUB.',
    ],
  },
}

export const source: typeof en.source = {
  ownTextNote: 'Texte original : la part des mots qui ne figurent dans aucun article antérieur.',
  hadFirst: 'En premier',
  family: (name) => `Propriété de ${name}. Les titres d’un même propriétaire ne comptent pas comme indépendants.`,
  latest: 'Derniers articles',
  noSources: 'Aucune source pour l’instant',
}

export const outlets: typeof en.outlets = {
  find: 'Chercher une source',
  sorts: {
    health: 'Problèmes d’abord',
    name: 'A–Z',
    articles: 'Nombre d’articles',
    own: 'Texte le plus original',
    first: 'Le plus souvent en premier',
    behind: 'Les plus rapides',
    edits: 'Les plus modifiées',
  },
  behind: 'Délai habituel',
  firstOf: (first, total) => `${number(first)} sur ${number(total)}`,
  underAMinute: 'moins d’une minute',
  healths: { fine: 'En service', failing: 'Hors service' },
  failing: (count) => plural(count, 'source ne se charge pas', 'sources ne se chargent pas'),
  noneMatch: 'Aucune source ne correspond.',
  tooFew: (what) => `Trop peu pour un graphique : ${what}.`,
  charts: 'Graphiques',
  speed: 'Rapidité',
  speedText: (stories, first, median) =>
    `${stories} : en premier pour ${first} ; la moitié des autres en ${median} au plus.`,
  allFirst: (stories) => `${stories} : en premier pour tous.`,
  behindFirst: 'Après le premier article',
  within: (time) => `jusqu’à ${time}`,
  later: 'plus tard',
  ownOverTime: 'Texte original au fil du temps',
  ownText: (least, most) => `Entre ${least} et ${most} du texte est original.`,
  versions: (count) => plural(count, 'version', 'versions'),
  copiesFrom: 'Reprend',
  copiedBy: 'Reprise par',
  quotes: 'Cite le plus',
  languages: 'Langues',
  sections: 'Rubriques',
  pollsText: (polls, withNew, failed) =>
    `${plural(polls, 'relevé', 'relevés')} : ${number(withNew)} avec du nouveau, ${plural(failed, 'échec', 'échecs')}.`,

  compare: {
    title: 'Comparer deux médias',
    link: 'Comparer avec…',
    lead: 'L’actualité que les deux ont traitée, en chiffres. Chaque nombre ouvre ce qu’il compte. Aucun ne dit lequel est le meilleur.',
    first: 'Premier média',
    second: 'Second média',
    from: 'Premier jour',
    to: 'Dernier jour',
    show: 'Comparer',
    refused: {
      same: 'C’est le même média. Choisissez-en deux différents.',
      'no-such-source': 'L’un de ces médias n’est pas ici. Choisissez-le dans la liste.',
      reversed: 'Le premier jour vient après le dernier. Inversez-les.',
      'too-long': 'Cela fait plus de 31 jours. Choisissez une période plus courte.',
    },
    noChoices: 'Aucun de vos médias n’a rien publié pendant ces jours. Choisissez d’autres jours.',
    noneInCommon: 'Pendant ces jours, ils n’ont aucun sujet en commun. Choisissez d’autres jours ou un autre média.',
    few: (stories) => `Seulement ${stories} en commun : un seul de plus peut changer ces chiffres.`,
    cut: (stories) =>
      `Hormis les sujets traités par un seul et les rectificatifs, les chiffres portent sur les derniers ${stories} en commun.`,
    bothStories: (stories) => `${stories} en commun`,
    stories: 'Sujets',
    storiesText: (a, onlyA, b, onlyB, both) =>
      `Sujets : ${onlyA} dans ${a} seul, ${both} dans les deux, ${onlyB} dans ${b} seul.`,
    firstText: (a, firstA, b, firstB, neither) =>
      `En premier : ${a} dans ${firstA}, ${b} dans ${firstB}, aucun des deux ou inconnu dans ${neither}.`,
    ownText: (a, ownA, b, ownB) => `Texte original : ${a} ${ownA}, ${b} ${ownB}.`,
    figures: {
      both: { name: 'Sujets en commun', means: 'Les deux médias ont un article sur ces sujets.' },
      'first-unknown': {
        name: 'Aucun des deux en premier',
        means: 'Ils ont publié en même temps, ou l’heure d’un article n’est pas connue assez précisément.',
      },
      only: { name: 'Sujets d’un seul média', means: 'L’autre n’a pas d’article sur ces sujets.' },
      first: { name: 'En premier', means: 'Sujets en commun qu’il a publiés avant l’autre.' },
      own: {
        name: 'Texte original',
        means:
          'Dans les sujets en commun : la part moyenne de ses mots qui ne figurent dans aucun compte rendu antérieur ni dans une dépêche d’agence.',
      },
      'left-out': {
        name: 'Points absents',
        means:
          'Dans les sujets en commun : points principaux qu’au moins deux autres médias ont. Nous avons son texte complet, et rien n’y ressemble.',
      },
      corrections: {
        name: 'Rectificatifs',
        means: 'Articles de ces jours où il note lui-même une erreur, une précision ou un retrait.',
      },
      said: { name: 'Cite le plus', means: 'Dans les sujets en commun, si nous savons avec certitude qui parle.' },
      words: {
        name: 'Mots',
        means:
          'Dans les sujets en commun : mots qu’il emploie bien plus souvent que l’autre, dans au moins quatre sujets. Les noms, les citations et le texte copié ne comptent pas.',
      },
    },
    elsewhere: (count) => `dont ${number(count)} aussi dans d’autres médias`,
    ahead: (time) => `${time} d’avance`,
    medianAhead: (time) => `en général ${time} d’avance`,
    ownShare: (share) => `${share} original`,
    undecided: 'origine indécise',
    ofArticles: (articles, undecided) =>
      undecided === 0 ? articles : `${articles} ; ${plural(undecided, 'autre indécis', 'autres indécis')}`,
    ofPoints: (count) => `sur ${plural(count, 'point', 'points')}`,
    after: (days) => (days === 0 ? 'le jour même' : `${plural(days, 'jour', 'jours')} après`),
    medianAfter: (days) =>
      days === 0 ? 'en général le jour même' : `en général ${plural(days, 'jour', 'jours')} après`,
    times: (own, other) => `${number(own)} contre ${number(other)}`,
    noWords: 'Aucun ne ressort.',
    noCommonLanguage: 'Ils n’écrivent pas dans la même langue, ou il n’y a pas de texte à comparer.',
    sideBySide: 'Côte à côte',
    quotesOf: (speaker) => `Citations de ${speaker}`,
    nothing: 'Rien ici.',
  },
}

export const troubles: typeof en.troubles = {
  filters: { all: 'Tous', failing: 'En panne', silent: 'Muets' },
  none: { failing: 'Tous les flux fonctionnent.', silent: 'Aucun flux n’est devenu muet.' },
  lastArticle: 'Dernier article',
  usually: (gap) => `rythme habituel : ${gap}`,
  tryAgain: 'Réessayer la sélection',
  unsubscribe: 'Se désabonner de la sélection',
  unsubscribeAll: (count) => `Se désabonner des ${number(count)}`,
  unsubscribed: (count) => `Désabonnement de ${plural(count, 'flux', 'flux')}.`,
  findAddress: 'Chercher la nouvelle adresse',
  addressTitle: (feed) => `Nouvelle adresse de ${feed}`,
  addressNote: 'Ses articles et vos lectures sont conservés.',
  foundOn: (site) => `Trouvé sur ${site} :`,
  noneFound: (site) => `Aucun autre flux trouvé sur ${site}.`,
  use: 'Utiliser',
  otherAddress: 'Autre adresse',
  refused: 'Il n’y a pas de flux à cette adresse.',
}

export const embargo: typeof en.embargo = {
  title: 'Embargo',
  label: 'Embargo jusqu’au',
  note: 'D’ici là, vous seul le voyez ici, et rien n’en sort : ni e-mail, ni message, ni export, ni page partagée.',
  imported: 'Ensuite, c’est un article ordinaire.',
  letters: 'D’ici là, rien de cette newsletter ne sort : ni e-mail, ni message, ni export, ni page partagée.',
  until: (time) => `Sous embargo jusqu’au ${time}`,
  change: 'Modifier ou lever',
  end: 'Lever l’embargo',
  past: 'L’embargo serait déjà terminé. Choisissez un moment à venir.',
}

export const ownHeaders: typeof en.ownHeaders = {
  title: 'Cookie et en-têtes',
  sentTo: (host) => `Envoyés uniquement à ${host}.`,
  isPrivate: 'Le flux devient privé : personne d’autre sur ce serveur ne le voit.',
  cookie: 'Cookies',
  userAgent: 'Agent utilisateur',
  others: 'Autres en-têtes',
  othersNote: 'Un par ligne, par exemple « Authorization: Bearer 123 ».',
  keptNote: (kept) => `Une ligne avec ${kept} garde sa valeur.`,
  remove: 'Supprimer',
  goBack: 'Revenir au flux commun',
  goBackNote:
    'Rien n’est plus envoyé pour ce flux. Les articles qui ne sont que dans votre copie disparaissent, sauf ceux que vous avez enregistrés.',
  unread: 'Avec ces réglages, le flux ne se charge pas',
  tooMany: 'Huit autres en-têtes au plus, et 8 000 caractères en tout.',
  problems: {
    'header-name': (name) => `« ${name} » n’est pas un nom d’en-tête valable.`,
    'header-refused': (name) => `« ${name} » ne peut pas être défini : il changerait le sens de la requête.`,
    'header-value': (name) =>
      `La valeur de « ${name} » manque, est trop longue ou contient des caractères interdits dans un en-tête.`,
    'header-twice': (name) => `« ${name} » figure deux fois.`,
    'header-elsewhere': (name) =>
      `L’adresse du flux mène de ${name} à un autre site, qui ne les reçoit pas. Changez d’abord l’adresse.`,
  },
}
