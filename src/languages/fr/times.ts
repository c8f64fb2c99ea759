import { anyOf, type CalendarWords, type TimeWords } from '../time-words.ts'

const months = [
  ['janvier', 'janv.'],
  ['février', 'févr.'],
  ['mars'],
  ['avril', 'avr.'],
  ['mai'],
  ['juin'],
  ['juillet', 'juil.'],
  ['août'],
  ['septembre', 'sept.'],
  ['octobre', 'oct.'],
  ['novembre', 'nov.'],
  ['décembre', 'déc.'],
]
const weekdays = [['dimanche'], ['lundi'], ['mardi'], ['mercredi'], ['jeudi'], ['vendredi'], ['samedi']]
const numerals = [
  ['zéro'],
  ['un', 'une'],
  ['deux'],
  ['trois'],
  ['quatre'],
  ['cinq'],
  ['six'],
  ['sept'],
  ['huit'],
  ['neuf'],
  ['dix'],
  ['onze'],
  ['douze'],
  ['treize'],
  ['quatorze'],
  ['quinze'],
  ['seize'],
  ['dix-sept'],
  ['dix-huit'],
  ['dix-neuf'],
  ['vingt'],
]

const calendar: CalendarWords = {
  months,
  weekdays,
  numerals,
  units: { hour: /^heure/i, day: /^jour/i, week: /^semaine/i, month: /^mois/i, year: /^an/i },
  parts: [
    [/^matin/i, 'TMO'],
    [/^midi/i, 'TMI'],
    [/^après-midi/i, 'TAF'],
    [/^soir/i, 'TEV'],
    [/^nuit/i, 'TNI'],
  ],
  last: /derni|passé|précédent/iu,
  next: /prochain/iu,
  clauseEnd: /[,;:.!?–—“”»«"]|(?<!\p{L})(?:que|qui|mais|et|alors|après|avant)(?!\p{L})/giu,
  future:
    /(?<!\p{L})(?:\p{L}+(?<!é)(?:ra|ront|rons|rai|rez)|doit|doivent|devrait|devraient|prévue?s?|attendue?s?|fixée?s?|va|vont|programmée?s?)(?!\p{L})/giu,
  past: /(?<!\p{L})(?:a|ont|avait|avaient|est|sont|était|étaient|fut|furent|s['’](?:est|était)|l['’]a|ai|\p{L}{2,}aient)(?!\p{L})/giu,
  ahead:
    /(?:(?<!\p{L})(?:jusqu['’](?:à|en|au)|avant|à partir (?:de|du)|d['’]ici (?:à |au )?|dès)\s*)(?:le\s+|la\s+)?$/iu,
}

const month = anyOf(months).replaceAll('.', '\\.')
const weekday = anyOf(weekdays)
const number = `\\d{1,3}|${anyOf(numerals)}`
const year = '(?:1[5-9]|20)\\d\\d'
const day = '(?:1er|[12]\\d|3[01]|[1-9])'
const since = '(?:(?<since>depuis)\\s+(?:le\\s+)?)?'
const which = '(?<modifier>dernier|prochain|passé)'
const part = '(?<part>matin|midi|après-midi|soir)'
const about = '(?:(?:environ|près de|plus de|moins de|presque|à peine)\\s+)?'

/** What is before a time of day rather than before a number of hours. */
const beforeClock =
  /(?:^|[\s(])(?:à|vers|dès|avant|après|entre|et|de|jusqu['’]à|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)\s$/iu

/** French: dates, weekdays, months, and the common ways to count from today. */
export const frenchTimes = (): TimeWords => ({
  trigger:
    /\d|lundi|mardi|jeudi|vendredi|samedi|dimanche|mercredi|hier|demain|aujourd|week-end|jour|semaine|mois|\ban|heure|matin|midi|soir|janv|févr|mars|avril|mai|juin|juil|août|bre/iu,
  calendar,
  joint: /^,?\s{0,9}(?:à|le|vers)?\s{0,9}$/iu,
  counted: /\b(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|demain|hier)\b|aujourd/iu,
  phrases: [
    // Seasons and business years are not vouched for.
    {
      means: 'nothing',
      says: `(?:(?:(?:cet\\s+|l['’])(?:été|automne|hiver)|(?:ce\\s+|le\\s+|au\\s+)printemps|exercice)(?:\\s+${year})?|années\\s+\\d0)`,
    },
    {
      means: 'range',
      says: `(?:(?:du|les|entre le)\\s+)?(?<date>${day})(?:\\s+(?<month>${month}))?\\s*(?:au|et le|et|[-–])\\s*(?<date2>${day})\\s+(?<month2>${month})(?:\\s+(?<year>${year}))?`,
    },
    { means: 'numeric', says: `(?<date>0?[1-9]|[12]\\d|3[01])[/.](?<m>0?[1-9]|1[0-2])[/.](?<year>${year})` },
    {
      means: 'exact',
      isWhole: true,
      says: `${since}(?:(?:${weekday})\\s+)?(?<date>${day})\\s+(?<month>${month})(?:\\s+(?<year>${year}))?`,
    },
    { means: 'month', says: `${since}(?:(?:fin|début|mi-)\\s*)?(?<month>${month})\\s+(?<year>${year})` },
    {
      means: 'month',
      says: `(?:en|(?<since>depuis)|fin|début|mi-|courant|au mois de|(?<ahead>dès|d['’]ici(?:\\s+à)?(?:\\s+(?:fin|début))?|jusqu['’](?:en|à)(?:\\s+(?:fin|début))?))\\s*(?<month>${month})(?:\\s+${which})?`,
    },
    { means: 'month', says: `(?<month>${month})\\s+${which}` },
    {
      means: 'weekday',
      says: `(?:dans\\s+)?la\\s+(?<part>nuit)\\s+(?:de|du)\\s+(?<weekday>${weekday})(?:\\s+(?:à|au)\\s+(?:${weekday}))?`,
    },
    { means: 'weekday', says: `${since}(?<weekday>${weekday})(?:\\s+${which})?(?:\\s+(?:dans l['’])?${part})?` },
    { means: { days: -2 }, says: 'avant-hier' },
    { means: { days: 2 }, says: 'après-demain' },
    { means: { days: -1 }, says: `${since}hier(?:\\s+${part})?` },
    { means: { days: 0 }, says: "aujourd['’]hui" },
    { means: { days: 0 }, says: 'ce\\s+(?<part>matin|midi|soir)|cet\\s+(?<part2>après-midi)' },
    { means: { days: 1 }, says: `demain(?:\\s+${part})?` },
    { means: 'weekend', says: `(?:ce|le|du)\\s+week-end(?:\\s+${which})?` },
    {
      means: 'period',
      says: "(?:la|le|l['’])\\s*(?<period>semaine|mois|an|année)\\s+(?<modifier>derni[eè]re?|passée?|prochaine?)",
    },
    { means: 'period', says: '(?:cette\\s+(?<period>semaine|année)|ce\\s+(?<period2>mois)-ci)' },
    { means: 'ago', says: `il y a\\s+${about}(?<count>${number})\\s+(?<unit>jours?|semaines?|mois|ans?|années?)` },
    { means: 'hence', says: `dans\\s+${about}(?<count>${number})\\s+(?<unit>jours?|semaines?|mois|ans?)` },
    { means: 'clock', says: '(?<hour>\\d{1,2})\\s?(?:h|heures?)\\s?(?<minute>[0-5]\\d)' },
    { means: 'clock', after: beforeClock, says: '(?<hour>\\d{1,2})\\s?(?:h|heures?)' },
    { means: 'duration', says: `(?<count>${number})\\s+(?<unit>heures|jours?|semaines?|mois|ans|années?)` },
    { means: 'yearRange', says: `(?:entre\\s+|de\\s+)(?<year>${year})\\s+(?:et|à)\\s+(?<year2>${year})` },
    { means: 'year', says: `${since}(?:en\\s+)?(?<year>${year})(?!\\s+(?:\\p{L}+[sx]|km|m|kg)(?!\\p{L}))` },
  ],
})
