import { number, plural } from '../layout/words-fr.ts'
import type * as en from './words-en.ts'
import type { FeedsOutWords, HubWords, LettersWords, ListImportWords, PageFeedWords } from './words-en.ts'

export const listImportFr: ListImportWords = {
  title: 'Une liste d’abonnements',
  from: 'Source',
  feeds: 'Flux repris',
  states: { running: 'En cours', done: 'Terminé', cancelled: 'Arrêté' },
  counts: (added, existing) => `${added} ajoutés, ${existing} déjà présents.`,
  note: 'La reprise se fait en arrière-plan, même page fermée et après un redémarrage.',
  pollNote:
    'Les premiers flux sont lus tout de suite, les autres dans l’heure, pour qu’aucun serveur ne soit sollicité d’un coup.',
  reload: 'Voir où elle en est',
  cancel: 'Arrêter',
  cancelNote: 'Ce qui est déjà repris reste.',
  lists: 'Dernières listes reprises',
  addressTitle: 'Une liste à une adresse',
  addressLead: 'Un fichier OPML du web est lu une fois et repris.',
  addressLabel: 'Adresse de la liste',
  pages: (page, pages) => `Page ${page} sur ${pages}`,
  previousPage: 'Page précédente',
  nextPage: 'Page suivante',
  tooOften: [
    'Vous avez demandé autant qu’une personne peut demander en une heure.',
    'Attendez quelques minutes, puis réessayez.',
  ],
  quota: ['Cela ferait plus de flux qu’une personne ne peut en avoir ici.', 'Retirez-en, ou demandez au propriétaire.'],
  unreadable: ['Le fichier est fait d’une façon qui n’est pas lue.', 'Ce qui ne va pas est indiqué ci-dessous.'],
}

export const welcome: typeof en.welcome = {
  welcome: 'Chaque sujet une seule fois, avec toutes ses sources',
  welcomeLead:
    'Twosource lit les flux que vous choisissez, réunit les articles sur un même événement, montre qui l’a vraiment rapporté et qui a copié, et ce que chacun a dit. Chaque phrase ouvre celle dont elle vient.',
  welcomeStart: 'Choisir des sources',
  gathering: 'Première lecture de vos sources',
  gatheringNote:
    'Les sujets paraissent ci-dessous à mesure que les articles sont lus. Laissez cette page ouverte, ou revenez.',
}

export const adding: typeof en.adding = {
  addTitle: 'Ajouter des sources',
  addByUrl: 'Une page ou un flux',
  addByUrlHint: 'L’adresse d’un site ou de son flux ; les flux sont trouvés sur la page.',
  address: 'Adresse',
  folderOptional: 'Dossier (facultatif)',
  addFeed: 'Ajouter',
  importTitle: 'D’un autre lecteur',
  importHint: 'Un fichier OPML : ce que tout lecteur exporte. Rien de ce qui est ici n’est changé.',
  opmlFile: 'Fichier OPML',
  importButton: 'Importer',
  packsTitle: 'Listes de départ',
  addPacks: 'Ajouter les listes choisies',
  youHave: (feeds) => `Vous avez ${feeds}.`,
  added: (feeds) => `${feeds} de plus.`,
  alreadyHere: (count) => `${plural(count, 'était déjà là', 'étaient déjà là')}.`,
  addedNote: 'La lecture est en cours.',
  chooseFeed: 'Cette page a plusieurs flux. Lequel ?',
  notAdded: 'Non ajouté',
}

