import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { identifyLanguage } from '../analyze/language.ts'
import type { TranslationFlaw } from '../core/translation.ts'
import { checkTranslation } from './check-translation.ts'

type Case = readonly [
  from: string,
  original: string,
  to: string,
  translated: string | undefined,
  flaw?: TranslationFlaw | undefined,
  names?: readonly string[],
]

const closed = 'Engineers closed the harbour bridge of Port Alder on 3 March after divers found cracks in 12 piers.'
const cost = 'Some 1,234 people lost $2.5 million in 12 days.'
const notApproved = 'The council did not approve the plan on Tuesday.'
const mayor = 'Mayor Ada Lindqvist spoke at noon about the ferries.'

const passing: readonly Case[] = [
  [
    'en',
    closed,
    'fr',
    'Les ingénieurs ont fermé le pont du port de Port Alder le 3 mars après que des plongeurs ont trouvé des fissures dans 12 piles.',
  ],
  ['en', closed, 'ar', 'أغلق المهندسون جسر الميناء في بورت ألدر في ٣ مارس بعد أن عثر الغواصون على شقوق في ١٢ دعامة.'],
  ['en', 'Crews in London voted on Tuesday.', 'fr', 'Les équipages de Londres ont voté mardi.'],
  ['en', 'London voted on Tuesday.', 'fr', 'Mardi, Londres a voté.'],
  ['en', cost, 'fr', 'Environ 1 234 personnes ont perdu 2,5 millions de dollars en 12 jours.'],
  ['en', cost, 'fr', 'Environ 1\u202f234 personnes ont perdu 2,5 millions de dollars en douze jours.'],
  ['en', cost, 'ar', 'خسر نحو ١٬٢٣٤ شخصًا ٢٫٥ مليون دولار خلال ١٢ يومًا.'],
  ['en', cost, 'de', 'Rund 1.234 Menschen verloren in 12 Tagen 2,5 Millionen Dollar.'],
  [
    'fr',
    'Environ 1 234 personnes ont perdu 2,5 milliards d’euros en trois semaines.',
    'en',
    'About 1,234 people lost €2.5 billion in three weeks.',
  ],
  ['fr', 'Le vote commence à 22 h 30.', 'en', 'The vote begins at 10:30 p.m.'],
  ['ar', 'قُتل ثلاثة أشخاص وأصيب ١٥ في الحريق.', 'en', 'Three people were killed and 15 injured in the fire.'],
  ['ar', 'لا يزال الجسر مغلقًا منذ ٥ أيام.', 'fr', 'Le pont est toujours fermé depuis 5 jours.'],
  ['en', notApproved, 'fr', 'Le conseil n’a pas approuvé le plan mardi.'],
  ['en', notApproved, 'ar', 'لم يوافق المجلس على الخطة يوم الثلاثاء.'],
  ['en', 'The talks ended without a deal.', 'ar', 'انتهت المحادثات دون اتفاق.'],
  ['en', mayor, 'fr', 'La maire Ada Lindqvist a parlé à midi des ferries.', undefined, ['Ada Lindqvist']],
  ['fr', 'José Álvarez a parlé à midi.', 'en', 'Jose Alvarez spoke at noon.', undefined, ['José Álvarez']],
  ['en', mayor, 'ar', 'تحدثت رئيسة البلدية آدا ليندكفيست ظهرًا عن العبّارات.', undefined, ['Ada Lindqvist']],
  ['en', 'Paris, London', 'fr', 'Paris, London'],
  ['en', 'The U.S. court sits at 9 a.m.', 'fr', 'La cour américaine siège à 9 heures.'],
  ['en', 'About 20% of voters stayed home.', 'ar', 'بقي نحو ٢٠٪ من الناخبين في منازلهم.'],
  ['en', 'Read it at example.org today.', 'fr', 'Lisez-le aujourd’hui sur example.org.'],
]

