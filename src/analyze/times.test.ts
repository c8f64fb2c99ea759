import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import type { TimeExpression } from '../core/annotation.ts'
import { type Document, textOf } from '../core/document.ts'
import { asId } from '../core/ids.ts'
import { unknownTime } from '../core/time/day-only.ts'
import { times, timesIn } from './times.ts'

/** A Tuesday, half past ten in the morning in London. */
const tuesday = '2025-08-19T10:30:00+01:00'

function documentOf(text: string, language = 'en', publishedAt = tuesday): Document {
  return {
    id: asId('d'),
    articleId: asId('a'),
    language,
    title: '',
    text,
    blocks: [{ start: 0, end: text.length, kind: 'paragraph' }],
    publishedAt,
  }
}

function find(text: string, language?: string, publishedAt?: string): { doc: Document; found: TimeExpression[] } {
  const doc = documentOf(text, language, publishedAt)
  return { doc, found: timesIn(doc, [{ span: { start: 0, end: text.length }, block: 0, index: 0 }]) }
}

/** Each expression as `words = value`, with `/until` for a range. */
function read(text: string, language?: string, publishedAt?: string): string[] {
  const { doc, found } = find(text, language, publishedAt)
  return found.map((time) => `${textOf(doc, time.span)} = ${time.value}${time.until ? `/${time.until}` : ''}`)
}

function reads(cases: readonly (readonly [string, ...string[]])[], language?: string): void {
  for (const [text, ...expected] of cases) assert.deepEqual(read(text, language), expected, text)
}

describe('days that are not what they look like', () => {
  it('are two when something is moved from one to the other', () => {
    reads([['The talks were moved from Friday to Monday.', 'Friday = 2025-08-15', 'Monday = 2025-08-18']])
  })
  it('are next with a capital too', () => {
    reads([['Next Friday he returns.', 'Next Friday = 2025-08-22']])
  })
  it('are none in names', () => {
    reads([['Black Friday sales rose, The Friday Times said.']])
  })
  it('are none in what was said long before', () => {
    reads([
      ['In 2019 he said: “It ends on Friday.”', '2019 = 2019'],
      ['In a letter dated 5 May he wrote: “I leave tomorrow.”', '5 May = 2025-05-05'],
      ['On Monday he said: “It ended on Sunday.”', 'Monday = 2025-08-18', 'Sunday = 2025-08-17'],
    ])
  })
})

