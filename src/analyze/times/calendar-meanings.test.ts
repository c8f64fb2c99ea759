import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { packOf } from '../../languages/all.ts'
import { timeRules } from './calendar-meanings.ts'
import { dayOf } from './time-calendar.ts'
import { applyRules } from './time-rules.ts'

/** A Tuesday. */
const anchor = dayOf(2025, 8, 19) ?? 0

function cases(language: string, table: readonly (readonly [text: string, ...expected: string[]])[]) {
  const words = packOf(language)?.times
  assert.ok(words, language)
  const rules = timeRules(words)
  for (const [text, ...expected] of table)
    it(`reads: ${text}`, () => {
      const found = applyRules(rules, text, anchor, language)
      const read = found.map(({ start, end, value, until }) => {
        const words = text.slice(start, end)
        return `${words} = ${value}${until === undefined ? '' : `/${until}`}`
      })
      assert.deepEqual(read, expected)
    })
}

describe('French times', () => {
  cases('fr', [
    ['Il sera jugé vendredi.', 'vendredi = 2025-08-22'],
    ['Il a été jugé vendredi soir.', 'vendredi soir = 2025-08-15TEV'],
    ['Ils se sont vus mardi dernier.', 'mardi dernier = 2025-08-12'],
    ['La réunion de mardi prochain', 'mardi prochain = 2025-08-26'],
    ['du 3 au 5 septembre 2025', 'du 3 au 5 septembre 2025 = 2025-09-03/2025-09-05'],
    ['depuis le 1er mars 2022', 'depuis le 1er mars 2022 = 2022-03-01/..'],
    ['Elle est partie avant-hier.', 'avant-hier = 2025-08-17'],
    ['la semaine prochaine', 'la semaine prochaine = 2025-W35'],
    ['il y a trois mois', 'il y a trois mois = 2025-05'],
    ['pendant deux semaines', 'deux semaines = P2W'],
    ['à 18h30', '18h30 = T18:30'],
    ['le 31 février', ...[]],
  ])
})

describe('Arabic times', () => {
  cases('ar', [
    ['وصل الوزير يوم الجمعة', 'يوم الجمعة = 2025-08-15'],
    ['يصل الوزير الجمعة المقبل', 'الجمعة المقبل = 2025-08-22'],
    ['التقيا أمس', 'أمس = 2025-08-18'],
    ['في ٣ آذار ٢٠٢٢', '٣ آذار ٢٠٢٢ = 2022-03-03'],
    ['قبل ٣ أيام', 'قبل ٣ أيام = 2025-08-16'],
    ['منذ عام 2014', 'منذ عام 2014 = 2014/..'],
    ['الأسبوع الماضي', 'الأسبوع الماضي = 2025-W33'],
  ])
})

describe('Arabic times of its own', () => {
  cases('ar', [
    ['وصل أمس الاثنين', 'أمس الاثنين = 2025-08-18'],
    ['يصل مساء غد الأربعاء', 'مساء غد الأربعاء = 2025-08-20TEV'],
    ['في 31 كانون الثاني/يناير 2024', '31 كانون الثاني/يناير 2024 = 2024-01-31'],
    ['قبل يومين', 'قبل يومين = 2025-08-17'],
    ['من 20 إلى 22 آب', 'من 20 إلى 22 آب = 2025-08-20/2025-08-22'],
    ['سيعود يوم الخميس', 'يوم الخميس = 2025-08-21'],
    ['في 12 رمضان 1446', ...[]],
    ['في رمضان', ...[]],
    ['سنة 1446 هـ', ...[]],
    ['عند الساعة العاشرة صباحا', 'عند الساعة العاشرة صباحا = T10:00'],
    ['الساعة ٢١:٣٠', 'الساعة ٢١:٣٠ = T21:30'],
  ])
})

