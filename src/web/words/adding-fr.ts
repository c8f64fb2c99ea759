import type * as en from './adding-en.ts'
import { plural } from './counts-fr.ts'
import { listImportFr } from './list-import-fr.ts'

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
