import type * as en from './article-en.ts'
import { number, plural } from './counts-fr.ts'

export const article: typeof en.article = {
  by: 'Par',
  updated: 'mis à jour',
  readOriginal: 'Lire sur le site du média',
  openLink: 'Ouvrir le lien',
  unconfirmedLink: (feed: string, site: string) =>
    `Ce texte provient d’un flux hébergé sur ${feed}. Il renvoie vers ${site}, où nous n’avons pas pu lire cet article.`,
  kinds: {
    article: 'article',
    live: 'direct',
    video: 'page vidéo',
    audio: 'page audio',
    gallery: 'galerie',
    newsletter: 'lettre d’information',
    correction: 'rectificatif',
    roundup: 'lettre d’information',
    index: 'sommaire',
    opinion: 'opinion',
    'press-release': 'communiqué',
  },
  completeness: {
    complete: 'texte complet',
    'feed-only': 'texte du flux seulement',
    paywalled: 'accès payant',
    blurb: 'résumé seulement',
    'lead-missing': 'début manquant',
    failed: 'texte illisible',
  },
  notCurrent: 'Ceci est un texte antérieur de l’article.',
  seeCurrent: 'Voir le texte actuel',
  topics: 'Thèmes',
  topicBySection: 'la rubrique du média',
  partOfStory: 'Fait partie d’un sujet',
  alsoStandsIn: 'Figure aussi dans',
  wireNote: 'Les passages soulignés figurent mot pour mot dans un autre article :',
  shareOfThis: (share) => `${share} de ce texte`,
  isOriginal: 'l’a eu en premier',
  isCopy: 'copié d’ici',
  readings: {
    sentences: 'phrases',
    quotations: 'citations',
    speakers: 'auteurs des citations',
    dates: 'dates et heures',
    'indirect-speech': 'discours indirect',
    promises: 'engagements',
    figures: 'chiffres',
  },
  notRead: (language, readings) => `Ne sont pas lus en ${language} : ${readings.join(', ')}.`,
  revisions: 'Révisions',
  current: 'actuelle',
  changes: 'Ce qui a changé',
  titleWas: 'Le titre était',
  takenOut: 'Retiré',
  newInText: 'Les passages nouveaux sont marqués dans le texte.',
  leftOut: 'Écarté du texte',
  feedText: 'Le texte du flux',
  cited: 'cité',
}

export const articlePage: typeof en.articlePage = {
  minutes: (count) => `${number(count)} min de lecture`,
  whatIsHeld: 'ce que nous avons d’un article, et pourquoi pas tout',
  ofStory: 'Autres articles du sujet',
  previous: 'Avant celui-ci',
  next: 'Après celui-ci',
  changed: {
    before: 'Avant',
    after: 'Maintenant',
    none: 'rien',
    more: (count) => `${plural(count, 'autre modification', 'autres modifications')}, dans le texte.`,
  },
  stillSays: 'Le texte le plus récent contient encore ces mots.',
  saysNoLonger: 'Le texte le plus récent ne contient plus ces mots.',
}

export const citation: typeof en.citation = {
  citation: 'Référence',
  citationHolds: 'Ces mots figurent dans le texte, lettre à lettre.',
  citationFails: 'Ces mots ne figurent plus à cet endroit du texte.',
  revision: (index, count) => `révision ${index} sur ${count}`,
  openInArticle: 'Ouvrir dans l’article',
  close: 'Fermer',
  loading: 'Ouverture…',
}

export const stated: typeof en.stated = {
  title: 'Ce qu’il affirme',
  promises: 'Promesses',
  denials: 'Démentis',
  figures: 'Chiffres',
  to: 'adressé à',
  saidBy: 'dit par',
  about: 'à propos de',
}