describe('German times', () => {
  cases('de', [
    ['Er kam am Freitag.', 'Freitag = 2025-08-15'],
    ['Er wird am Freitag kommen.', 'Freitag = 2025-08-22'],
    ['Er kam am Freitagabend.', 'Freitagabend = 2025-08-15TEV'],
    ['am vergangenen Dienstag', 'vergangenen Dienstag = 2025-08-12'],
    ['am kommenden Dienstag', 'kommenden Dienstag = 2025-08-26'],
    ['in der Nacht zum Sonntag', 'in der Nacht zum Sonntag = 2025-08-16TNI'],
    ['montags geschlossen', ...[]],
    ['am 3. Mai 2024', '3. Mai 2024 = 2024-05-03'],
    ['am 3.5.2024', '3.5.2024 = 2024-05-03'],
    ['am 31. Februar', ...[]],
    ['vom 3. bis 5. September', 'vom 3. bis 5. September = 2025-09-03/2025-09-05'],
    ['seit dem 1. März 2022', 'seit dem 1. März 2022 = 2022-03-01/..'],
    ['Ab November gilt das.', 'Ab November = 2025-11'],
    ['im Mai vergangenen Jahres', 'im Mai vergangenen Jahres = 2024-05'],
    ['Er kam gestern Abend.', 'gestern Abend = 2025-08-18TEV'],
    ['Morgen regnet es.', 'Morgen = 2025-08-20'],
    ['Der Morgen war kühl.', ...[]],
    ['vor drei Jahren', 'vor drei Jahren = 2022'],
    ['in zwei Wochen', 'in zwei Wochen = 2025-09-02'],
    ['bis heute unbekannt', ...[]],
    ['im Sommer 2024', ...[]],
    ['Dort lebten 1950 Menschen.', ...[]],
    ['Das Haus wurde 1950 gebaut.', '1950 = 1950'],
    ['um 17.30 Uhr', 'um 17.30 Uhr = T17:30'],
  ])
})

describe('Spanish times', () => {
  cases('es', [
    ['Llegó el viernes.', 'el viernes = 2025-08-15'],
    ['Llegará el viernes.', 'el viernes = 2025-08-22'],
    ['Llegó el viernes por la noche.', 'el viernes por la noche = 2025-08-15TNI'],
    ['el lunes pasado', 'el lunes pasado = 2025-08-18'],
    ['el pasado lunes', 'el pasado lunes = 2025-08-18'],
    ['el próximo lunes', 'el próximo lunes = 2025-08-25'],
    ['la madrugada del domingo', 'la madrugada del domingo = 2025-08-17TMO'],
    ['el 3 de mayo de 2024', 'el 3 de mayo de 2024 = 2024-05-03'],
    ['el 31 de febrero', ...[]],
    ['del 3 al 5 de septiembre', 'del 3 al 5 de septiembre = 2025-09-03/2025-09-05'],
    ['desde el 1 de marzo de 2022', 'desde el 1 de marzo de 2022 = 2022-03-01/..'],
    ['en diciembre de este año', 'en diciembre de este año = 2025-12'],
    ['ayer', 'ayer = 2025-08-18'],
    ['Trabaja por la mañana.', ...[]],
    ['Se irá mañana.', 'mañana = 2025-08-20'],
    ['hace tres años', 'hace tres años = 2022'],
    ['el verano de 2024', ...[]],
    ['de 2000 personas', ...[]],
    ['a las 3 de la tarde', 'a las 3 de la tarde = T15:00'],
    ['a las 22 familias', ...[]],
  ])
})

describe('English times', () => {
  cases('en', [
    ['He left the day before yesterday.', 'the day before yesterday = 2025-08-17'],
    ['It opened two weeks ago.', 'two weeks ago = 2025-W32'],
    ['since March 2020', 'since March 2020 = 2020-03/..'],
    ['between 2010 and 2014', 'between 2010 and 2014 = 2010/2014'],
    ['February 30, 2025', ...[]],
    ['It may rain and they march on.', ...[]],
    ['a crowd of 2000 people', ...[]],
  ])
})