const failing: readonly Case[] = [
  ['en', closed, 'fr', undefined, 'missing'],
  ['en', closed, 'fr', '…', 'missing'],
  [
    'en',
    closed,
    'fr',
    'Les ingénieurs ont fermé le pont du port de Port Alder le 3 mars après que des plongeurs ont trouvé des fissures dans 13 piles.',
    'number',
  ],
  [
    'en',
    closed,
    'fr',
    'Les ingénieurs ont fermé le pont du port de Port Alder en mars après que des plongeurs ont trouvé des fissures dans des piles.',
    'number',
  ],
  ['en', cost, 'fr', 'Environ 1,234 personnes ont perdu 2,5 millions de dollars en 12 jours.', 'number'],
  ['en', cost, 'ar', 'خسر نحو ١٬٢٣٤ شخصًا ٢٫٥ مليار دولار خلال ١٢ يومًا.', 'unit'],
  ['en', cost, 'fr', 'Environ 1 234 personnes ont perdu 2,5 milliards de dollars en 12 jours.', 'unit'],
  ['en', cost, 'fr', 'Environ 1 234 personnes ont perdu 2,5 millions d’euros en 12 jours.', 'unit'],
  ['en', cost, 'fr', 'Environ 1 234 personnes ont perdu 2,5 millions de dollars en 12 semaines.', 'unit'],
  ['en', 'Eleven ferries carry pupils across.', 'fr', 'Douze ferries transportent les élèves.', 'number'],
  ['en', 'Ferries carry pupils across.', 'fr', 'Treize ferries transportent les élèves.', 'number'],
  ['en', notApproved, 'fr', 'Le conseil a approuvé le plan mardi.', 'negation'],
  ['en', 'The council approved the plan on Tuesday.', 'fr', 'Le conseil n’a pas approuvé le plan mardi.', 'negation'],
  ['en', 'The council approved the plan on Tuesday.', 'ar', 'لم يوافق المجلس على الخطة يوم الثلاثاء.', 'negation'],
  ['ar', 'لم يوافق المجلس على الخطة يوم الثلاثاء.', 'en', 'The council approved the plan on Tuesday.', 'negation'],
  ['en', 'Workers closed the bridge.', 'fr', 'Les ouvriers ont fermé le pont de Zebraquartz.', 'name'],
  ['en', mayor, 'fr', 'La maire Ada Lindström a parlé à midi des ferries.', 'name', ['Ada Lindqvist']],
  ['en', mayor, 'fr', 'La maire a parlé à midi des ferries, dit https://evil.example/x', 'form'],
  ['en', mayor, 'fr', 'La maire a parlé à midi des ferries : evil.example', 'form'],
  ['en', mayor, 'fr', 'La maire a parlé à midi : écrivez à a@evil.example', 'form'],
  ['en', mayor, 'fr', '<b>La maire Ada Lindqvist a parlé à midi des ferries.</b>', 'form'],
  ['en', mayor, 'fr', 'La maire &lt;Ada Lindqvist a parlé à midi des ferries.', 'form'],
  ['en', mayor, 'fr', 'La maire Ada Lindqvist\u202e a parlé à midi des ferries.', 'form'],
  ['en', mayor, 'fr', '[La maire](x) Ada Lindqvist a parlé à midi des ferries.', 'form'],
  ['en', mayor, 'fr', 'La maire Ada Lindqvist a parlé à midi des ferries.[1]', 'form'],
  ['en', mayor, 'fr', mayor, 'same'],
  ['en', mayor, 'fr', 'Bürgermeisterin Ada Lindqvist sprach am Mittag über die Fähren und die Brücke.', 'language'],
  ['en', mayor, 'ar', 'La maire Ada Lindqvist a parlé à midi des ferries.', 'language'],
  ['en', mayor, 'fr', 'تحدثت رئيسة البلدية ظهرًا عن العبّارات.', 'language'],
  ['en', closed, 'fr', 'Pont fermé le 3 mars, 12 piles.', 'length'],
  ['en', mayor, 'fr', 'La maire a parlé à midi des ferries. '.repeat(20), 'length'],
]

const check = ([from, original, to, translated, , names = []]: Case) =>
  checkTranslation({ original, translated, from, to, names, identify: identifyLanguage })

describe('what a translated sentence is held against', () => {
  for (const one of passing)
    it(`lets pass: ${one[3]}`, () => {
      assert.equal(check(one), undefined)
    })
  for (const one of failing)
    it(`finds (${one[4]}): ${one[3]?.slice(0, 80)}`, () => {
      assert.equal(check(one), one[4])
    })
})
