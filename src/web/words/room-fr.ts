import type { RoomWords } from './room-en.ts'

export const roomFr: RoomWords = {
  title: 'Le disque de ce serveur est plein',
  note: 'Vous pouvez tout lire. Ni les nouvelles ni vos changements ne sont conservés tant que la place manque ; ensuite, tout reprend de soi-même.',
  whatToDo: 'Ce qui prend de la place',
  refused: 'Ceci n’a pas pu être conservé, et rien n’a été modifié. Recommencez quand il y aura de la place.',
}
