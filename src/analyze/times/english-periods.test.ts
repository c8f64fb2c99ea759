import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { type Document, textOf } from '../../core/document.ts'
import { asId } from '../../core/ids.ts'
import { timesIn } from '../times.ts'

/** Each phrase of a text of Tuesday, 19 August 2025 as `words = value`. */
function read(text: string, publishedAt = '2025-08-19T10:30:00+01:00'): string[] {
  const doc: Document = {
    ...{ id: asId('d'), articleId: asId('a'), language: 'en', title: '', text, publishedAt },
    blocks: [{ start: 0, end: text.length, kind: 'paragraph' }],
  }
  const times = timesIn(doc, [{ span: { start: 0, end: text.length }, block: 0, index: 0 }])
  return times.map((time) => `${textOf(doc, time.span)} = ${time.value}`)
}

function reads(cases: readonly (readonly [string, ...string[]])[]): void {
  for (const [text, ...expected] of cases) assert.deepEqual(read(text), expected, text)
}

describe('a month or day of last, this or next year', () => {
  it('is one phrase', () => {
    reads([
      ['The bridge closed in October last year.', 'October last year = 2024-10'],
      ['Work began in February of this year.', 'February of this year = 2025-02'],
      ['The two towns join in April next year.', 'April next year = 2026-04'],
      ['He resigned on 3 May last year.', '3 May last year = 2024-05-03'],
      ['She returns on March 6 next year.', 'March 6 next year = 2026-03-06'],
    ])
  })
})

describe('a date that only helps to name another time', () => {
  it('is not that time', () => {
    reads([
      ['The day before last Friday he had called.', 'The day before last Friday = 2025-08-14'],
      ['The day after Monday’s vote they met.', 'The day after Monday = 2025-08-19'],
      ['They met the day before May 3, 2014.', 'the day before May 3, 2014 = 2014-05-02'],
      ['A hearing is due the week of September 8.', 'the week of September 8 = 2025-W37'],
    ])
  })
})

describe('a fiscal period', () => {
  it('has no calendar of its own', () => {
    reads([
      ['Orley Mills earned more in fiscal 2012 than in the 2011 fiscal year.'],
      ['Sales fell in FY2024 and FY 24, and in the 2011-12 financial year.'],
      ['Profit rose in the March quarter and in the third and fourth quarters of 2024.'],
      ['It lost less than in the year-earlier period.'],
      ['It made up for a year-earlier loss with a year-end sale and a month-on-month rise.'],
    ])
  })
  it('has the calendar that it names', () => {
    reads([
      ['In the nine months ended Sept. 30, 2024, profit doubled.', 'nine months = P9M', 'Sept. 30, 2024 = 2024-09-30'],
      ['It earned half as much a year ago.', 'a year ago = 2024'],
    ])
  })
})

describe('a length of time in a name', () => {
  it('is none', () => {
    reads([['He told “60 Minutes” so.'], ['It lasted 60 minutes.', '60 minutes = PT60M']])
  })
})

describe('a day that an event is called after', () => {
  it('has the year of the event, or none where that is not known', () => {
    reads([
      ['She studied the Sept. 11 attacks.', 'Sept. 11 = 2001-09-11'],
      ['Nobody expected the terrorist attacks of September 11.', 'September 11 = 2001-09-11'],
      ['He was wounded in the March 4 bombing.'],
      ['He mourned those of the October 7 attack.'],
      ['He was wounded in the August 4 bombing.', 'August 4 = 2025-08-04'],
      ['Term begins on September 11.', 'September 11 = 2025-09-11'],
    ])
  })
})

describe('a date without a year', () => {
  it('is ahead where it ends a term', () => {
    reads([
      ['The fund pays for the bridge until May 3, when the money ends.', 'May 3 = 2026-05-03'],
      ['If no deal is made by 31 May, the ferry stops.', '31 May = 2026-05-31'],
      ['He did not call until May 3.', 'May 3 = 2025-05-03'],
      ['By August 4 all were back.', 'August 4 = 2025-08-04'],
    ])
  })
  it('is past where its clause is', () => {
    reads([
      ['The flood occurred on the night of October 1.', 'October 1 = 2024-10-01'],
      ['The fair is on October 1.', 'October 1 = 2025-10-01'],
      ['The unions announced a march October 1.', 'October 1 = 2025-10-01'],
      ['He has led the mill since January 1.', 'since January 1 = 2025-01-01'],
      ['He was elected on January 4.', 'January 4 = 2025-01-04'],
    ])
  })
  it('is the one just past where a clause seems to look a year ahead', () => {
    reads([['Monday is going to look like August 16 again.', 'Monday = 2025-08-25', 'August 16 = 2025-08-16']])
  })
  it('is none where it may be of another year', () => {
    reads([['The ferry runs free from January 4.']])
  })
  it('is no word of another phrase', () => {
    reads([['June 3 may mark the end.', 'June 3 = 2025-06-03']])
  })
})

describe('a month without a year', () => {
  it('is past where its clause is, and none where it may be to come', () => {
    reads([
      ['She resigned in October.', 'October = 2024-10'],
      ['In October, the mayor resigned.', 'October = 2024-10'],
      ['The race in October worries them.'],
      ['He meant to run in November.'],
      ['The bridge closed in June.', 'June = 2025-06'],
      [
        'It led to a strike in October, and a second in December lasted a day.',
        'October = 2024-10',
        'December = 2024-12',
        'a day = P1D',
      ],
      ['She was elected — by one vote — in December.', 'December = 2024-12'],
      ['Last October, it was shut.', 'Last October = 2024-10'],
      ['They have waited since October.', 'since October = 2024-10'],
    ])
  })
})
