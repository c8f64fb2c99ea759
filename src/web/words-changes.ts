import type { CommitmentState } from '../core/commitment-state.ts'
import type { StoryChange } from '../operations/views.ts'
import type { InterfaceLanguage } from './reader.ts'

/** The words around what changes: why a story stands where it does, what is new since a time, what became of a promise. */
export type ChangeWords = {
  readonly whyHere: string
  /** Of an independent count, the age of the newest, and the count of the last hours. */
  readonly place: (reports: string, newest: string, recent: string | undefined) => string
  readonly newInHours: (count: number, hours: number) => string
  readonly followed: string
  readonly order: string
  readonly since: (time: string) => string
  readonly sinceShort: string
  readonly lastHour: string
  readonly yesterday: string
  readonly ownTime: string
  readonly show: string
  readonly nothing: string
  readonly isNew: string
  readonly kinds: Readonly<Record<StoryChange['kind'], string>>
  readonly newReport: string
  readonly newCopy: string
  readonly fromTo: (from: string, to: string) => string
  readonly wordsBefore: string
  readonly wordsNow: string
  readonly titleBefore: string
  readonly states: Readonly<Record<CommitmentState, string>>
  readonly newDate: string
  readonly dateWas: string
  readonly amendments: string
  readonly amendmentsNote: string
  readonly amendmentKinds: { readonly correction: string; readonly clarification: string; readonly update: string }
  readonly moved: string
}

const plural = (count: number, one: string, many: string) =>
  `${count.toLocaleString('en-GB')} ${count === 1 ? one : many}`

const en: ChangeWords = {
  whyHere: 'why here',
  place: (reports, newest, recent) => `${reports}, the newest ${newest}${recent === undefined ? '' : `, ${recent}`}`,
  newInHours: (count, hours) => `${plural(count, 'new one', 'new ones')} in the last ${hours} hours`,
  followed: 'you follow it',
  order: 'Stories with two independent reports or more come first, then by how many, how new and how fast they grow.',
  since: (time) => `What changed since ${time}`,
  sinceShort: 'What changed since',
  lastHour: 'the last hour',
  yesterday: 'yesterday',
  ownTime: 'a time (UTC)',
  show: 'Show changes',
  nothing: 'Nothing changed in this story since then.',
  isNew: 'new',
  kinds: {
    article: 'New articles',
    revision: 'Edited articles',
    headline: 'New headline',
    point: 'New in brief',
    quote: 'New quotations',
    figure: 'Figures that changed',
    commitment: 'New commitments',
    'commitment-state': 'Commitments that changed',
    difference: 'Newly differing accounts',
    amendment: 'Corrections by outlets',
  },
  newReport: 'independent report',
  newCopy: 'counted with another report',
  fromTo: (from, to) => `from ${from} to ${to}`,
  wordsBefore: 'was',
  wordsNow: 'now',
  titleBefore: 'headline was',
  states: {
    open: 'open',
    'due-passed': 'date passed',
    kept: 'kept',
    broken: 'not kept',
    withdrawn: 'withdrawn',
    changed: 'date changed',
  },
  newDate: 'now',
  dateWas: 'before',
  amendments: 'Corrections by the outlets',
  amendmentsNote: 'What outlets themselves say they corrected or changed.',
  amendmentKinds: { correction: 'correction', clarification: 'clarification', update: 'update' },
  moved: 'moved',
}

