import type { ApiWords } from './api-en.ts'
import { number } from './counts-fr.ts'

export const apiFr: ApiWords = {
  title: 'Interface pour programmes',
  lead: 'Tout ce que montrent ces pages, un programme muni d’un jeton peut aussi le demander ; la réponse est en JSON.',
  openApiNote: 'L’interface entière pour les machines : chaque chemin, ce qu’il prend et ce qu’il répond.',
  tokens: 'Jetons pour programmes',
  tokensNote: 'Chacun permet de lire, aussi de marquer, ou tout ce que permet votre rôle.',
  limits: (count) => `Un programme peut demander ${number(count)} fois par minute.`,
  inEnglish: 'Le sens des chemins et des champs est dit en anglais.',
  needs: 'Le jeton permet de',
  noToken: 'aucun jeton nécessaire',
  answers: 'Réponse',
  nothing: 'rien (204)',
  required: 'obligatoire',
  places: { path: 'dans le chemin', query: 'dans la requête', body: 'dans le corps JSON' },
  problems: 'Ce qui peut échouer',
  problemsNote: 'Chaque refus est un document de problème (RFC 9457) ; son type mène à l’une de ces lignes.',
  link: 'Comment un programme utilise un jeton',
  areas: {
    day: 'Jour et résumé du jour',
    stories: 'Sujets',
    articles: 'Textes des journaux',
    search: 'Recherche, questions, personnes',
    feeds: 'Flux et entrées',
    marks: 'Marques',
    discussion: 'Discussions',
    alerts: 'Alertes',
    sending: 'Envois au-dehors',
    settings: 'Réglages',
    house: 'Serveur',
  },
}
