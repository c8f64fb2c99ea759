import { abstention, anyOf, type CalendarWords, meaningsOf, wholly, wordRules } from './time-languages.ts'
import type { RuleSet, TimeRule } from './time-rules.ts'

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

const words: CalendarWords = {
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

const rule = wordRules()
const means = meaningsOf(words)

const rules: readonly TimeRule[] = [
  // Seasons and business years are not vouched for.
  abstention(
    rule(
      `(?:(?:(?:cet\\s+|l['’])(?:été|automne|hiver)|(?:ce\\s+|le\\s+|au\\s+)printemps|exercice)(?:\\s+${year})?|années\\s+\\d0)`,
      () => undefined,
    ),
  ),
  rule(
    `(?:(?:du|les|entre le)\\s+)?(?<date>${day})(?:\\s+(?<month>${month}))?\\s*(?:au|et le|et|[-–])\\s*(?<date2>${day})\\s+(?<month2>${month})(?:\\s+(?<year>${year}))?`,
    (groups, scene) => means.range({ ...groups, month: groups.month ?? groups.month2 }, scene),
  ),
  rule(`(?<date>0?[1-9]|[12]\\d|3[01])[/.](?<m>0?[1-9]|1[0-2])[/.](?<year>${year})`, means.numeric),
  wholly(
    rule(`${since}(?:(?:${weekday})\\s+)?(?<date>${day})\\s+(?<month>${month})(?:\\s+(?<year>${year}))?`, means.exact),
  ),
  rule(`${since}(?:(?:fin|début|mi-)\\s*)?(?<month>${month})\\s+(?<year>${year})`, means.month),
  rule(
    `(?:en|(?<since>depuis)|fin|début|mi-|courant|au mois de|(?<ahead>dès|d['’]ici(?:\\s+à)?(?:\\s+(?:fin|début))?|jusqu['’](?:en|à)(?:\\s+(?:fin|début))?))\\s*(?<month>${month})(?:\\s+${which})?`,
    means.month,
  ),
  rule(`(?<month>${month})\\s+${which}`, means.month),
  rule(
    `(?:dans\\s+)?la\\s+(?<part>nuit)\\s+(?:de|du)\\s+(?<weekday>${weekday})(?:\\s+(?:à|au)\\s+(?:${weekday}))?`,
    means.weekday,
  ),
  rule(`${since}(?<weekday>${weekday})(?:\\s+${which})?(?:\\s+(?:dans l['’])?${part})?`, means.weekday),
  rule('avant-hier', means.fromToday(-2)),
  rule('après-demain', means.fromToday(2)),
  rule(`${since}hier(?:\\s+${part})?`, means.fromToday(-1)),
  rule("aujourd['’]hui", means.fromToday(0)),
  rule('ce\\s+(?<part>matin|midi|soir)|cet\\s+(?<part2>après-midi)', (groups, scene) =>
    means.fromToday(0)({ part: groups.part ?? groups.part2 }, scene),
  ),
  rule(`demain(?:\\s+${part})?`, means.fromToday(1)),
  rule(`(?:ce|le|du)\\s+week-end(?:\\s+${which})?`, means.weekend),
  rule(
    "(?:la|le|l['’])\\s*(?<period>semaine|mois|an|année)\\s+(?<modifier>derni[eè]re?|passée?|prochaine?)",
    means.period,
  ),
  rule('(?:cette\\s+(?<period>semaine|année)|ce\\s+(?<period2>mois)-ci)', (groups, scene) =>
    means.period({ period: groups.period ?? groups.period2 }, scene),
  ),
  rule(`il y a\\s+${about}(?<count>${number})\\s+(?<unit>jours?|semaines?|mois|ans?|années?)`, means.distance(-1)),
  rule(`dans\\s+${about}(?<count>${number})\\s+(?<unit>jours?|semaines?|mois|ans?)`, means.distance(1)),
  rule(`(?<hour>\\d{1,2})\\s?(?:h|heures?)\\s?(?<minute>[0-5]\\d)?`, (groups, scene) =>
    isClock(scene.before) || groups.minute ? means.clock(groups) : undefined,
  ),
  rule(`(?<count>${number})\\s+(?<unit>heures|jours?|semaines?|mois|ans|années?)`, means.duration),
  rule(`(?:entre\\s+|de\\s+)(?<year>${year})\\s+(?:et|à)\\s+(?<year2>${year})`, means.yearRange),
  rule(`${since}(?:en\\s+)?(?<year>${year})(?!\\s+(?:\\p{L}+[sx]|km|m|kg)(?!\\p{L}))`, means.year),
]

/** What stands before a time of day rather than before a number of hours. */
function isClock(before: string): boolean {
  return /(?:^|[\s(])(?:à|vers|dès|avant|après|entre|et|de|jusqu['’]à|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)\s$/iu.test(
    before.slice(-14),
  )
}

/** French: dates, weekdays, months, and the common ways to count from today. */
export const french: RuleSet = {
  trigger:
    /\d|lundi|mardi|jeudi|vendredi|samedi|dimanche|mercredi|hier|demain|aujourd|week-end|jour|semaine|mois|\ban|heure|matin|midi|soir|janv|févr|mars|avril|mai|juin|juil|août|bre/iu,
  rules,
}