const fr: ChangeWords = {
  whyHere: 'pourquoi ici',
  place: (reports, newest, recent) =>
    `${reports}, la plus récente ${newest}${recent === undefined ? '' : `, ${recent}`}`,
  newInHours: (count, hours) => `${count.toLocaleString('fr')} de plus en ${hours} heures`,
  followed: 'vous le suivez',
  order:
    'D’abord les sujets confirmés par deux sources indépendantes, puis selon leur nombre, leur âge et leur croissance.',
  since: (time) => `Ce qui a changé depuis ${time}`,
  sinceShort: 'Ce qui a changé depuis',
  lastHour: 'une heure',
  yesterday: 'hier',
  ownTime: 'une heure précise (UTC)',
  show: 'Montrer les changements',
  nothing: 'Rien n’a changé dans ce sujet depuis.',
  isNew: 'nouveau',
  kinds: {
    article: 'Nouveaux articles',
    revision: 'Articles modifiés',
    headline: 'Nouveau titre',
    point: 'Nouveau en bref',
    quote: 'Nouvelles citations',
    figure: 'Chiffres modifiés',
    commitment: 'Nouveaux engagements',
    'commitment-state': 'Engagements modifiés',
    difference: 'Versions divergentes',
    amendment: 'Rectificatifs',
  },
  newReport: 'source indépendante',
  newCopy: 'compté avec un autre article',
  fromTo: (from, to) => `de ${from} à ${to}`,
  wordsBefore: 'avant',
  wordsNow: 'maintenant',
  titleBefore: 'ancien titre',
  states: {
    open: 'en cours',
    'due-passed': 'échéance passée',
    kept: 'tenu',
    broken: 'non tenu',
    withdrawn: 'retiré',
    changed: 'date modifiée',
  },
  newDate: 'désormais',
  dateWas: 'auparavant',
  amendments: 'Rectificatifs des médias',
  amendmentsNote: 'Ce que les médias disent eux-mêmes avoir corrigé ou modifié.',
  amendmentKinds: { correction: 'rectificatif', clarification: 'précision', update: 'mise à jour' },
  moved: 'déplacé',
}

const ar: ChangeWords = {
  whyHere: 'لماذا هنا',
  place: (reports, newest, recent) => `${reports}، أحدثها ${newest}${recent === undefined ? '' : `، ${recent}`}`,
  newInHours: (count, hours) => `الجديد في آخر ${hours.toLocaleString('ar')} ساعات: ${count.toLocaleString('ar')}`,
  followed: 'ضمن ما تتابعه',
  order: 'تأتي أولًا القصص التي أكدها مصدران مستقلان أو أكثر، ثم بحسب عددها وحداثتها وسرعة نموها.',
  since: (time) => `ما تغيّر منذ ${time}`,
  sinceShort: 'ما تغيّر منذ',
  lastHour: 'ساعة',
  yesterday: 'أمس',
  ownTime: 'وقت معيّن (UTC)',
  show: 'اعرض التغييرات',
  nothing: 'لم يتغير شيء في هذه القصة منذ ذلك الحين.',
  isNew: 'جديد',
  kinds: {
    article: 'مقالات جديدة',
    revision: 'مقالات معدَّلة',
    headline: 'عنوان جديد',
    point: 'جديد في الموجز',
    quote: 'اقتباسات جديدة',
    figure: 'أرقام تغيّرت',
    commitment: 'تعهدات جديدة',
    'commitment-state': 'تعهدات تغيّرت',
    difference: 'اختلاف الروايات',
    amendment: 'تصحيحات الصحف',
  },
  newReport: 'تقرير مستقل',
  newCopy: 'محسوب مع تقرير آخر',
  fromTo: (from, to) => `من ${from} إلى ${to}`,
  wordsBefore: 'كان',
  wordsNow: 'صار',
  titleBefore: 'كان العنوان',
  states: {
    open: 'قائم',
    'due-passed': 'انقضى موعده',
    kept: 'نُفِّذ',
    broken: 'لم يُنفَّذ',
    withdrawn: 'سُحب',
    changed: 'تغيّر موعده',
  },
  newDate: 'الآن',
  dateWas: 'سابقًا',
  amendments: 'تصحيحات الصحف',
  amendmentsNote: 'ما تقول الصحف نفسها إنها صححته أو غيّرته.',
  amendmentKinds: { correction: 'تصحيح', clarification: 'توضيح', update: 'تحديث' },
  moved: 'نُقل موعده',
}

/** The words around what changes, by language. */
export const changeWords: Readonly<Record<InterfaceLanguage, ChangeWords>> = { en, fr, ar }
