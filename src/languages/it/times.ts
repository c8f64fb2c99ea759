import { anyOf, type CalendarWords, type TimeWords } from '../time-words.ts'

const months = [
  ['gennaio', 'gen.'],
  ['febbraio', 'feb.', 'febbr.'],
  ['marzo', 'mar.'],
  ['aprile', 'apr.'],
  ['maggio', 'mag.'],
  ['giugno', 'giu.'],
  ['luglio', 'lug.'],
  ['agosto', 'ago.'],
  ['settembre', 'set.', 'sett.'],
  ['ottobre', 'ott.'],
  ['novembre', 'nov.'],
  ['dicembre', 'dic.'],
]
const weekdays = [
  ['domenica'],
  ['lunedì', 'lunedi'],
  ['martedì', 'martedi'],
  ['mercoledì', 'mercoledi'],
  ['giovedì', 'giovedi'],
  ['venerdì', 'venerdi'],
  ['sabato'],
]
const numerals = [
  ['zero'],
  ['un', 'uno', 'una'],
  ['due'],
  ['tre'],
  ['quattro'],
  ['cinque'],
  ['sei'],
  ['sette'],
  ['otto'],
  ['nove'],
  ['dieci'],
  ['undici'],
  ['dodici'],
  ['tredici'],
  ['quattordici'],
  ['quindici'],
  ['sedici'],
  ['diciassette'],
  ['diciotto'],
  ['diciannove'],
  ['venti'],
]

