import type { ListImportWords } from './list-import-en.ts'

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