export const firstRun: typeof en.firstRun = {
  feedsNote: 'Tout ce que vos flux apportent paraît ici à mesure. Choisissez-en quelques-uns pour commencer.',
  promises: [
    'Une dépêche que vingt journaux impriment est un seul sujet, et compte une fois.',
    'Chaque citation figure lettre pour lettre dans l’article d’où elle vient. Appuyez dessus pour voir.',
    'Pas de compte, pas de pistage, rien d’envoyé. Tout marche sur cette machine.',
  ],
  drawing: 'Huit articles sur un événement deviennent un sujet avec trois comptes rendus indépendants.',
  choose: 'Choisissez de quoi commencer',
  chooseNote:
    'Des listes de médias connus, plusieurs par sujet, pour qu’un sujet ait plus d’une source. Vous pourrez en retirer plus tard.',
  otherLanguages: 'Dans d’autres langues',
  begin: 'Commencer à lire',
  or: 'Ou apportez les vôtres',
  onlyLooking: 'Juste regarder ?',
  demo: 'Une journée de nouvelles inventée, dans un programme à part, à côté de celui-ci. Il n’en reste rien quand vous l’arrêtez. Lancez :',
  demoThen: 'et ouvrez',
  steps: ['Choisir', 'Lire', 'Commencer'],
  stepsLabel: 'Étapes',
  reading: 'Vos sources sont en train d’être lues',
  readingNote:
    'Une minute ou deux pour quelques listes, plus pour de longues. Vous pouvez quitter cette page ; cela continue.',
  first: 'Premiers sujets',
  noneYet: 'Les sujets paraissent ici dès que des articles ont été lus.',
  lookAgain: 'Regarder de nouveau',
  ready: (stories) => `C’est prêt : ${stories}`,
  readyNote:
    'Désormais cela continue tout seul, aussi souvent que vos sources changent. Vous pouvez fermer cette page.',
  open: 'Ouvrir Aujourd’hui',
  openFeeds: 'Ou tout, comme c’est venu, dans Flux',
  good: 'Bon à savoir',
  goodSettings: 'Régler le fuseau horaire, la langue et l’apparence',
  goodAbout: 'Comment les comptes rendus sont comptés et les citations vérifiées',
  goodKeys: 'Appuyez sur ? sur chaque page pour ses touches',
  nothing: 'Rien n’est encore venu',
  nothingNote:
    'Les sources ont été interrogées et n’ont rien donné à lire. Voyez lesquelles, et pourquoi ; c’est souvent le réseau de cette machine.',
  seeFeeds: 'Voir les flux',
  nextLook: (time) => `Elles sont interrogées de nouveau à ${time}.`,
  noFeeds: 'Pas encore de sources',
  refused: {
    'no-address': ['Ce n’est pas une adresse web.', 'Donnez par exemple example.org ou https://example.org/feed.xml.'],
    'no-feed': [
      'La page est là, mais n’indique aucun flux.',
      'Cherchez « RSS » ou « Flux » sur le site et donnez cette adresse. Certains sites n’en ont pas.',
    ],
    gone: ['L’éditeur a mis fin à ce qui était à cette adresse.', 'Cherchez-en une autre sur le site du média.'],
    'not-found': [
      'Il n’y a rien à cette adresse.',
      'Vérifiez-la, ou donnez l’adresse du site : ses flux seront trouvés.',
    ],
    forbidden: [
      'Le serveur refuse les lecteurs comme celui-ci.',
      'Certains flux demandent une adresse personnelle : connectez-vous là-bas et copiez-la.',
    ],
    busy: ['Le serveur nous demande d’attendre.', 'Réessayez dans quelques minutes.'],
    'server-error': ['Le serveur du média est en panne.', 'Réessayez plus tard.'],
    'client-error': [
      'Le serveur n’accepte pas la demande.',
      'Ouvrez l’adresse dans un navigateur pour voir si elle est bonne.',
    ],
    'too-large': [
      'Ce qui est là dépasse la taille acceptée.',
      'Si c’est un flux, augmentez TWOSOURCE_FEED_MEGABYTES et redémarrez.',
    ],
    timeout: ['Le serveur n’a pas répondu à temps.', 'Réessayez ; il est peut-être occupé.'],
    'refused-address': [
      'L’adresse est dans un réseau privé, qui n’est pas lu sans votre accord.',
      'Si elle est à vous, posez TWOSOURCE_ALLOW_PRIVATE=true et redémarrez.',
    ],
    'bad-url': ['Ce n’est pas une adresse lisible.', 'Elle doit commencer par http:// ou https://.'],
    'too-many-redirects': [
      'L’adresse tourne en rond.',
      'Ouvrez-la dans un navigateur et donnez l’adresse où vous arrivez.',
    ],
    'proxy-error': [
      'Ce serveur ne peut pas sortir : son mandataire (proxy) fait défaut.',
      'Demandez à son propriétaire de lancer twosource doctor.',
    ],
    'network-error': ['Pas de connexion avec ce serveur.', 'Vérifiez le nom, et le réseau de cette machine.'],
    'bad-encoding': [
      'La réponse n’a pas pu être décompressée.',
      'La faute est du côté du média ; réessayez plus tard.',
    ],
    quota: listImportFr.quota,
    'too-often': listImportFr.tooOften,
    'too-deep': listImportFr.unreadable,
    'too-many': listImportFr.unreadable,
    'too-long': listImportFr.unreadable,
    entities: listImportFr.unreadable,
    'not-a-feed': [
      'Ce qui est à cette adresse n’est ni un flux ni une page.',
      'Donnez l’adresse du site : ses flux seront trouvés.',
    ],
    'not-opml': [
      'Ce fichier n’est pas une liste d’abonnements.',
      'Dans l’autre lecteur, choisissez Exporter puis OPML, et donnez le fichier obtenu.',
    ],
    'empty-opml': ['La liste est vide : elle ne nomme aucun flux.', 'Exportez-la de nouveau depuis l’autre lecteur.'],
    'nothing-chosen': ['Rien n’a été choisi.', 'Cochez au moins une case.'],
    unknown: ['Cela n’a pas pu être ajouté.', 'Vérifiez ce que vous avez donné et réessayez.'],
  },
  details: 'Détails',
  lookInside: 'Regarder d’abord dedans',
  inside: (feeds) => `Dans le fichier : ${feeds}`,
  insideNote: 'Rien n’a encore été ajouté. Écartez les dossiers dont vous ne voulez pas.',
  isHere: 'déjà ici',
  skipped: (count) => `${plural(count, 'ligne inutilisable', 'lignes inutilisables')}`,
  takeIn: 'Ajouter ceux-ci',
}

