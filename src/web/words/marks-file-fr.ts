import type { MarksFileWords } from './marks-file-en.ts'

export const marksFileFr: MarksFileWords = {
  title: 'Le fichier a été repris',
  note: 'Voici ce qu’il a apporté. Ce que vous avez ici demeure, et rien ne se répète.',
  nothing: 'Il ne contient aucune marque.',
  counts: {
    follows: 'suivis',
    mutes: 'masqués',
    saved: 'enregistrés',
    stars: 'étoiles posées',
    links: 'étoiles gardées comme liens',
    read: 'entrées lues',
    places: 'positions d’écoute',
    folders: 'dossiers vides',
    searches: 'recherches enregistrées',
    notes: 'notes de lecture',
    highlights: 'surlignages',
    tags: 'étiquettes',
    visits: 'pages de l’historique',
    settings: 'réglages repris',
    awaited: 'flux encore attendus',
    absent: 'étoiles non reprises',
    skipped: 'annotations non reprises',
  },
  linksNote:
    'Les étoiles dont les entrées ne sont pas ici sont gardées comme liens. Leurs pages sont lues en arrière-plan.',
  awaitedNote:
    'Ce qui a été lu de flux qui n’ont encore rien apporté ici les attend, jusqu’à 90 jours. Reprenez vos abonnements (feeds.opml), si ce n’est pas fait.',
  absentNote: 'Les étoiles non reprises sont celles d’entrées qui ne sont pas ici et n’ont pas d’adresse sur le web.',
  larger: 'Jusqu’à 16 Mo ici. Compressez un fichier plus grand avec gzip, et apportez-le là :',
  command: 'Des fichiers de toute taille, pour le propriétaire, sur la machine où tourne Twosource :',
  tooLarge:
    'Les fichiers sont acceptés ici jusqu’à 16 Mo. Compressez un fichier plus grand avec gzip, et choisissez-le sous Réglages, Importer.',
}