const calendar: CalendarWords = {
  months,
  weekdays,
  numerals,
  units: { hour: /^or[ae]/i, day: /^giorn/i, week: /^settiman/i, month: /^mes/i, year: /^ann/i },
  parts: [
    [/mattin|^stam|alba/i, 'TMO'],
    [/mezzogiorno/i, 'TMI'],
    [/pomeriggio/i, 'TAF'],
    [/sera/i, 'TEV'],
    [/notte/i, 'TNI'],
  ],
  last: /scors|passat/i,
  next: /prossim/i,
  clauseEnd: /[,;:.!?–—“”»«"]|(?<!\p{L})(?:che|ma|però|mentre|quando|dopo|dove)(?!\p{L})/giu,
  future:
    /(?<!\p{L})(?:\p{L}{2,}(?:rà|ranno|remo|rò)|dev[eo]|devono|dovrebbe(?:ro)?|previst[oaie]|attes[oaie]|fissat[oaie]|convocat[oaie]|in programma|in calendario|st(?:a|anno) per)(?!\p{L})/giu,
  past: /(?<!\p{L})(?:ha|hanno|aveva|avevano|è|sono|era|erano|fu|furono|disse|\p{L}{2,}(?:ava|avano|eva|evano|iva|ivano))(?!\p{L})/giu,
  ahead: /(?<!\p{L})(?:fino a(?:l|lla)?|entro|a partire da(?:l|lla)?|prima di|per)\s+(?:il\s+|la\s+)?$/iu,
}

const month = anyOf(months).replaceAll('.', '\\.')
const weekday = anyOf(weekdays)
const number = `\\d{1,3}|${anyOf(numerals)}`
const year = '(?:1[5-9]|20)\\d\\d'
const day = '(?:1[°º]|primo|0?[1-9]|[12]\\d|3[01])'
const since = "(?:(?<since>dal)\\s+|(?<since2>dall['’]))?"
const ofYear = `(?:\\s+(?:del\\s+)?(?<year>${year}))`
const which = '(?<modifier>scors[oa]|prossim[oa])'
const part = '(?<part>mattina|mattino|pomeriggio|sera|notte)'
const about = '(?:(?:circa|quasi|oltre|più\\s+di|meno\\s+di|almeno)\\s+)?'
const unit = '(?<unit>giorn[oi]|settiman[ae]|mes[ei]|ann[oi])'
const at = '(?:(?:alle|dalle|verso\\s+le|intorno\\s+alle|fino\\s+alle)(?:\\s+ore)?|ore)\\s+'

/** Italian: dates, weekdays, months, and the common ways to count from today. */
export const italianTimes = (): TimeWords => ({
  trigger:
    /\d|luned|marted|mercoled|gioved|venerd|sabato|domenica|ieri|oggi|domani|stama|stasera|week-?end|settiman|giorn|mes[ei]|\bann|notte|sera|mattin|pomeriggio|gennaio|febbraio|marzo|aprile|maggio|giugno|luglio|agosto|ottobre|embre/iu,
  calendar,
  counted:
    /\b(?:luned|marted|mercoled|gioved|venerd|sabato|domenica|domani|dopodomani|ieri|oggi|stamattina|stasera)(?:\b|[iì])/iu,
  phrases: [
    // Seasons and decades are not vouched for, nor are ages, nor `stanotte`, which is the night before or the one to come.
    {
      means: 'nothing',
      says: `(?:primavera|estate|autunno|inverno)(?:\\s+(?:del\\s+)?${year})?|anni\\s+(?:['’]?\\d0|venti|trenta|quaranta|cinquanta|sessanta|settanta|ottanta|novanta)|stanotte|(?:di|ha|aveva|dei|dai)\\s+(?:${number})\\s+anni(?!\\s+fa)|(?:${number})\\s+anni(?=,|\\s+d[’']età)`,
    },
    // `il lunedì`, `ogni domenica`: again and again.
    {
      means: 'nothing',
      says: `(?:il|la|ogni|tutti\\s+i|tutte\\s+le)\\s+(?:${weekday})(?!\\s+(?:scors|prossim|\\d))`,
    },
    {
      means: 'range',
      says: `(?:(?:dal|tra\\s+il|fra\\s+il|da|il)\\s+|dall['’])?(?<date>${day})(?:\\s+(?<month>${month}))?\\s*(?:al\\s+|all['’]|e\\s+il\\s+|e\\s+|[-–]\\s*)(?<date2>${day})\\s+(?<month2>${month})${ofYear}?`,
    },
    { means: 'numeric', says: `(?<date>0?[1-9]|[12]\\d|3[01])[/.-](?<m>0?[1-9]|1[0-2])[/.-](?<year>${year})` },
    {
      means: 'exact',
      isWhole: true,
      says: `${since}(?:(?:${weekday}),?\\s+)?(?<date>${day})\\s+(?<month>${month})${ofYear}?`,
    },
    { means: 'month', says: `${since}(?:(?:fine|inizio|metà)\\s+)?(?<month>${month})${ofYear}` },
    {
      means: 'month',
      says: `(?:in|a|ad|di|da|per|nel|fine|inizio|metà|(?<since>dallo)|(?<ahead>entro|fino\\s+a|a\\s+partire\\s+da))\\s+(?:(?:fine|inizio|metà|mese\\s+di)\\s+)?(?:${which}\\s+)?(?<month>${month})(?:\\s+d(?:el|ello|ell['’]|i)\\s*(?<yearModifier>scorso\\s+anno|anno\\s+scorso|prossimo\\s+anno|anno\\s+prossimo|quest['’]anno)|\\s+${which.replace('modifier', 'modifier2')})?`,
    },
    { means: 'month', says: `(?<month>${month})\\s+${which}` },
    { means: 'month', says: `${which}\\s+(?<month>${month})` },
    {
      means: 'nightBefore',
      says: `(?:(?:nella|la)\\s+)?notte\\s+(?:tra|fra)\\s+(?:${weekday})\\s+e\\s+(?<weekday>${weekday})`,
    },
    {
      means: 'weekday',
      says: `(?:nell[ae]|la|nel|il|l['’]|all['’])\\s*(?<part>mattina|mattinata|alba|pomeriggio|sera|serata|notte)\\s+di\\s+(?<weekday>${weekday})`,
    },
    {
      means: 'weekday',
      says: `(?:${which}\\s+)?(?<weekday>${weekday})(?:\\s+${which.replace('modifier', 'modifier2')})?(?:\\s+(?:a\\s+|di\\s+)?${part})?`,
    },
    { means: { days: -2 }, says: "l['’]altro\\s?ieri|avantieri|altroieri" },
    { means: { days: 2 }, says: 'dopodomani' },
    { means: { days: -1 }, says: `ieri(?:\\s+${part})?` },
    { means: { days: 0 }, says: `oggi(?:\\s+${part})?` },
    { means: { days: 0 }, says: '(?<part>stamattina|stamani|stamane|stasera)' },
    { means: { days: 0 }, says: 'questa\\s+(?<part>mattina|sera)|questo\\s+(?<part2>pomeriggio)' },
    { means: { days: 1 }, says: `domani(?:\\s+${part})?` },
    {
      means: 'weekend',
      says: `(?:(?:nel|il|lo|questo|del|dello)\\s+)(?:${which}\\s+)?(?:fine\\s+settimana|week-?end)(?:\\s+${which.replace('modifier', 'modifier2')})?`,
    },
    { means: 'period', says: `(?:la|lo|il|nell[ao]|nel|dell[ao]|del)\\s+${which}\\s+(?<period>settimana|mese|anno)` },
    {
      means: 'period',
      says: "(?:(?:la|il|nella|nel|della|del)\\s+|(?:l|nell|dell)['’])(?<period>settimana|mese|anno)\\s+(?<modifier>scors[oa]|passat[oa]|prossim[oa]|in\\s+corso)",
    },
    { means: 'period', says: "(?:quest[ao]\\s+|quest['’])(?<period>settimana|mese|anno)" },
    { means: 'ago', says: `${about}(?<count>${number})\\s+${unit}\\s+fa` },
    { means: 'hence', says: `(?:tra|fra)\\s+${about}(?<count>${number})\\s+${unit}` },
    { means: 'duration', says: `(?<count>${number})\\s+(?<unit>or[ae]|giorn[oi]|settiman[ae]|mes[ei]|ann[oi])` },
    { means: 'yearRange', says: `(?:tra|fra)\\s+il\\s+(?<year>${year})\\s+e\\s+il\\s+(?<year2>${year})` },
    { means: 'yearRange', says: `dal\\s+(?<year>${year})\\s+al\\s+(?<year2>${year})` },
    { means: 'yearRange', says: `(?<year>${year})[-–](?<year2>${year})` },
    {
      means: 'year',
      says: `(?:(?<since>dal)|il|nel|del|entro\\s+il|fino\\s+al|per\\s+il|prima\\s+del|dopo\\s+il|fine|inizio|metà|anno)\\s+(?<year>${year})`,
    },
    { means: 'clock', says: `(?:${at})?(?<hour>[01]?\\d|2[0-3]):(?<minute>[0-5]\\d)` },
    { means: 'clock', says: `${at}(?<hour>[01]?\\d|2[0-3])\\.(?<minute>[0-5]\\d)` },
    {
      means: 'clock',
      says: `${at}(?<hour>[01]?\\d|2[0-4])(?:\\s+(?:di|del|della)\\s+${part}|(?=\\s*(?:[.,;:)»”]|$)|\\s+(?:e|in|a|al|per|quando|locali|di|della?)(?!\\p{L})))`,
    },
  ],
})