describe('English weekdays', () => {
  it('lie in the past by default', () => {
    reads([
      ['He met Mr Varga on Friday.', 'Friday = 2025-08-15'],
      ['The court ruled on Monday that the law was void.', 'Monday = 2025-08-18'],
      ['She was elected Wednesday.', 'Wednesday = 2025-08-13'],
      ['On Friday, he met the mayor.', 'Friday = 2025-08-15'],
    ])
  })
  it('are today when published on that weekday', () => {
    reads([['The bridge closed on Tuesday.', 'Tuesday = 2025-08-19']])
  })
  it('lie ahead when the clause says so', () => {
    reads([
      ['The council will vote on Friday.', 'Friday = 2025-08-22'],
      ['Talks are due to resume on Monday.', 'Monday = 2025-08-25'],
      ['A hearing is scheduled for Thursday.', 'Thursday = 2025-08-21'],
      ['On Friday, he will meet the mayor.', 'Friday = 2025-08-22'],
      ["They'll return on Saturday.", 'Saturday = 2025-08-23'],
      ['The meeting could take place as soon as Wednesday.', 'Wednesday = 2025-08-20'],
    ])
  })
  it('lie in the past when a past verb comes after the future one', () => {
    reads([['The bridge will close, the council said on Friday.', 'Friday = 2025-08-15']])
  })
  it('stay in their own clause', () => {
    reads([
      ['He resigned on Friday and will leave on Monday.', 'Friday = 2025-08-15', 'Monday = 2025-08-25'],
      ['He will leave on Monday, after talks that ended on Friday.', 'Monday = 2025-08-25', 'Friday = 2025-08-15'],
    ])
  })
  it('are deadlines after by and until, unless the sentence looks back', () => {
    reads([
      ['The firm has asked for an answer by Friday.', 'Friday = 2025-08-22'],
      ['The road is closed until 9 a.m. Thursday.', '9 a.m. Thursday = 2025-08-21T09:00'],
      ['By Friday the water had gone.', 'Friday = 2025-08-15'],
    ])
  })
  it('take last, next and this', () => {
    reads([
      ['It opened last Tuesday.', 'last Tuesday = 2025-08-12'],
      ['It opens next Tuesday.', 'next Tuesday = 2025-08-26'],
      ['It opens this Thursday.', 'this Thursday = 2025-08-21'],
    ])
  })
  it('keep the part of the day', () => {
    reads([
      ['He spoke on Tuesday morning.', 'Tuesday morning = 2025-08-19TMO'],
      ['Police were called on Friday night.', 'Friday night = 2025-08-15TNI'],
    ])
  })
  it('make ranges', () => {
    reads([
      ['Shops were shut from Monday to Thursday.', 'from Monday to Thursday = 2025-08-18/2025-08-21'],
      ['It has rained since Saturday.', 'since Saturday = 2025-08-16/..'],
    ])
  })
  it('are sets after every', () => {
    const { found } = find('A train leaves every Monday.')
    assert.deepEqual(
      found.map(({ kind, value }) => [kind, value]),
      [['set', 'XXXX-WXX-1']],
    )
  })
})

describe('English days counted from today', () => {
  it('are resolved against the day of publication', () => {
    reads([
      ['It began today.', 'today = 2025-08-19'],
      ['It began yesterday morning.', 'yesterday morning = 2025-08-18TMO'],
      ['It ends tomorrow.', 'tomorrow = 2025-08-20'],
      ['They arrived the day before yesterday.', 'the day before yesterday = 2025-08-17'],
      ['They leave the day after tomorrow.', 'the day after tomorrow = 2025-08-21'],
      ['The house burned last night.', 'last night = 2025-08-18TNI'],
      ['He speaks tonight.', 'tonight = 2025-08-19TNI'],
      ['She left three days ago.', 'three days ago = 2025-08-16'],
      ['She left about two weeks ago.', 'about two weeks ago = 2025-W32'],
      ['She left 18 months ago.', '18 months ago = 2024-02'],
      ['She left twenty-five years ago.', 'twenty-five years ago = 2000'],
      ['She left a decade ago.', 'a decade ago = 2015'],
      ["Work starts in two days' time.", "in two days' time = 2025-08-21"],
    ])
  })
  it('take the date in the zone of the article', () => {
    assert.deepEqual(read('It began today.', 'en', '2025-01-01T00:30:00+09:00'), ['today = 2025-01-01'])
    assert.deepEqual(read('It began today.', 'en', '2024-12-31T15:30:00Z'), ['today = 2024-12-31'])
  })
  it('know weeks, months, years and weekends', () => {
    reads([
      ['Prices fell last week.', 'last week = 2025-W33'],
      ['Prices fell last month.', 'last month = 2025-07'],
      ['Prices fell earlier this year.', 'earlier this year = 2025'],
      ['Prices may fall next year.', 'next year = 2026'],
      ['They met over the weekend.', 'over the weekend = 2025-08-16/2025-08-17'],
      ['They meet this weekend.', 'this weekend = 2025-08-23/2025-08-24'],
      ['They meet next weekend.', 'next weekend = 2025-08-23/2025-08-24'],
    ])
  })
  it('cross the year', () => {
    assert.deepEqual(read('Prices fell last month.', 'en', '2025-01-10T08:00:00Z'), ['last month = 2024-12'])
    assert.deepEqual(read('Prices fell last week.', 'en', '2027-01-04T08:00:00Z'), ['last week = 2026-W53'])
  })
})