export const feedsOutFr: FeedsOutWords = {
  title: 'Flux pour d’autres programmes',
  lead: 'Lisez n’importe quelle liste dans un lecteur de flux. Quiconque a l’URL peut lire ce flux, et rien d’autre.',
  link: 'Flux',
  kinds: {
    today: 'À la une',
    section: 'Rubrique',
    feeds: 'Tous mes flux',
    folder: 'Dossier',
    starred: 'Favoris',
    saved: 'Enregistrés et favoris',
    story: 'Sujet',
    entity: 'Personne, organisation ou lieu',
    source: 'Source',
    search: 'Recherche',
    brief: 'Le point du jour',
    discussion: 'Discussion',
  },
  choose: 'Liste',
  make: 'Créer une URL',
  madeAt: 'créée',
  notShown:
    'Cette ancienne URL fonctionne encore, mais ne peut plus être affichée. Supprimez-la et créez-en une autre.',
  revoke: 'Supprimer',
  revokeSure: 'Supprimer cette URL',
  revoked: 'URL supprimée.',
  tooMany: (most) => `Vous avez ${most} adresses. Supprimez-en une d’abord.`,
  announce: 'Annoncer les changements au hub',
  stopAnnouncing: 'Ne plus annoncer',
  announceNote:
    'Les lecteurs compatibles WebSub reçoivent aussitôt les changements annoncés. Le hub voit l’URL et son contenu.',
  plain: 'Sans secret',
  plainNote: 'Pour les navigateurs connectés, et pour tous si les visiteurs peuvent lire.',
  ofStories: 'Chaque sujet une fois, avec le nombre de récits indépendants.',
  ofStory: 'Un seul élément, mis à jour au fil du sujet.',
  ofEntity: 'Les sujets concernés et les propos tenus.',
  ofEntries: 'Les articles tels que fournis par leurs flux.',
  ofSaved: 'Articles enregistrés, les plus récents d’abord.',
  ofComments: 'Les commentaires les plus récents.',
  story: 'Tout le sujet',
  original: 'article original',
}

