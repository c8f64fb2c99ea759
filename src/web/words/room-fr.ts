import type { RoomWords } from './room-en.ts'

export const roomFr: RoomWords = {
  'disk-full': {
    title: 'Le disque de ce serveur est plein',
    note: 'Vous pouvez tout lire. Ni les nouvelles ni vos changements ne sont conservés tant que la place manque ; ensuite, tout reprend automatiquement.',
    whatToDo: 'Ce qui prend de la place',
    refused: 'Ceci n’a pas pu être conservé, et rien n’a été modifié. Recommencez quand il y aura de la place.',
  },
  damaged: {
    title: 'La base de données de ce serveur est en partie endommagée',
    note: 'Vous pouvez lire ce qui n’est pas endommagé. Ni les nouvelles ni vos changements ne sont conservés tant que la base n’est pas restaurée.',
    whatToDo: 'Que faire',
    refused: 'Ceci n’a pas pu être lu ou conservé, et rien n’a été modifié. Les autres pages restent lisibles.',
  },
  'file-gone': {
    title: 'Le dossier de données de ce serveur a disparu',
    note: 'Vous pouvez encore lire. Ni les nouvelles ni vos changements ne sont conservés : le fichier de la base a été supprimé, déplacé ou remplacé pendant que le serveur tourne.',
    whatToDo: 'Arrêtez le serveur, remettez le dossier en place, puis redémarrez-le.',
    refused: 'Ceci n’a pas pu être conservé, et rien n’a été modifié.',
  },
  rescue: {
    ask: 'La personne qui gère ce serveur voit ce qui est endommagé et que faire avec',
    damaged: 'Endommagé',
    remake:
      'Seuls des index sont endommagés : tout ce qui est conservé est là. Arrêtez le serveur et lancez ceci pour le copier dans un fichier avec de nouveaux index :',
    newest: 'La dernière sauvegarde intacte date de',
    restore:
      'Arrêtez le serveur, lancez ceci avec les mêmes réglages, puis redémarrez-le. Le fichier endommagé est gardé à côté.',
    none: 'Aucune sauvegarde intacte dans le dossier des sauvegardes. Gardez le fichier de la base tel quel et cherchez une sauvegarde ailleurs.',
  },
}