describe('English dates', () => {
  it('are read day first, month first and as numbers', () => {
    reads([
      ['It opened on 3 May 2014.', '3 May 2014 = 2014-05-03'],
      ['It opened on May 3, 2014.', 'May 3, 2014 = 2014-05-03'],
      ['It opened on Saturday 3rd May 2014.', 'Saturday 3rd May 2014 = 2014-05-03'],
      ['It opened on the 3rd of May 2014.', 'the 3rd of May 2014 = 2014-05-03'],
      ['It opened on Friday, Aug. 15.', 'Friday, Aug. 15 = 2025-08-15'],
      ['Updated 2025-08-15.', '2025-08-15 = 2025-08-15'],
    ])
  })
  it('without a year are the nearest, and not far ahead', () => {
    reads([
      ['It opened on 3 May.', '3 May = 2025-05-03'],
      ['It opened on 20 December.', '20 December = 2024-12-20'],
      ['It will open on 3 May.', '3 May = 2026-05-03'],
    ])
  })
  it('as bare numbers are read only when day and month cannot be swapped', () => {
    reads([
      ['Updated 13/05/2024.', '13/05/2024 = 2024-05-13'],
      ['Updated 05/13/2024.', '05/13/2024 = 2024-05-13'],
      ['Updated 05/06/2024.'],
    ])
    assert.deepEqual(read('Updated 05/06/2024.', 'en-US'), ['05/06/2024 = 2024-05-06'])
    assert.deepEqual(read('Updated 05/06/2024.', 'en-GB'), ['05/06/2024 = 2024-06-05'])
  })
  it('that do not exist are left out', () => {
    reads([['Dated 2023-02-30.'], ['Dated 30 February 2023, it said.']])
  })
  it('make ranges', () => {
    reads([
      ['It ran from 3 to 5 May 2014.', 'from 3 to 5 May 2014 = 2014-05-03/2014-05-05'],
      ['It ran 28-30 June.', '28-30 June = 2025-06-28/2025-06-30'],
      ['It ran May 30 to June 2, 2014.', 'May 30 to June 2, 2014 = 2014-05-30/2014-06-02'],
      ['It has run since 3 May.', 'since 3 May = 2025-05-03/..'],
    ])
  })
})

describe('English months and years', () => {
  it('without a year are the last such month, or the next when the clause looks ahead', () => {
    reads([
      ['He resigned in February.', 'February = 2025-02'],
      ['He resigned in October.', 'October = 2024-10'],
      ['He will resign in February.', 'February = 2026-02'],
      ['He resigned last August.', 'last August = 2024-08'],
      ['He resigned in early December 2019.', 'early December 2019 = 2019-12'],
    ])
  })
  it('do not mistake a name or a verb for a month', () => {
    reads([
      ['Theresa May said so.'],
      ['They may march on.'],
      ['A letter to May and March.'],
      ['It ended in May.', 'May = 2025-05'],
    ])
  })
  it('know years, decades and ranges of years', () => {
    reads([
      ['It began in 2014.', '2014 = 2014'],
      ['It has gone on since 2014.', 'since 2014 = 2014/..'],
      ['It lasted from 2014 to 2016.', 'from 2014 to 2016 = 2014/2016'],
      ['The 1939-45 war.', '1939-45 = 1939/1945'],
      ['It was built in the 1960s.', 'the 1960s = 196X'],
    ])
  })
  it('do not take amounts for years', () => {
    reads([['It cost $1999.'], ['Some 2000 people came.'], ['It grew by 2000.5 points.'], ['Flight 1945 was late.']])
  })
  it('say nothing of fiscal periods and seasons', () => {
    reads([
      ['In fiscal year 1998 it lost money.'],
      ['In the summer of 2014 it burned.'],
      ['It opened last fall.'],
      ['Sales fell in the third quarter of 2014.'],
    ])
  })
})