export const hubsFr: HubWords = {
  toldBy: 'Annoncé par le hub',
  until: 'jusqu’au',
  lastTold: 'dernière annonce',
}

export const lettersFr: LettersWords = {
  title: 'Lettres d’information',
  lead: 'Créez une adresse pour une lettre d’information et abonnez-vous avec elle. Ce qui arrive devient un flux à vous.',
  name: 'Nom de la lettre',
  folder: 'Dossier (facultatif)',
  make: 'Créer une adresse',
  made: 'L’adresse est créée',
  madeNote:
    'Donnez-la là où la lettre demande votre adresse électronique. Le message qui demande de confirmer arrive ici aussi : ouvrez-le et suivez son lien.',
  tooMany: (most) => `Vous avez ${most} adresses. Supprimez d’abord un flux de lettres.`,
  off: 'Les lettres ne sont pas encore reçues ici',
  offNote: 'C’est à qui gère ce serveur de l’activer.',
  ownerNote: 'Réglez TWOSOURCE_MAIL_PORT et TWOSOURCE_MAIL_DOMAIN ; le guide dit comment le courrier arrive ici.',
  none: 'Aucune adresse',
  noneNote:
    'Une par lettre : si l’une d’elles parvient à d’autres, vous savez qui l’a donnée et ne fermez que celle-là.',
  address: 'Adresse',
  letters: (count, shown) => (count === 1 ? '1 lettre' : `${shown} lettres`),
  lastLetter: 'la dernière',
  noLetter: 'pas encore de lettre',
  ended: 'fermée : lettres refusées depuis',
  end: 'Fermer',
  endSure: 'Oui, refuser les lettres désormais',
  endedNow: 'Les lettres à cette adresse sont refusées désormais. Ce qui est arrivé reste.',
  private:
    'Vous seul voyez ce qui arrive ici : rien n’en figure dans les recherches, les sujets ou les listes des autres, pas même de qui gère ce serveur.',
  leaveAt: 'Quitter cette liste sur',
  leaveByMail: 'Quitter cette liste par courrier à',
  leaveNote: 'rien n’est envoyé sans vous',
  leftOut: (count) =>
    count === 1 ? 'Un fichier joint n’est pas conservé :' : `${count} fichiers joints ne sont pas conservés :`,
  unnamedFile: 'sans nom',
  unreadable: [
    'Une lettre n’a pas pu être lue et a été refusée.',
    'Son expéditeur en est averti. La prochaine lettre lisible efface cette note.',
  ],
}

