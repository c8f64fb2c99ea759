import type { EmbedWords } from './embeds-en.ts'

export const embedsFr: EmbedWords = {
  kinds: {
    post: 'Publication',
    video: 'Vidéo',
    audio: 'Son',
    map: 'Carte',
    chart: 'Graphique',
    document: 'Pièce jointe',
  },
}