describe('English durations, sets and times of day', () => {
  it('are given as TIMEX3 values', () => {
    reads([
      ['It lasted three years.', 'three years = P3Y'],
      ['After a 16-hour debate they left.', '16-hour = PT16H'],
      ['He waited for five and a half.'],
      ['It fell in the past two months.', 'the past two months = P2M'],
      ['It lasted more than four decades.', 'more than four decades = P40Y'],
      ['It is printed daily.', 'daily = P1D'],
      ['It meets every month.', 'every month = P1M'],
    ])
  })
  it('are not ages', () => {
    reads([['The 33-year-old said so.'], ['A two-week-old child was saved.']])
  })
  it('take the day beside them', () => {
    reads([
      ['It starts at 9 a.m. on Monday.', '9 a.m. on Monday = 2025-08-18T09:00'],
      ['It began on Monday at 14:30.', 'Monday at 14:30 = 2025-08-18T14:30'],
      ['It begins at 1 p.m. tomorrow.', '1 p.m. tomorrow = 2025-08-20T13:00'],
      ['It began on Monday; by noon all was over.', 'Monday = 2025-08-18', 'noon = 2025-08-18T12:00'],
      ['It begins at 3.30pm.', '3.30pm = 2025-08-19T15:30'],
      ['It begins at 1430 GMT.', '1430 GMT = 2025-08-19T14:30Z'],
    ])
  })
})

describe('French', () => {
  it('reads dates, weekdays, months and distances', () => {
    reads(
      [
        ['Il a démissionné vendredi.', 'vendredi = 2025-08-15'],
        ['Il rencontrera la maire vendredi.', 'vendredi = 2025-08-22'],
        ['Elle a parlé lundi soir.', 'lundi soir = 2025-08-18TEV'],
        ['Le texte, signé le 3 mai 2014, est caduc.', '3 mai 2014 = 2014-05-03'],
        ['Le 1er août, la loi est entrée en vigueur.', '1er août = 2025-08-01'],
        ['Il a été élu en février.', 'en février = 2025-02'],
        ['La guerre dure depuis 2014.', 'depuis 2014 = 2014/..'],
        ['Il y a trois jours, il était absent.', 'Il y a trois jours = 2025-08-16'],
        ['La semaine dernière, il a plu.', 'La semaine dernière = 2025-W33'],
        ['Il est parti l’an dernier.', 'l’an dernier = 2024'],
        ['Ils ont joué ce week-end.', 'ce week-end = 2025-08-16/2025-08-17'],
        ['La foire se tient du 3 au 5 octobre 2025.', 'du 3 au 5 octobre 2025 = 2025-10-03/2025-10-05'],
        ['La séance a commencé mardi à 9h30.', 'mardi à 9h30 = 2025-08-19T09:30'],
        ['Hier, tout allait bien ; aujourd’hui, non.', 'Hier = 2025-08-18', 'aujourd’hui = 2025-08-19'],
        ['Le siège a duré deux ans.', 'deux ans = P2Y'],
        ['Cet été 2014, il a fait chaud.'],
      ],
      'fr',
    )
  })
})

describe('Arabic', () => {
  it('reads dates, weekdays, months under each set of names, and distances', () => {
    reads(
      [
        ['قال الوزير يوم الاثنين إن الاتفاق قائم.', 'يوم الاثنين = 2025-08-18'],
        ['افتتح الجسر في 15 مايو 2019.', '15 مايو 2019 = 2019-05-15'],
        ['افتتح الجسر ١٥ أيار ٢٠١٩.', '١٥ أيار ٢٠١٩ = 2019-05-15'],
        ['مستمرة منذ عام 2014.', 'منذ عام 2014 = 2014/..'],
        ['بدأت الأسبوع الماضي.', 'الأسبوع الماضي = 2025-W33'],
        ['وصل أمس.', 'أمس = 2025-08-18'],
        ['انتخب في فبراير الماضي.', 'في فبراير الماضي = 2025-02'],
        ['سيجتمع الجمعة المقبل.', 'الجمعة المقبل = 2025-08-22'],
      ],
      'ar-EG',
    )
  })
})