export const pageFeedsFr: PageFeedWords = {
  title: 'Faire un flux d’une page',
  lead: 'Pour un site sans flux : la liste de titres d’une de ses pages est relue régulièrement, et ce qui y est nouveau devient une entrée.',
  link: 'Faire un flux de cette page',
  address: 'Adresse de la page qui porte les titres',
  look: 'Regarder',
  finds: (count) => `Ce que la règle trouve maintenant : ${count}`,
  shown: (count) => `Les ${count} premières sont montrées.`,
  rule: 'La règle',
  ruleNote:
    'Chaque champ prend un sélecteur CSS. Changez-en un et regardez de nouveau ; rien n’est ajouté avant que vous ne vous abonniez.',
  fields: {
    items: 'Une entrée',
    title: 'Son titre',
    link: 'Son lien',
    date: 'Son heure',
    summary: 'Son résumé',
    image: 'Son image',
    author: 'Son auteur',
  },
  hints: {
    items: 'Ce qui entoure un titre et tout ce qui va avec, par exemple article.teaser',
    title: 'Vide : l’intertitre, sinon les mots du lien',
    link: 'Vide : le lien autour du titre ou dedans',
    date: 'Vide : un élément time',
    summary: 'Vide : aucun',
    image: 'Vide : la première image',
    author: 'Vide : aucun',
  },
  again: 'Regarder de nouveau',
  subscribe: 'S’abonner à ce flux',
  name: 'Nom du flux',
  others: 'Autres listes de cette page',
  other: (number) => `Liste ${number}`,
  noPreview: 'Il n’y a pas encore de flux',
  picture: 'avec une image',
  madeOf: 'Fait d’une page par une règle',
  ofSitemap: 'Lu dans un plan de site d’actualités',
  change: 'Voir et changer la règle',
  kinds: {
    sitemap: 'plan de site d’actualités : ce que le site dit aux moteurs de recherche',
    page: 'fait de la page par une règle de ce serveur',
    bridge: 'fait par une passerelle de ce serveur',
  },
  offers: 'La page n’annonce aucun flux, mais ceci peut en tenir lieu.',
  problems: {
    'rule-empty': [
      'La règle ne trouve plus rien sur la page.',
      'Le site a sans doute été refait. Toutes les entrées déjà venues sont encore là ; changez la règle, et le flux continue.',
    ],
    'no-rule': [
      'Il n’y a plus de règle pour cette page.',
      'Refaites le flux, ou écrivez une règle dans le fichier des règles.',
    ],
    'bad-selector': ['La règle est inutilisable.', 'Changez-la.'],
    'too-much-work': ['La règle prend trop de temps sur cette page.', 'Employez des sélecteurs plus simples.'],
    'page-too-slow': [
      'La page a été trop longue à lire.',
      'Un nouvel essai aura lieu. Si cela dure, employez des sélecteurs plus simples.',
    ],
    'not-a-sitemap': [
      'Il n’y a plus de plan de site à cette adresse.',
      'Ajoutez le site de nouveau pour chercher ce qu’il offre maintenant.',
    ],
  },
  refused: {
    'rule-empty': [
      'Le sélecteur d’une entrée ne trouve rien sur cette page.',
      'Regardez la source de la page dans un navigateur : une page remplie par un script ne nous montre rien.',
    ],
    'rule-untitled': [
      'Des entrées sont trouvées, mais aucune avec un titre et un lien.',
      'Dites où se trouvent le titre et le lien dans une entrée.',
    ],
    'bad-selector': ['Un des sélecteurs est inutilisable.', 'Voyez ce qui est dit plus bas, et changez-le.'],
    'too-much-work': ['Les sélecteurs prennent trop de temps sur cette page.', 'Employez-en de plus simples.'],
    'page-too-slow': [
      'La page a été trop longue à lire.',
      'Employez des sélecteurs plus simples, ou une autre page du site.',
    ],
    'no-list': [
      'Aucune liste de titres n’a été trouvée sur cette page.',
      'Essayez la page d’une rubrique, ou dites par un sélecteur ce qu’est une entrée.',
    ],
    'others-read-it': [
      'D’autres ici lisent cette page par une autre règle.',
      'Abonnez-vous au leur parmi les flux de ce serveur, ou demandez au propriétaire de le changer.',
    ],
    'no-rsshub': [
      'C’est une adresse de RSSHub, et ce serveur n’en a pas.',
      'Le propriétaire peut régler TWOSOURCE_RSSHUB.',
    ],
  },
}

export const source: typeof en.source = {
  ownText: 'Texte original',
  ownTextNote: 'Texte original : la part des mots qui ne figurent dans aucun article antérieur.',
  hadFirst: 'En premier',
  editedLater: 'Modifiés après publication',
  family: (name) => `Propriété de ${name}. Les titres d’un même propriétaire ne comptent pas comme indépendants.`,
  latest: 'Derniers articles',
  health: 'Flux',
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
  tooFew: (what) => `Trop peu pour un graphique : ${what}.`,
  charts: 'Graphiques',
  speed: 'Rapidité',
  speedText: (stories, first, median) =>
    `${stories} : en premier pour ${first} ; la moitié des autres en ${median} au plus.`,
  allFirst: (stories) => `${stories} : en premier pour tous.`,
  behindFirst: 'Après le premier article',
  wasFirst: 'premier',
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
    `${plural(polls, 'relevé', 'relevés')} : ${number(withNew)} avec du nouveau, ${plural(failed, 'échec', 'échecs')}.`,
}
