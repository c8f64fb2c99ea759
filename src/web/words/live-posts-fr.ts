import type { LivePostWords } from './live-posts-en.ts'

export const livePostsFr: LivePostWords = {
  title: 'Messages du direct',
  order: 'Dans l’ordre de la page du média. Une heure sans fuseau est donnée telle qu’elle y est écrite.',
  link: 'Lien vers ce message',
}