describe('times', () => {
  it('is an analyzer that requires sentences and never reads across them', () => {
    const text = 'It ended on Friday.\n2014 people came.'
    const doc = documentOf(text)
    const items = times.run(doc, {
      sentences: [
        { span: { start: 0, end: 19 }, block: 0, index: 0 },
        { span: { start: 20, end: text.length }, block: 1, index: 1 },
      ],
    })
    assert.equal(times.assigns, 'times')
    assert.deepEqual(times.requires, ['sentences'])
    assert.deepEqual(
      items.map(({ span }) => textOf(doc, span)),
      ['Friday'],
    )
  })
  it('puts a clock on the nearest day told of before it in its block, a night aside', () => {
    const clocks = (...sentences: string[]): string[] => {
      const doc = documentOf(sentences.join(' '))
      let end = -1
      const spans = sentences.map((each) => ({ start: end + 1, end: (end += each.length + 1) }))
      const blockOf = (index: number): number => (index > 0 && sentences[index]?.startsWith('Next') ? 1 : 0)
      const items = timesIn(
        doc,
        spans.map((span, index) => ({ span, block: blockOf(index), index })),
      )
      return items.map(({ value }) => value).filter((value) => value.includes(':'))
    }
    assert.deepEqual(clocks('It began on Sunday.', 'Many came.', 'It rained.', 'It ended at 9 p.m.'), [
      '2025-08-17T21:00',
    ])
    assert.deepEqual(clocks('It began at 8 a.m. on Sunday.', 'It ended at 9 p.m.'), [
      '2025-08-17T08:00',
      '2025-08-17T21:00',
    ])
    assert.deepEqual(clocks('It began on Sunday.', 'Next, it opens at 9 a.m.'), ['2025-08-19T09:00'])
    assert.deepEqual(clocks('It opens on Friday.', 'It leaked last night.', 'It shuts at 9 a.m.'), ['2025-08-22T09:00'])
  })
  it('finds nothing without a day of publication or in a language it has no rules for', () => {
    assert.deepEqual(read('It ended on Friday.', 'en', 'not a date'), [])
    assert.deepEqual(read('Przyszedł w piątek.', 'pl'), [])
  })
  it('never throws, never overlaps and stays inside the text, whatever the text', () => {
    const words = fc.constantFrom(
      ...'on by since Friday Monday May March 3 31 2014 99 1999-02-30 last next week 9 a.m. noon ago three days - – , . lundi mai il y a يوم الاثنين ٢٠١٤ 12/13/2014 the 1990s from to'.split(
        ' ',
      ),
    )
    const texts = fc.oneof(
      fc.array(words, { maxLength: 30 }).map((list) => list.join(' ')),
      fc.string({ unit: 'grapheme', maxLength: 80 }),
    )
    fc.assert(
      fc.property(texts, fc.constantFrom('en', 'fr', 'ar', 'und'), (text, language) => {
        let end = 0
        for (const { span, value } of find(text, language).found) {
          assert.ok(span.start >= end && span.end > span.start && span.end <= text.length)
          assert.notEqual(value, '')
          end = span.end
        }
      }),
      { numRuns: 400 },
    )
  })
})

describe('a text of an unknown time', () => {
  const undated = (text: string) => read(text, 'en', unknownTime(tuesday))
  it('has the dates it names in full, and none that are counted from its own day', () => {
    assert.deepEqual(undated('The pier, opened on 3 March 2019, closed on Monday and will open next year.'), [
      '3 March 2019 = 2019-03-03',
    ])
    assert.deepEqual(undated('It fell on 5 May. It was mended in June 2020 and fell again in 2021.'), [
      'June 2020 = 2020-06',
      '2021 = 2021',
    ])
  })
})
