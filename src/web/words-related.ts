import type { StoryView } from '../operations/views.ts'
import type { InterfaceLanguage } from './reader.ts'

type RelationReason = StoryView['related'][number]['reason']

/** The words around related stories, in English. */
const en = {
  related: 'Related stories',
  storyline: 'Storyline',
  thisStory: 'this story',
  /** Before the title of the story through which one belongs to the storyline. */
  through: 'through',
  inCommon: 'in common',
  inOtherLanguages: 'In other languages',
  sameEventIn: (language: string) => `The same event in ${language}`,
  storylineText: (count: string, from: string, until: string, place: string) =>
    `${count} stories of one matter from ${from} to ${until}; this is number ${place}.`,
  reasons: {
    'leads to': 'leads to this story',
    follows: 'follows this story',
    'same matter': 'the same matter, at the same time',
    'part of': 'this story is part of it',
    contains: 'a part of this story',
    'same people': 'the same people',
    'same place': 'the same place',
  } satisfies Record<RelationReason, string>,
}

export type RelatedWords = Omit<typeof en, 'reasons'> & { readonly reasons: Readonly<Record<RelationReason, string>> }

const fr: RelatedWords = {
  related: 'Sujets liés',
  storyline: 'Le fil de l’affaire',
  thisStory: 'ce sujet',
  through: 'par',
  inCommon: 'en commun',
  inOtherLanguages: 'En d’autres langues',
  sameEventIn: (language) => `Le même événement en ${language}`,
  storylineText: (count, from, until, place) =>
    `${count} sujets d’une même affaire, de ${from} à ${until} ; celui-ci est le numéro ${place}.`,
  reasons: {
    'leads to': 'mène à ce sujet',
    follows: 'fait suite à ce sujet',
    'same matter': 'la même affaire, au même moment',
    'part of': 'ce sujet en fait partie',
    contains: 'une partie de ce sujet',
    'same people': 'les mêmes personnes',
    'same place': 'le même lieu',
  },
}

const ar: RelatedWords = {
  related: 'أخبار ذات صلة',
  storyline: 'مسار القضية',
  thisStory: 'هذا الخبر',
  through: 'عبر',
  inCommon: 'المشترك',
  inOtherLanguages: 'بلغات أخرى',
  sameEventIn: (language) => `الحدث نفسه ب${language}`,
  storylineText: (count, from, until, place) =>
    `${count} أخبار عن قضية واحدة من ${from} إلى ${until}، وهذا الخبر رقم ${place}.`,
  reasons: {
    'leads to': 'يقود إلى هذا الخبر',
    follows: 'يتبع هذا الخبر',
    'same matter': 'القضية نفسها في الوقت نفسه',
    'part of': 'هذا الخبر جزء منه',
    contains: 'جزء من هذا الخبر',
    'same people': 'الأشخاص أنفسهم',
    'same place': 'المكان نفسه',
  },
}

/** The words around related stories, storylines and the same event in other languages, by language. */
export const relatedWords: Readonly<Record<InterfaceLanguage, RelatedWords>> = { en, fr, ar }
